"""The medicines list: a record of what is written on labels, letters and lists. It counts and judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Notice, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.medicines import label_rule
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.people import ABOUT_NOBODY
from caregiver_app.vault.sheets.fact_rows import fact_part, fact_rows
from caregiver_app.vault.sheets.frame import framed, medicines_checked
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.medicine_words import (
    background_lines,
    is_as_needed,
    kind_words,
    medicine_name,
    medicines_heading,
    medicines_now,
    stopped_line,
    taken_lines,
    unsaid_medicines,
)
from caregiver_app.vault.sheets.unsaid import medicines_state, unsaid_medicines_part, unsaid_words

_ALLERGIES = ("allergies",)
_GIVING = ("taking-medicines", "who-gives-medicines", "medicines-place")


def medicines_sheet(ground: Ground) -> Sheet:
    """Return the list: what is taken always goes along, what was stopped may be left out."""
    parts = (
        SheetPart(heading="", blocks=(_notice(ground), _allergies(ground))),
        *_now(ground),
        unsaid_medicines_part(ground, _entries(_unsaid_entry(ground, one) for one in unsaid_medicines(ground))),
        SheetPart(heading=_("Stopped, and why"), code="stopped", blocks=_stopped(ground)),
        fact_part(ground, "giving", _("How medicines are taken"), _GIVING),
        fact_part(ground, "who-knows", _("Who knows more"), ("doctor", "pharmacy")),
    )
    checked = medicines_checked((*medicines_now(ground), *unsaid_medicines(ground)))
    return framed(ground, SheetKind.MEDICINES, _("Medicines list"), parts, checked=checked)


def _allergies(ground: Ground) -> Rows:
    return fact_rows(ground, _ALLERGIES, strong=_ALLERGIES, labels={"allergies": _("Allergies")})


def _notice(ground: Ground) -> Notice:
    return Notice(title=_("This is a record, not a prescription."), text="" if ground.is_keepsake else label_rule())


def _now(ground: Ground) -> Iterator[SheetPart]:
    found = medicines_now(ground)
    if not found:
        yield SheetPart(heading=medicines_heading(ground), blocks=medicines_state(ground))
        return
    risky = [one for one in found if one.text.high_risk]
    needed = [one for one in found if is_as_needed(one.text) and not one.text.high_risk]
    others = [one for one in found if not is_as_needed(one.text) and not one.text.high_risk]
    headings = (_("High-risk medicines"), medicines_heading(ground), _("Only when needed"))
    for heading, medicines in zip(headings, (risky, others, needed), strict=True):
        yield SheetPart(heading=heading, blocks=_entries(_entry(ground, one) for one in medicines))


def _entry(ground: Ground, medicine: Medicine) -> Entry:
    return _told(ground, medicine, kind_words(replace(medicine.text, high_risk=False)))  # the heading says that already


def _unsaid_entry(ground: Ground, medicine: Medicine) -> Entry:
    return _told(ground, medicine, kind_words(medicine.text))


def _told(ground: Ground, medicine: Medicine, kinds: tuple[str, ...]) -> Entry:
    text = medicine.text
    unknown = not (text.dose or text.as_needed_rule or ground.is_keepsake)
    taken = (*((_("No dose is written down here."),) if unknown else ()), *taken_lines(ground, text))
    return Entry(title=medicine_name(text), lead="\n".join(taken), lines=(*kinds, *background_lines(ground, text)))


def _stopped(ground: Ground) -> tuple[Block, ...]:
    store, today = ground.vault.medicines, ground.today.isoformat()
    stopped = [(one.text, ()) for one in store.stopped(ground.shown, today=today)]
    unsaid = store.stopped(ABOUT_NOBODY, today=today) if ground.sets_apart else ()
    every = (*stopped, *((one.text, (unsaid_words(),)) for one in unsaid))
    return _entries(Entry(title=medicine_name(text), lines=(stopped_line(text), *about)) for text, about in every)


def _entries(entries: Iterable[Entry]) -> tuple[Block, ...]:
    found = tuple(entries)
    return (Entries(entries=found),) if found else ()
