"""What sheets and print sets are called where people choose them. A sheet says its own title itself."""

from __future__ import annotations

from caregiver_app.model.sheets.kinds import Audience, PrintSet, SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext, speaking


def sheet_name(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    return {
        SheetKind.EMERGENCY: _("Emergency sheet"),
        SheetKind.PASSPORT: _("Hospital passport"),
        SheetKind.ABOUT_ME: pgettext("sheet", "About me"),
        SheetKind.VISIT: _("Visit sheet"),
        SheetKind.QUESTIONS: _("Questions"),
        SheetKind.MEDICINES: _("Medicines list"),
        SheetKind.HANDOVER: _("Notes for a helper"),
        SheetKind.JOURNAL: _("Journal"),
        SheetKind.MEASUREMENTS: _("Measurements"),
        SheetKind.LOG_GRID: _("Daily log for a week"),
        SheetKind.SYMPTOM_CHART: _("Symptom chart"),
        SheetKind.CARER_CARD: _("Carer's card"),
        SheetKind.RESOURCE_LIST: _("List of resources"),
        SheetKind.ARTICLE: _("Page"),
        SheetKind.GUIDE: _("Guide"),
        SheetKind.CHECKLIST: _("Checklist"),
        SheetKind.HELPLINES: _("Phone lines"),
        SheetKind.AWARENESS_FLYER: _("Flyer for an awareness day"),
        SheetKind.SHARE_FLYER: _("Flyer of shared pages"),
        SheetKind.PACK_CONTENTS: _("What is in a pack"),
        SheetKind.RECOVERY: _("Recovery sheet"),
        SheetKind.KEY_SHEET: _("Key sheet for packs"),
    }[kind]


def set_name(chosen: PrintSet) -> str:
    """Return what a print set is called."""
    return {
        PrintSet.HOSPITAL_BAG: _("Hospital bag"),
        PrintSet.HELPERS_WEEKEND: _("A helper's weekend"),
        PrintSet.CLINIC_VISIT: _("Clinic visit"),
        PrintSet.FRIDGE_DOOR: _("Fridge door"),
    }[chosen]


def title_of_set(name: str, language: str) -> str:
    """Return the title of a file with the sheets of a set, in their language (BCP 47); "" of a single sheet."""
    if name not in {each.value for each in PrintSet}:
        return ""
    with speaking(language):
        return set_name(PrintSet(name))


def audience_name(audience: Audience) -> str:
    """Return what those are called for whom a sheet is."""
    return {
        Audience.AMBULANCE: _("The ambulance"),
        Audience.WARD: _("The hospital ward"),
        Audience.RELIEF_CARER: _("A helper"),
        Audience.RELATIVE: _("A relative or friend"),
    }[audience]
