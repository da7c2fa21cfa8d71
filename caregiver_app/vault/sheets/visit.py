"""The visit sheet: what to say first, what has changed, what to ask and write down, who does what afterwards."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.sheets.blocks import BlankLines, Block, Column, Item, Items, Known, Mark, Row, Rows, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import UNSAID, Sheet, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.forms.shown import field_labels, form_labels
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.chases import Chase
from caregiver_app.vault.records.people import ABOUT_NOBODY
from caregiver_app.vault.sheets.dated_rows import dated_rows, told, written_words
from caregiver_app.vault.sheets.frame import facts_checked, framed
from caregiver_app.vault.sheets.ground import Ground, written_day
from caregiver_app.vault.sheets.moments import visit_day, visit_time
from caregiver_app.vault.sheets.prose import words
from caregiver_app.vault.sheets.question_items import other_questions, unsaid_part, visit_questions
from caregiver_app.vault.sheets.recent import earlier_part, recent_told
from caregiver_app.vault.sheets.visit_changes import log_parts
from caregiver_app.vault.sheets.visit_choice import last_time, visit_of
from caregiver_app.vault.sheets.visit_medicines import medicine_part

FIRST_CONCERNS = 3
DECISION_LINES, DOCTOR_LINES = 3, 8
TASK_ROWS, EMPTY_TASKS, TASK_MM = 4, 2, 11


def visit_sheet(ground: Ground) -> Sheet:
    """Return the sheet for one visit; without any it is one to fill in by hand.

    Raises:
        PrintError: the person has no visit with the number wished for, or the day wished for is none.
    """
    visit = visit_of(ground)
    since = last_time(ground, visit)
    until = ground.now if visit is None else min(ground.now, visit.starts.instant())
    parts = (
        SheetPart(heading=_("This visit"), blocks=(_about(ground, visit),)),
        *_concerns(ground),
        _own_words(ground),
        *_changes(ground, ground.day_of(since)),
        *log_parts(ground, since, until),
        medicine_part(ground, since),
        visit_questions(ground, visit),
        other_questions(ground, visit),
        unsaid_part(ground, visit),
        _decisions(ground, visit),
        _tasks(ground),
        _unsaid_tasks(ground),
        _for_the_doctor(ground),
    )
    checked = facts_checked(ground, fields_of(Form.VISIT))
    return framed(ground, SheetKind.VISIT, form_labels()[Form.VISIT], parts, checked=checked)


def _about(ground: Ground, visit: Appointment | None) -> Rows:
    reasons = dated_rows(ground, ("visit-reason",), most_lines=1).rows
    if visit is None:
        asked = (_("What"), _("When"), _("Where"), _("With whom"))
        return Rows(rows=(*(Row(label=label, blank_lines=1) for label in asked if ground.asks), *reasons))
    when = f"{visit_day(visit)}\n{visit_time(ground, visit)}"
    facts = ((_("What"), visit.title), (_("When"), when), (_("Where"), visit.place), (_("With whom"), visit.with_whom))
    rows = tuple(Row(label=label, value=value, strong=place < 2) for place, (label, value) in enumerate(facts) if value)
    if visit.reason:
        reasons = (Row(label=field_labels()["visit-reason"], value=visit.reason),)
    return Rows(rows=(*rows, *reasons))


def _concerns(ground: Ground) -> tuple[SheetPart, ...]:
    """Return the three concerns that come first, with room for those that nobody has written yet, and all others."""
    fact = ground.fact("concerns")
    if Known(fact.state.value) is Known.NONE_KNOWN:
        return (SheetPart(heading=_("Concerns"), code="concerns", blocks=_rows(ground, "concerns")),)
    first, others = fact.items[:FIRST_CONCERNS], fact.items[FIRST_CONCERNS:]
    empty = FIRST_CONCERNS - len(first) if ground.asks else 0
    items = (*(Item(text=concern) for concern in first), *(Item(text="", blank_lines=1) for _place in range(empty)))
    written = written_words(ground, "concerns")
    dated: tuple[Block, ...] = (words(written, small=True),) if written else ()
    lists = (Items(items=items, mark=Mark.NUMBER),) if items else ()
    rest = (Items(items=tuple(Item(text=concern) for concern in others)),) if others else ()
    return (
        SheetPart(heading=_("What matters most today"), code="concerns", blocks=(*lists, *dated)),
        SheetPart(heading=_("Other concerns"), code="other-concerns", blocks=rest),
    )


def _own_words(ground: Ground) -> SheetPart:
    return SheetPart(
        # Translators: {name} is somebody who is cared for
        heading=_("What {name} wants to say").format(name=ground.called),
        nameless=field_labels()["person-says"],
        code="person-says",
        blocks=told(ground, "person-says", lines=3),
    )


def _changes(ground: Ground, since: date) -> tuple[SheetPart, ...]:
    """Return what somebody wrote down as changed since the last visit; what is older speaks of another visit."""
    said = recent_told(ground, "changes-since", since=since, lines=3)
    part = SheetPart(heading=field_labels()["changes-since"], code="changes", blocks=said)
    return (part, earlier_part(ground, ("changes-since",), since=since))


def _decisions(ground: Ground, visit: Appointment | None) -> SheetPart:
    """Return what should be decided and what was, with lines to write on."""
    after = () if visit is None else ((_("What came of it"), visit.outcome), (_("What was decided"), visit.decisions))
    rows = tuple(Row(label=label, value=value) for label, value in after if value)
    lines = (BlankLines(count=DECISION_LINES, label=_("What was decided")),) if ground.asks and not rows else ()
    listed = (Rows(rows=rows),) if rows else ()
    return SheetPart(
        heading=_("Decisions"), code="decisions", blocks=(*_rows(ground, "decisions-wanted"), *listed, *lines)
    )


def _tasks(ground: Ground) -> SheetPart:
    rows = tuple(_task(chase) for chase in ground.vault.chases.list(ground.shown, done=False))
    empty = max(EMPTY_TASKS, TASK_ROWS - len(rows)) if ground.asks else 0
    heading = _("Who does what, by when")
    table = Table(name=heading, columns=_task_columns(), rows=rows, blank_rows=empty, tall=ground.asks, row_mm=TASK_MM)
    return SheetPart(heading=heading, code="tasks", blocks=(table,) if rows or empty else ())


def _unsaid_tasks(ground: Ground) -> SheetPart:
    """Return what is promised and about nobody; it goes along where somebody picks it."""
    heading = _("Who does what: not written down for whom")
    found = ground.vault.chases.list(ABOUT_NOBODY, done=False) if ground.sets_apart else ()
    table = Table(name=heading, columns=_task_columns(), rows=tuple(_task(chase) for chase in found))
    return SheetPart(heading=heading, code=f"{UNSAID}tasks", on=False, blocks=(table,) if found else ())


def _task_columns() -> tuple[Column, ...]:
    return (Column(heading=_("What"), share=2), Column(heading=_("Who")), Column(heading=_("By when")))


def _task(chase: Chase) -> tuple[str, ...]:
    day = written_day(chase.by_date)
    return (chase.what, chase.who, day_words(day) if day is not None else "")


def _for_the_doctor(ground: Ground) -> SheetPart:
    """Return the page that is handed over by itself; at first it goes along only where something stands on it."""
    said = told(ground, "doctor-only", lines=DOCTOR_LINES)
    hint = words(_("This page is for the doctor. Hand it over by itself."), small=True)
    return SheetPart(
        heading=field_labels()["doctor-only"],
        code="doctor-only",
        on=bool(ground.said("doctor-only")),
        own_page=True,
        blocks=(hint, *said) if said else (),
    )


def _rows(ground: Ground, name: str) -> tuple[Block, ...]:
    rows = dated_rows(ground, (name,), most_lines=1)
    return (rows,) if rows.rows else ()
