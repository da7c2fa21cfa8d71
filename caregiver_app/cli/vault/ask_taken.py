"""What `caregiver ask import` says of a file that it took in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.telling import tell_said
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.answering import ReceivedId
    from caregiver_app.vault.exchange.landing import Landed
    from caregiver_app.vault.exchange.store import TakenIn
    from caregiver_app.vault.store import Vault


def tell_taken(session: Session, vault: Vault, taken: TakenIn) -> None:
    """Say what came: answers that stand beside their questions now, or questions to read."""
    if taken.landed is not None:
        _tell_landed(session, taken.landed)
    if taken.received is not None:
        _tell_received(session, vault, taken.received)


def _tell_landed(session: Session, landed: Landed) -> None:
    count = len(landed.question_ids)
    ids: list[Json] = [*landed.question_ids]
    shape: dict[str, Json] = {
        "kind": "answer",
        "id": landed.ask_id,
        "number": landed.number,
        "by": landed.by_whom,
        "questions": ids,
        "gone": landed.gone,
    }
    words = ngettext(
        "An answer by {name} stands beside its question now.",
        "Answers by {name} stand beside {count} questions now.",
        count,
    )
    said = [words.format(name=landed.by_whom, count=count)] if count else []
    if landed.gone:
        said.append(_("Some answers are to questions that you deleted."))
    tell_said(session, shape, "\n".join((*said, landed.notice)))


def _tell_received(session: Session, vault: Vault, received_id: ReceivedId) -> None:
    received = vault.exchange.answering.get(received_id)
    whose = vault.exchange.correspondents.with_key(received.family)
    compared = whose is not None and whose.compared_at is not None
    shape: dict[str, Json] = {
        "kind": "request",
        "id": received.id,
        "key": received.family,
        "compared": compared,
    }
    said = _("Questions came in. To read them: caregiver ask read {id}").format(id=received.id)
    tell_said(session, shape, said)
