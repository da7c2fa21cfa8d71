"""The sheet for a relief carer: how things are, what comes, what is due, whom to call, where things are."""

from __future__ import annotations

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Item, Items, Notice, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import UNSAID, Sheet, SheetPart
from caregiver_app.model.sheets.wishes import LONGEST_HANDOVER_HOURS, SHORTEST_HANDOVER_HOURS
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.forms.shown import form_labels
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.choosing import coming_visits
from caregiver_app.vault.sheets.contact_entries import calls, emergency_words
from caregiver_app.vault.sheets.dated_rows import dated_rows, told
from caregiver_app.vault.sheets.fact_rows import fact_rows
from caregiver_app.vault.sheets.frame import facts_checked, framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.handover_log import blank_log, last_entries
from caregiver_app.vault.sheets.handover_medicines import medicines_due
from caregiver_app.vault.sheets.moments import moment_words, visit_day, visit_time
from caregiver_app.vault.sheets.recent import earlier_part, recent_rows, recent_told, yesterday

HOUR_MS, DAY_HOURS = 3_600_000, 24

_OF_THESE_HOURS = ("last-24-hours", "last-given", "next-24-hours")
_CARE = ("calms", "upsets", "eating", "drinking", "moving", "toilet", "sleeping", "safety")


def handover_sheet(ground: Ground) -> Sheet:
    """Return the sheet for the hours that are wished for, from now on.

    Raises:
        PrintError: a handover reaches not so far, or farther.
    """
    hours = ground.wish.hours
    if not SHORTEST_HANDOVER_HOURS <= hours <= LONGEST_HANDOVER_HOURS:
        raise PrintError(PrintTrouble.HOURS)
    until = Millis(ground.now + hours * HOUR_MS)
    parts = (
        SheetPart(heading=_("How things are"), code="now", blocks=_dated(ground, "situation", "background")),
        _last(ground),
        _next(ground, until),
        earlier_part(ground, _OF_THESE_HOURS, since=yesterday(ground)),
        _unsaid_next(ground, until),
        *medicines_due(ground, until),
        SheetPart(heading=_("How to care"), code="care", blocks=_rows(ground, *_CARE)),
        _help(ground),
        _where(ground),
        blank_log(ground),
    )
    return framed(
        ground,
        SheetKind.HANDOVER,
        form_labels()[Form.HANDOVER],
        parts,
        checked=facts_checked(ground, fields_of(Form.HANDOVER)),
        below_title=(_reach_words(ground, until),) if ground.asks else (),
    )


def _reach_words(ground: Ground, until: Millis) -> str:
    hours = ground.wish.hours
    if hours % DAY_HOURS or hours == DAY_HOURS:
        words = ngettext("For {count} hour, until {moment}", "For {count} hours, until {moment}", hours)
        count = hours
    else:
        count = hours // DAY_HOURS
        words = ngettext("For {count} day, until {moment}", "For {count} days, until {moment}", count)
    return words.format(count=format_number(count), moment=moment_words(ground, until))


def _last(ground: Ground) -> SheetPart:
    since = yesterday(ground)
    said = recent_told(ground, "last-24-hours", since=since, lines=2)
    blocks = (*said, *last_entries(ground), *recent_rows(ground, "last-given", since=since, lines=2))
    return SheetPart(heading=_("The last 24 hours"), code="last", blocks=blocks)


def _next(ground: Ground, until: Millis) -> SheetPart:
    said = recent_rows(ground, "next-24-hours", since=yesterday(ground), lines=2)
    return SheetPart(heading=_("What comes next"), code="next", blocks=(*said, *_visits(ground, ground.shown, until)))


def _unsaid_next(ground: Ground, until: Millis) -> SheetPart:
    """Return the visits about nobody; they go along where somebody picks them."""
    visits = _visits(ground, ABOUT_NOBODY, until) if ground.sets_apart else ()
    heading = _("What comes next: not written down for whom")
    return SheetPart(heading=heading, code=f"{UNSAID}next", on=False, blocks=visits)


def _visits(ground: Ground, whose: PersonId | None, until: Millis) -> tuple[Block, ...]:
    coming = coming_visits(ground.vault, whose, now=ground.now)
    within = (visit for visit in coming if visit.starts.instant() <= until)
    visits = tuple(Item(text=visit.title, lines=_visit_lines(ground, visit)) for visit in within)
    return (Items(items=visits),) if visits else ()


def _visit_lines(ground: Ground, visit: Appointment) -> tuple[str, ...]:
    return tuple(
        line
        for line in (visit_day(visit), visit_time(ground, visit), visit.place, visit.with_whom, visit.reason)
        if line
    )


def _help(ground: Ground) -> SheetPart:
    signs, said = ground.said("warning-signs"), told(ground, "warning-signs", lines=2)
    first = (Notice(text=signs), *said[1:]) if signs else said
    rows = dated_rows(ground, ("carer-reach",), strong=("carer-reach",)).rows
    reach = (Rows(rows=rows),) if rows else ()
    danger = emergency_words(ground)
    blocks = (*danger, *first, *reach, *calls(ground))
    return SheetPart(heading=_("Warning signs, and whom to call"), code="help", blocks=blocks)


def _where(ground: Ground) -> SheetPart:
    return SheetPart(heading=_("Where things are"), code="where", blocks=told(ground, "where-things", lines=2))


def _rows(ground: Ground, *names: str) -> tuple[Block, ...]:
    rows = fact_rows(ground, names, most_lines=1)
    return (rows,) if rows.rows else ()


def _dated(ground: Ground, *names: str) -> tuple[Block, ...]:
    rows = dated_rows(ground, names)
    return (rows,) if rows.rows else ()
