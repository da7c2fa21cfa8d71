"""The medicines list: a record of what is written on labels, letters and lists. It counts and judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Notice, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.sheets.contact_entries import own_list_state
from caregiver_app.vault.sheets.fact_rows import fact_part, fact_rows
from caregiver_app.vault.sheets.frame import framed, medicines_checked
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.medicine_words import (
    background_lines,
    kind_words,
    medicine_name,
    medicines_heading,
    medicines_now,
    stopped_line,
    taken_lines,
)

_ALLERGIES = ("allergies",)
_GIVING = ("taking-medicines", "who-gives-medicines", "medicines-place")


def medicines_sheet(ground: Ground) -> Sheet:
    """Return the list: what is taken always goes along, what was stopped may be left out."""
    parts = (
        SheetPart(heading="", blocks=(_notice(ground), _allergies(ground))),
        *_now(ground),
        SheetPart(heading=_("Stopped, and why"), code="stopped", blocks=_stopped(ground)),
        fact_part(ground, "giving", _("How medicines are taken"), _GIVING),
        fact_part(ground, "who-knows", _("Who knows more"), ("doctor", "pharmacy")),
    )
    return framed(ground, SheetKind.MEDICINES, _("Medicines list"), parts, checked=medicines_checked(ground))


def _allergies(ground: Ground) -> Rows:
    return fact_rows(ground, _ALLERGIES, strong=_ALLERGIES, labels={"allergies": _("Allergies")})


def _notice(ground: Ground) -> Notice:
    differs = _("If this differs from the label on the box, follow the label and ask the pharmacist.")
    return Notice(title=_("This is a record, not a prescription."), text="" if ground.is_keepsake else differs)


def _now(ground: Ground) -> Iterator[SheetPart]:
    found = medicines_now(ground)
    if not found:
        yield SheetPart(heading=medicines_heading(ground), blocks=own_list_state(ground, "medicines"))
        return
    risky = [one for one in found if one.text.high_risk]
    needed = [one for one in found if one.text.as_needed and not one.text.high_risk]
    others = [one for one in found if not one.text.as_needed and not one.text.high_risk]
    headings = (_("High-risk medicines"), medicines_heading(ground), _("Only when needed"))
    for heading, medicines in zip(headings, (risky, others, needed), strict=True):
        yield SheetPart(heading=heading, blocks=_entries(_entry(ground, one) for one in medicines))


def _entry(ground: Ground, medicine: Medicine) -> Entry:
    text = medicine.text
    unknown = not (text.dose or text.as_needed_rule or ground.is_keepsake)
    taken = (*((_("No dose is written down here."),) if unknown else ()), *taken_lines(ground, text))
    kinds = kind_words(replace(text, high_risk=False))  # the heading says that already
    lines = (*kinds, *background_lines(ground, text))
    return Entry(title=medicine_name(text), lead="\n".join(taken), lines=lines)


def _stopped(ground: Ground) -> tuple[Block, ...]:
    stopped = ground.vault.medicines.stopped(ground.shown, today=ground.today.isoformat())
    return _entries(Entry(title=medicine_name(one.text), lines=(stopped_line(one.text),)) for one in stopped)


def _entries(entries: Iterable[Entry]) -> tuple[Block, ...]:
    found = tuple(entries)
    return (Entries(entries=found),) if found else ()
