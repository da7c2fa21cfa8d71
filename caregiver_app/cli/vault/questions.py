"""`caregiver question`: what to ask, of whom, at which visit, and what was answered."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import (
    Secret,
    care_command,
    id_argument,
    opened_by,
    person_for,
    person_options,
    text_argument,
)
from caregiver_app.cli.vault.citing import citing_commands
from caregiver_app.cli.vault.fields import read_fields, read_text
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import question_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.questions import NewQuestion, QuestionId, QuestionState
from caregiver_app.vault.store import Vault

_WAYS = {"up": Direction.UP, "down": Direction.DOWN}


def question_group() -> click.Group:
    """Return the commands about questions."""
    one = id_argument("question")
    states = click.Argument(["state"], type=click.Choice([state.value for state in QuestionState]))
    ways = click.Argument(["way"], type=click.Choice(list(_WAYS)))
    visit = click.Option(["--appointment"], type=IdType("appointment"), metavar="ID", help=_("For this visit."))
    commands = (
        _add(),
        care_command(
            "list",
            _list_questions,
            [
                *person_options(),
                click.Option(["--state"], type=click.Choice([state.value for state in QuestionState])),
                visit,
            ],
            _("List questions in their order."),
        ),
        show_command("question", lambda vault: vault.questions, question_shape, _("Show a question and its answers.")),
        care_command("change", _change_question, [one, text_argument()], _("Replace its words by standard input.")),
        care_command(
            "answer",
            _answer_question,
            [one, text_argument()],
            _("Write down an answer. Standard input has lines that begin with answer: and by:."),
        ),
        care_command("state", _set_state, [one, states], _("Say how a question stands.")),
        care_command("move", _move_question, [one, ways], _("Move a question in its order.")),
        care_command("assign", _assign_question, [one, visit], _("Keep a question for a visit, or for none.")),
        *citing_commands("question", lambda vault, number: vault.questions.get(QuestionId(number))),
        *removing_commands("question", lambda vault: vault.questions),
    )
    return click.Group("question", commands)


def _add() -> click.Command:
    return care_command(
        "add",
        _add_question,
        [
            text_argument(),
            *person_options(keeps=True),
            click.Option(["--for", "for_whom"], metavar="WHOM", default="", help=_("Whom to ask, like doctor.")),
            click.Option(["--appointment"], type=IdType("appointment"), metavar="ID", help=_("For this visit.")),
            click.Option(["--note"], type=IdType("note"), metavar="ID", help=_("Which note it comes from.")),
        ],
        _("Keep a question, read from standard input."),
    )


def _add_question(
    session: Session,
    *,
    standard_input: str,
    person: str | None,
    person_id: int | None,
    for_whom: str,
    appointment: int | None,
    note: int | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    text, now = read_text(), session.services.clock.now()
    with opened_by(session, secret) as vault:
        new = NewQuestion(
            text=text,
            person_id=person_for(vault, person, person_id, make_at=now),
            for_whom=for_whom,
            appointment_id=appointment,
            note_id=note,
        )
        question = vault.questions.get(vault.questions.add(new, at=now))
    tell_kept(session, question_shape(question))


def _list_questions(
    session: Session,
    *,
    person: str | None,
    person_id: int | None,
    state: str | None,
    appointment: int | None,
    **secret: Unpack[Secret],
) -> None:
    states = () if state is None else (QuestionState(state),)
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id)
        questions = vault.questions.list(whose, states=states, appointment_id=appointment)
    tell_list(
        session,
        questions,
        question_shape,
        lambda question: f"{question.id}  [{question.state.value}] {question.text}",
        _("There are no questions."),
    )


def _change_question(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    text, question_id = read_text(), QuestionId(record_id)
    with opened_by(session, secret) as vault:
        vault.questions.change(question_id, text=text, at=session.services.clock.now())
        _tell(session, vault, question_id)


def _answer_question(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    said, question_id = read_fields(("answer", "by")), QuestionId(record_id)
    with opened_by(session, secret) as vault:
        now = session.services.clock.now()
        vault.questions.answer(question_id, said.get("answer", ""), by_whom=said.get("by", ""), at=now)
        _tell(session, vault, question_id)


def _set_state(session: Session, record_id: int, state: str, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        vault.questions.set_state(QuestionId(record_id), QuestionState(state), at=session.services.clock.now())
        _tell(session, vault, QuestionId(record_id))


def _move_question(session: Session, record_id: int, way: str, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        vault.questions.move(QuestionId(record_id), _WAYS[way], at=session.services.clock.now())
        _tell(session, vault, QuestionId(record_id))


def _assign_question(session: Session, record_id: int, appointment: int | None, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        vault.questions.assign(QuestionId(record_id), appointment, at=session.services.clock.now())
        _tell(session, vault, QuestionId(record_id))


def _tell(session: Session, vault: Vault, question_id: QuestionId) -> None:
    tell_kept(session, question_shape(vault.questions.get(question_id)))
