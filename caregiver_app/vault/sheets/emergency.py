"""The emergency sheet: one page for whoever comes at night. What can kill stands first, whom to call is large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caregiver_app.model.sheets.blocks import Block, Item, Items, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import UNSAID, Sheet, SheetForm, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.medicines import label_rule, list_age
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.records.medicines import Medicine, MedicineText
from caregiver_app.vault.sheets.contact_entries import calls, calls_heading
from caregiver_app.vault.sheets.fact_rows import fact_rows
from caregiver_app.vault.sheets.frame import BIRTH_DATE, facts_checked, framed, medicines_checked
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.medicine_words import (
    as_one_line,
    medicine_name,
    medicines_heading,
    medicines_now,
    names_of,
    taken_lines,
    unsaid_medicines,
)
from caregiver_app.vault.sheets.prose import words
from caregiver_app.vault.sheets.unsaid import medicines_state, unsaid_medicines_part

MOST_CONTACTS, MOST_UNORDERED = 4, 6
"""Without an order those who matter may stand further down."""

_WHO = "full-name known-as health-number communication languages interpreter-needed hearing-aids glasses dentures"
_HEALTH = "conditions likely-emergencies normal-for-them do"
_HOME = "address way-in phone lives-alone depends-on-carer"
_PAPERS = "papers doctor pharmacy"
_MAY_GO = (BIRTH_DATE, "resuscitation", "way-in", "lives-alone")
"""What one may not want on a paper that hangs in the hall."""


def emergency_sheet(ground: Ground) -> Sheet:
    """Return the emergency sheet."""
    parts = (
        SheetPart(heading=_("Know this first"), blocks=(_first(ground),)),
        SheetPart(heading=_("Who this is"), blocks=(_rows(ground, _who(ground)),)),
        SheetPart(heading=calls_heading(ground), code="call", blocks=_calls(ground)),
        SheetPart(heading=_("Health"), code="health", blocks=(_rows(ground, _HEALTH),)),
        SheetPart(heading=medicines_heading(ground), code="medicines", blocks=_medicines_now(ground)),
        unsaid_medicines_part(ground, _medicines(ground, unsaid_medicines(ground))),
        SheetPart(heading=_("At home"), code="home", blocks=(_rows(ground, _HOME),)),
        SheetPart(heading=_("Papers and who knows more"), code="papers", blocks=(_rows(ground, _PAPERS),)),
    )
    return framed(
        ground,
        SheetKind.EMERGENCY,
        _("Emergency sheet"),
        parts,
        checked=facts_checked(ground, fields_of(Form.EMERGENCY)),
        form=SheetForm.ONE_PAGE,
    )


def _who(ground: Ground) -> str:
    """Return what says who this is; a date of birth that is known stands beside the name, at the top."""
    return _WHO if ground.said(BIRTH_DATE) else f"{_WHO} {BIRTH_DATE}"


def _calls(ground: Ground) -> tuple[Block, ...]:
    return calls(ground, most=MOST_CONTACTS, unordered=MOST_UNORDERED)


def _first(ground: Ground) -> Rows:
    allergies = _rows(ground, "allergies", strong=("allergies",))
    others = _rows(ground, "resuscitation devices avoid", strong=("resuscitation",))
    risky = (
        *_risky(_("High-risk medicines"), "high-risk", medicines_now(ground)),
        *_risky(_("High-risk medicines: not written down for whom"), f"{UNSAID}high-risk", unsaid_medicines(ground)),
    )
    return Rows(rows=(*allergies.rows, *risky, *others.rows))


def _risky(label: str, tick: str, medicines: Sequence[Medicine]) -> tuple[Row, ...]:
    dangerous = [medicine for medicine in medicines if medicine.text.high_risk]
    return (Row(label=label, value=names_of(dangerous), strong=True, tick=tick),) if dangerous else ()


def _medicines_now(ground: Ground) -> tuple[Block, ...]:
    return _medicines(ground, medicines_now(ground)) or medicines_state(ground)


def _medicines(ground: Ground, found: Sequence[Medicine]) -> tuple[Block, ...]:
    if not found:
        return ()
    items = Items(items=tuple(Item(text=_medicine(ground, one.text)) for one in found))
    said = (list_age(medicines_checked(found)), "" if ground.is_keepsake else label_rule())
    return (items, words("\n".join(filter(None, said)), small=True))


def _medicine(ground: Ground, text: MedicineText) -> str:
    kind = (_("Without prescription"),) if text.over_the_counter else ()
    return " · ".join((medicine_name(text), *map(as_one_line, taken_lines(ground, text)), *kind))


def _rows(ground: Ground, names: str, *, strong: tuple[str, ...] = ()) -> Rows:
    return fact_rows(ground, names.split(), strong=strong, ticked=_MAY_GO, labels=_short_labels(), most_lines=1)


def _short_labels() -> Mapping[str, str]:
    return {
        "allergies": _("Allergies"),
        "resuscitation": _("Resuscitation"),
        "devices": _("Devices"),
        "communication": _("Communication"),
        "interpreter-needed": _("Interpreter needed"),
        "likely-emergencies": _("May happen"),
        "normal-for-them": _("Normal for them"),
        "papers": _("Papers"),
        "depends-on-carer": _("Depends on the carer"),
    }
