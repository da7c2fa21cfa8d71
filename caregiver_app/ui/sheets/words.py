"""What sheets and choices are called on the screen."""

from __future__ import annotations

from caregiver_app.model.sheets.kinds import SETS, PrintSet, SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import language_name, ngettext, speaks_on_paper
from caregiver_app.support.sentences.sheet_names import set_name, sheet_name
from caregiver_app.ui.sheets.wanted import Ask, Period, Wanted, What
from caregiver_app.ui.theme import Icon

_HOURS_OF_DAY = 24


def what_name(what: What) -> str:
    """Return what a sheet or a set is called."""
    return set_name(what) if isinstance(what, PrintSet) else sheet_name(what)


def what_holds(what: What) -> str:
    """Return a line that says what is in it."""
    if isinstance(what, PrintSet):
        return ", ".join(sheet_name(kind) for kind in SETS[what])
    return _sheet_line(what)


def what_icon(what: What) -> Icon:
    """Return the icon of a sheet or a set."""
    return _ICONS.get(what, Icon.NOTES)


def lacking_words(wanted: Wanted) -> str:
    """Return what is to be chosen before there is anything to make."""
    asks = wanted.asks
    if Ask.DAY in asks:
        return _("Choose an awareness day first.")
    if Ask.PACK in asks:
        return _("Choose a pack first.")
    return _("Add a page first.")


def language_choices(window: str) -> tuple[tuple[str, str], ...]:
    """Return the languages in which sheets can be had, with their names, that of the window first."""
    tags = [window, *(tag for tag in LANGUAGE_NAMES if speaks_on_paper(tag) and tag != window)]
    return tuple((tag, LANGUAGE_NAMES.get(tag) or language_name(tag) or tag) for tag in tags)


def size_choices() -> tuple[tuple[PrintSize, str], ...]:
    """Return how large the text may be."""
    return (
        (PrintSize.NORMAL, _("Normal")),
        (PrintSize.LARGE, _("Large")),
        (PrintSize.EXTRA_LARGE, _("Extra large")),
    )


def paper_choices() -> tuple[tuple[PaperSize, str], ...]:
    """Return the papers."""
    # Translators: sizes of paper
    return ((PaperSize.A4, _("A4")), (PaperSize.LETTER, _("Letter")))


def period_choices() -> tuple[tuple[Period, str], ...]:
    """Return the spans of days."""
    return (
        # Translators: days of a journal or of measurements: so many as the sheet has where nobody says otherwise
        (Period.USUAL, _("The usual days")),
        (Period.WEEK, _("The last 7 days")),
        (Period.MONTH, _("The last 30 days")),
        (Period.QUARTER, _("The last 3 months")),
        (Period.ALL, _("All days")),
        (Period.TYPED, _("Other days")),
    )


def hours_words(hours: int) -> str:
    """Return how long a handover reaches."""
    if hours % _HOURS_OF_DAY:
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    days = hours // _HOURS_OF_DAY
    return ngettext("{count} day", "{count} days", days).format(count=days)


def _sheet_line(kind: SheetKind) -> str:
    return {
        SheetKind.EMERGENCY: _("One page for the ambulance and the door"),
        SheetKind.PASSPORT: _("What staff must know, and what matters"),
        SheetKind.ABOUT_ME: _("Who they are, what they like"),
        SheetKind.VISIT: _("Worries, questions and room for answers"),
        SheetKind.QUESTIONS: _("Open questions with lines to write on"),
        SheetKind.MEDICINES: _("All medicines, as they were written down"),
        SheetKind.HANDOVER: _("What a helper needs while you are away"),
        SheetKind.JOURNAL: _("Your notes of some days"),
        SheetKind.MEASUREMENTS: _("Charts and tables of what was measured"),
        SheetKind.LOG_GRID: _("A week to fill in by hand"),
        SheetKind.SYMPTOM_CHART: _("To fill in by hand"),
        SheetKind.CARER_CARD: _("For your wallet: somebody depends on you"),
        SheetKind.RESOURCE_LIST: _("Pages with codes to scan and the days they were checked"),
        SheetKind.ARTICLE: _("A page of your library, with its source"),
        SheetKind.GUIDE: _("A guide, in full"),
        SheetKind.CHECKLIST: _("With boxes to tick"),
        SheetKind.HELPLINES: _("As a page, or as cards for the wallet"),
        SheetKind.AWARENESS_FLYER: _("For a notice board"),
        SheetKind.SHARE_FLYER: _("Pages and your words, for somebody else"),
        SheetKind.PACK_CONTENTS: _("A list for a folder"),
        SheetKind.RECOVERY: _("Opens your notes without the passphrase"),
        SheetKind.KEY_SHEET: _("For people who make packs"),
    }[kind]


_ICONS: dict[What, Icon] = {
    PrintSet.HOSPITAL_BAG: Icon.EMERGENCY,
    PrintSet.HELPERS_WEEKEND: Icon.PERSON,
    PrintSet.CLINIC_VISIT: Icon.CALENDAR,
    PrintSet.FRIDGE_DOOR: Icon.HOME,
    SheetKind.EMERGENCY: Icon.EMERGENCY,
    SheetKind.PASSPORT: Icon.HEART,
    SheetKind.ABOUT_ME: Icon.PERSON,
    SheetKind.VISIT: Icon.CALENDAR,
    SheetKind.QUESTIONS: Icon.QUESTION,
    SheetKind.MEDICINES: Icon.PILL,
    SheetKind.HANDOVER: Icon.SHARE,
    SheetKind.JOURNAL: Icon.NOTES,
    SheetKind.MEASUREMENTS: Icon.HISTORY,
    SheetKind.LOG_GRID: Icon.CALENDAR,
    SheetKind.SYMPTOM_CHART: Icon.CALENDAR,
    SheetKind.CARER_CARD: Icon.PERSON,
    SheetKind.RESOURCE_LIST: Icon.QR,
    SheetKind.ARTICLE: Icon.LIBRARY,
    SheetKind.GUIDE: Icon.BOOKMARK,
    SheetKind.CHECKLIST: Icon.CHECK,
    SheetKind.HELPLINES: Icon.PHONE,
    SheetKind.AWARENESS_FLYER: Icon.CALENDAR,
    SheetKind.SHARE_FLYER: Icon.FLYER,
    SheetKind.PACK_CONTENTS: Icon.PACKS,
    SheetKind.RECOVERY: Icon.SHIELD,
    SheetKind.KEY_SHEET: Icon.SHIELD,
}
