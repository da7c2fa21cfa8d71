"""Medicines that came, changed or ended since the last visit: in the words of before and of now, nothing judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from caregiver_app.model.sheets.blocks import Item, Items
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.changes.versions import Version
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.people import ABOUT_NOBODY
from caregiver_app.vault.sheets.ground import Ground, written_day
from caregiver_app.vault.sheets.medicine_words import as_one_line, medicine_name, stopped_line, taken_lines
from caregiver_app.vault.sheets.unsaid import unsaid_words

_TELLS = ("strength", "form", "dose", "how", "times", "as_needed_rule", "maximum")
_FLAGS = ("as_needed", "high_risk")


def medicine_part(ground: Ground, since: Millis) -> SheetPart:
    """Return which medicines were begun, changed or stopped since a moment, in the words of before and of now."""
    store = ground.vault.medicines
    own, unsaid = store.list(ground.shown), store.list(ABOUT_NOBODY) if ground.sets_apart else ()
    grown = any(one.created_at < since for one in (*own, *unsaid))
    every = (*((one, "") for one in own), *((one, unsaid_words()) for one in unsaid))
    found = ((one, about, _changes(ground, one, since, grown=grown)) for one, about in every)
    items = tuple(
        Item(text=medicine_name(one.text), lines=(about, *told) if about else told)
        for one, about, told in found
        if told
    )
    heading = _("Medicines changed since {day}").format(day=day_words(ground.day_of(since)))
    return SheetPart(heading=heading, code="medicine-changes", blocks=(Items(items=items),) if items else ())


def _changes(ground: Ground, medicine: Medicine, since: Millis, *, grown: bool) -> tuple[str, ...]:
    """Say what became of a medicine. `grown`: there was a list before, so that what was added to it is news."""
    day, stopped = ground.day_of(since), written_day(medicine.text.stopped)
    if stopped is not None:
        return (_stopped(medicine, stopped, ground.today),) if stopped >= day else ()
    earlier = [one for one in ground.vault.versions.of("medicine", medicine.id) if one.at >= since]
    return (*_taken_again(ground, earlier), *_came_or_changed(ground, medicine, earlier, since, grown=grown))


def _came_or_changed(
    ground: Ground, medicine: Medicine, earlier: Sequence[Version], since: Millis, *, grown: bool
) -> Iterator[str]:
    begun = written_day(medicine.text.started)
    if begun is not None and begun >= ground.day_of(since):
        if begun <= ground.today:
            yield _("Since {day}").format(day=day_words(begun))
        yield from taken_lines(ground, medicine.text)
    elif medicine.created_at < since:
        yield from _rewritten(medicine, earlier)
    elif grown and begun is None:
        yield _("Added to the list on {day}").format(day=day_words(ground.day_of(medicine.created_at)))
        yield from taken_lines(ground, medicine.text)


def _stopped(medicine: Medicine, stopped: date, today: date) -> str:
    if stopped <= today:
        return stopped_line(medicine.text)
    # Translators: of a medicine; {day} is still to come
    return _("To be stopped on {day}").format(day=day_words(stopped))


def _taken_again(ground: Ground, earlier: Sequence[Version]) -> Iterator[str]:
    """Say that a medicine which is taken was stopped for a while, or was meant to be."""
    for version in earlier:
        stopped = written_day(version.values.get("stopped"))
        if stopped is None:
            continue
        again = ground.day_of(version.at)
        if stopped <= again:
            # Translators: of a medicine; both are days
            words = _("Stopped on {stopped}, taken again since {again}")
            yield words.format(stopped=day_words(stopped), again=day_words(again))
        else:
            yield _("No longer to be stopped on {day}").format(day=day_words(stopped))
        return


def _rewritten(medicine: Medicine, earlier: Sequence[Version]) -> Iterator[str]:
    """Say how it was written before, where that was changed since; earlier versions are kept for thirty days."""
    if not earlier:
        return
    before, now = earlier[-1].values, asdict(medicine.text)
    if any(before.get(name, "") != now[name] for name in ("name", *_TELLS, *_FLAGS)):
        tells = _TELLS if before.get("name") == now["name"] else ("name", *_TELLS)
        yield _("Before: {words}").format(words=_told(before, tells))
        yield _("Now: {words}").format(words=_told(now, tells))


def _told(values: Mapping[str, Any], tells: Sequence[str]) -> str:
    told = [as_one_line(str(values.get(name) or "")) for name in tells]
    needed = _("only when needed") if values.get("as_needed") else ""
    risk = _("High risk") if values.get("high_risk") else ""
    return ", ".join(part for part in (*told, needed, risk) if part) or "–"
