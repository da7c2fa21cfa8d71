"""What all sheets of care notes have around them: whose they are, who filled them in, how old they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from caregiver_app.model.sheets.blocks import Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import NAME, HeadLine, Sheet, SheetForm, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.on_paper import printed_on
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.sheets.ground import Ground, written_day

BIRTH_DATE = "birth-date"
"""The code of the line that says when somebody was born, here and in the forms."""

TO_FILL_IN = frozenset({SheetKind.LOG_GRID, SheetKind.SYMPTOM_CHART})
"""Empty sheets for a helper's pen."""


def framed(
    ground: Ground,
    kind: SheetKind,
    title: str,
    parts: Iterable[SheetPart],
    *,
    checked: date | None = None,
    form: SheetForm = SheetForm.PAGES,
    below_title: tuple[str, ...] = (),
    closing: tuple[str, ...] = (),
) -> Sheet:
    """Return a private sheet with its parts; parts with nothing in them are left out.

    `checked` is when somebody last looked at what stands on it, None where nobody did or nothing can be checked.
    """
    return Sheet(
        kind=kind,
        title=title,
        language=ground.wish.language,
        printed_on=printed_on(ground.today),
        parts=tuple(part for part in map(_without_empty, parts) if part.blocks),
        private=True,
        heads=heads_of(ground),
        below_title=below_title,
        foot=foot_of(ground, checked, by_hand=kind in TO_FILL_IN),
        closing=closing,
        form=form,
        whole=_names(ground),
    )


def _names(ground: Ground) -> tuple[str, ...]:
    medicines = (medicine.text.name for medicine in ground.vault.medicines.list())
    return (ground.name, *(person.name for person in ground.people), *medicines)


def _without_empty(part: SheetPart) -> SheetPart:
    return replace(part, blocks=tuple(block for block in part.blocks if block != Rows(rows=())))


def heads_of(ground: Ground) -> tuple[HeadLine, ...]:
    """Return whose sheet it is: the name and, where it is known, the date of birth, unless somebody takes them off.

    Two people of one name on one ward are told apart by it: docs/decisions/0032-the-birth-date-on-each-page.md.
    """
    heads = [HeadLine(code=NAME, label=_("Name at the top of each page"), text=ground.name)]
    born = written_day(ground.said(BIRTH_DATE))
    if born is not None:
        # Translators: {day} is a date of birth
        words = _("Born {day}").format(day=day_words(born))
        heads.append(HeadLine(code=BIRTH_DATE, label=field_labels()[BIRTH_DATE], text=words))
    return tuple(heads)


def foot_of(ground: Ground, checked: date | None, *, by_hand: bool = False) -> tuple[str, ...]:
    """Return who filled it in, and when somebody last looked at it, where that is known.

    What is to be filled in `by_hand` was only prepared: somebody else answers for what will stand there.
    """
    by = ground.said("filled-in-by")
    made = _("Prepared by {name}") if by_hand else _("Filled in by {name}")
    foot = [made.format(name=by)] if by else []
    if checked is not None:
        foot.append(_("Last checked on {day}").format(day=day_words(checked)))
    return tuple(foot)


def facts_checked(ground: Ground, names: Iterable[str]) -> date | None:
    """Return when the field that was looked at longest ago was, None where nobody was asked anything."""
    facts = [ground.facts[name] for name in names if name in ground.facts]
    times = [time for fact in facts if (time := fact.checked_at or fact.changed_at) is not None]
    return ground.day_of(min(times)) if times else None


def medicines_checked(medicines: Iterable[Medicine]) -> date | None:
    """Return the day of the check that is longest ago among medicines, None where one was never checked."""
    days = [written_day(medicine.text.copied_on) for medicine in medicines]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None
