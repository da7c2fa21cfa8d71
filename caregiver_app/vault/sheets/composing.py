"""Makes the sheet that somebody wishes, with all that may go on it, in its own language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import speaking
from caregiver_app.vault.sheets.about_me import about_me_sheet
from caregiver_app.vault.sheets.carer_card import carer_card
from caregiver_app.vault.sheets.emergency import emergency_sheet
from caregiver_app.vault.sheets.ground import Ground, ground_of
from caregiver_app.vault.sheets.handover import handover_sheet
from caregiver_app.vault.sheets.journal import journal_sheet
from caregiver_app.vault.sheets.log_grids import log_grid, symptom_chart
from caregiver_app.vault.sheets.measurements import measurements_sheet
from caregiver_app.vault.sheets.medicines import medicines_sheet
from caregiver_app.vault.sheets.passport import passport_sheet
from caregiver_app.vault.sheets.questions import questions_sheet
from caregiver_app.vault.sheets.visit import visit_sheet
from caregiver_app.vault.store import Vault

_MAKERS: Mapping[SheetKind, Callable[[Ground], Sheet]] = MappingProxyType(
    {
        SheetKind.EMERGENCY: emergency_sheet,
        SheetKind.PASSPORT: passport_sheet,
        SheetKind.MEDICINES: medicines_sheet,
        SheetKind.CARER_CARD: carer_card,
        SheetKind.ABOUT_ME: about_me_sheet,
        SheetKind.VISIT: visit_sheet,
        SheetKind.QUESTIONS: questions_sheet,
        SheetKind.HANDOVER: handover_sheet,
        SheetKind.JOURNAL: journal_sheet,
        SheetKind.MEASUREMENTS: measurements_sheet,
        SheetKind.LOG_GRID: log_grid,
        SheetKind.SYMPTOM_CHART: symptom_chart,
    }
)


def compose(vault: Vault, wish: PrivateWish, *, now: Millis, zone: str) -> Sheet:
    """Return a sheet, each part as it is at first; `zone` is the computer's, an IANA name.

    Raises:
        PrintError: nobody is chosen where there are several, or what is asked for does not exist.
        RuntimeError: the sheet is none of care notes.
    """
    make = _MAKERS.get(wish.kind)
    if make is None:
        raise RuntimeError(f"{wish.kind.value} is not made of care notes")
    ground = ground_of(vault, wish, now=now, zone=zone)
    with speaking(wish.language):
        return make(ground)
