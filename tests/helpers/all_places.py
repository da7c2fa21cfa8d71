"""Every place that somebody can come to in the window. A new screen, tab, step, drawer or popover adds a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.ui.awareness.joining import AWARENESS
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.entries import LIBRARY, SETTINGS
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.vault.store import Vault
from tests.helpers.all_screens import Place
from tests.helpers.care_visits import fill_visits
from tests.helpers.clock import MONDAY
from tests.helpers.first_run import go_on, skip_all
from tests.helpers.invented_library import fill_with_invented
from tests.helpers.place_acts import (
    all_notices,
    ask_for_a_link,
    at_hour,
    choose_dementia,
    close_what_lies_over,
    find_anything,
    found,
    link_of_a_note,
    make_a_pack,
    open_a_source,
    open_menu,
    open_page_list,
    panel_comes,
    pick_a_source,
    read_first,
    search_nothing,
    show_all,
    skip_to,
    still_monday,
    tab,
)
from tests.helpers.print_window import seen
from tests.helpers.vaults import filled_care


def a_folder_lived_in(folder: Path) -> None:
    """Put the locked care notes of an invented family into a data folder."""
    filled_care(folder, _fill_notes)


def fill_lived_in(library: Library) -> None:
    """Put invented pages into its library."""
    fill_with_invented(library, at=MONDAY)


def _fill_notes(vault: Vault) -> None:
    fill_visits(vault, MONDAY)


FIRST_START: Sequence[Place] = (
    Place(name="first-run-welcome"),
    Place(name="first-run-bring-back", steps=("I have a backup or a recovery sheet",)),
    Place(name="first-run-topics", steps=(close_what_lies_over, go_on)),
    Place(name="first-run-packs", steps=(choose_dementia, skip_to(StepKey.PACKS))),
    Place(name="first-run-updates", steps=(skip_to(StepKey.UPDATES),)),
    Place(name="first-run-when", steps=(skip_to(StepKey.WHEN),)),
    Place(name="first-run-notes", steps=(skip_to(StepKey.NOTES),)),
    Place(name="home-first", screen=HOME, steps=(skip_all,)),
    Place(name="library-empty", screen=LIBRARY),
    Place(name="care-set-up-who", screen=CARE),
    Place(name="care-set-up-passphrase", screen=CARE, steps=("Only me", "Continue")),
    Place(name="print-without-notes", screen=PRINT),
    Place(name="share-empty", screen=SHARE),
    Place(name="packs-first", screen=PACKS),
)
"""Of a folder in which there is nothing yet, in the order in which a person comes to them."""

LOCKED: Sequence[Place] = (
    Place(name="home-locked", screen=HOME),
    Place(name="home-night", screen=HOME, steps=(at_hour(3),)),
    Place(name="emergency", screen=EMERGENCY_PAGE, steps=(still_monday,)),
    Place(name="care-locked", screen=CARE),
    Place(name="care-recover", screen=CARE, steps=("Use my recovery sheet",)),
    Place(name="care-sealed-note", screen=CARE, steps=("Write a note",)),
    Place(name="print-locked", screen=PRINT),
    Place(name="settings-care-locked", screen=SETTINGS, steps=("Care notes and locking",)),
)
"""Of a folder with care notes, before anybody unlocked them."""

OF_THE_NOTES = (
    "Restless evening",
    "Coughed when drinking",
    "Memory clinic review",
    "Dr Osei",
    "Could the new tablet",
    "leave her alone",
    "look at the stairs",
    "Letter with the results",
    "Donepezil",
)
"""Words that stand in the care notes alone, of each kind of record."""

_MORE = "More for your care notes"
_VISIT = tab("appointments")

OPEN: Sequence[Place] = (
    Place(name="home", screen=HOME),
    Place(name="home-notices", screen=HOME, steps=(all_notices,)),
    Place(name="home-help", screen=HOME, steps=(found("Help for this screen"),)),
    Place(name="find-anything", screen=HOME, steps=(find_anything,)),
    Place(name="menu", screen=HOME, steps=(open_menu,)),
    Place(name="library", screen=LIBRARY),
    Place(name="library-picker", screen=LIBRARY, steps=(open_page_list,)),
    Place(name="library-shelves", screen=LIBRARY, steps=(open_page_list, "Collections and searches")),
    Place(name="library-add-source", screen=LIBRARY, steps=(open_page_list, "Add a source")),
    Place(name="library-sources", screen=LIBRARY, steps=(open_page_list, "Sources and topics", pick_a_source)),
    Place(
        name="library-choose-topics",
        screen=LIBRARY,
        steps=(open_page_list, "Sources and topics", open_a_source, "Choose its topics"),
    ),
    Place(name="library-search-tips", screen=LIBRARY, steps=(found("Search tips"),)),
    Place(name="library-muted-words", screen=LIBRARY, steps=(found("Muted words"),)),
    Place(name="library-topics", screen=LIBRARY, steps=(lambda opened: opened.whole.ways.open_topics(),)),
    Place(name="library-check-link", screen=LIBRARY, steps=(found("Check a link"),)),
    Place(name="library-reading", screen=LIBRARY, steps=(read_first,)),
    Place(name="library-about-page", screen=LIBRARY, steps=(read_first, found("About this page"))),
    Place(name="library-about-source", screen=LIBRARY, steps=(read_first, found("About this source"))),
    Place(name="library-collect", screen=LIBRARY, steps=(read_first, found("Save to collection"))),
    Place(name="library-check", screen=LIBRARY, steps=(read_first, "Check it first")),
    Place(name="library-nothing-found", screen=LIBRARY, steps=(search_nothing,)),
    Place(name="help", screen=HELP, steps=(show_all,)),
    Place(name="help-groups", screen=HELP, steps=("Online groups",)),
    Place(name="awareness", screen=AWARENESS),
    Place(name="awareness-month", screen=AWARENESS, steps=("Month",)),
    Place(name="care-journal", screen=CARE, steps=(tab("journal"),)),
    Place(name="care-journal-note", screen=CARE, steps=(tab("journal"), "Open the note of")),
    Place(
        name="care-journal-cite",
        screen=CARE,
        steps=(tab("journal"), "Open the note of", "Add a page from the library"),
    ),
    Place(name="care-journal-link", screen=CARE, steps=(link_of_a_note,)),
    Place(name="care-journal-note-menu", screen=CARE, steps=(tab("journal"), "More for note of")),
    Place(name="care-questions", screen=CARE, steps=(tab("questions"),)),
    Place(name="care-question-form", screen=CARE, steps=(tab("questions"), "Write a question")),
    Place(name="care-question-ready", screen=CARE, steps=(tab("questions"), "Pick ready questions")),
    Place(name="care-question-answer", screen=CARE, steps=(tab("questions"), "Write the answer")),
    Place(name="care-question-menu", screen=CARE, steps=(tab("questions"), "More for the question")),
    Place(name="care-question-files", screen=CARE, steps=(tab("questions"), "More for the question", "Files")),
    Place(name="care-appointments", screen=CARE, steps=(_VISIT,)),
    Place(name="care-appointment-form", screen=CARE, steps=(_VISIT, "Add an appointment")),
    Place(name="care-appointment-after", screen=CARE, steps=(_VISIT, "After the visit")),
    Place(name="care-chase-form", screen=CARE, steps=(_VISIT, "Add something to chase")),
    Place(name="care-medicines", screen=CARE, steps=(tab("medicines"),)),
    Place(name="care-medicine-form", screen=CARE, steps=(tab("medicines"), "Add a medicine")),
    Place(name="care-medicine-stop", screen=CARE, steps=(tab("medicines"), "More for Donepezil", "It was stopped")),
    Place(name="care-measurements", screen=CARE, steps=(tab("measurements"),)),
    Place(name="care-measurement-kind", screen=CARE, steps=(tab("measurements"), "Something else")),
    Place(name="care-contacts", screen=CARE, steps=(tab("contacts"),)),
    Place(name="care-contact-form", screen=CARE, steps=(tab("contacts"), "Add a contact")),
    Place(name="care-emergency", screen=CARE, steps=(found("Emergency sheet"),)),
    Place(name="care-more", screen=CARE, steps=(_MORE,)),
    Place(name="care-person", screen=CARE, steps=(_MORE, "About Mum")),
    Place(name="care-add-person", screen=CARE, steps=(_MORE, "Add a person")),
    Place(name="care-search", screen=CARE, steps=(found("Search in your care notes"),)),
    Place(name="care-timeline", screen=CARE, steps=(_MORE, "Everything by time")),
    Place(name="care-deleted", screen=CARE, steps=(_MORE, "Recently deleted")),
    Place(name="care-recovery-sheet", screen=CARE, steps=(_MORE, "Recovery sheet")),
    Place(name="care-send", screen=CARE, steps=(_MORE, "Send to someone I trust")),
    Place(name="care-people", screen=CARE, steps=(_MORE, "People I trust")),
    Place(name="care-add-key", screen=CARE, steps=(_MORE, "People I trust", "Add somebody's key")),
    Place(name="care-own-key", screen=CARE, steps=(_MORE, "People I trust", "My key")),
    Place(name="care-left", screen=CARE, steps=(_MORE, "What left these notes")),
    Place(name="care-received", screen=CARE, steps=(_MORE, "Asked of me")),
    Place(name="care-save-files", screen=CARE, steps=(_MORE, "Save as files")),
    Place(name="care-export", screen=CARE, steps=(_MORE, "Save as files", "Save everything as files")),
    Place(name="care-calendar-file", screen=CARE, steps=(_MORE, "Save as files", "Appointments for a calendar")),
    Place(name="care-erase", screen=CARE, steps=(_MORE, "Erase for good")),
    Place(name="print", screen=PRINT),
    Place(name="print-clinic-visit", screen=PRINT, steps=("Clinic visit", seen)),
    Place(name="print-as-text", screen=PRINT, steps=("Questions.", "Read this sheet as text")),
    Place(name="print-printer", screen=PRINT, steps=("Questions.", "Print: Questions", panel_comes)),
    Place(name="print-save", screen=PRINT, steps=("Questions.", "Save as PDF", panel_comes)),
    Place(name="share", screen=AWARENESS, steps=("Coming up", "Share kit")),
    Place(name="share-add", screen=SHARE, steps=("Add another page",)),
    Place(name="share-past", screen=SHARE, steps=(found("What I shared or printed"),)),
    Place(name="packs", screen=PACKS),
    Place(name="packs-install", screen=PACKS, steps=("Install from a file or USB stick",)),
    Place(name="packs-about", screen=PACKS, steps=("What is inside",)),
    Place(name="packs-remove", screen=PACKS, steps=("Remove",)),
    Place(name="settings-display", screen=SETTINGS, steps=("Reading and display",)),
    Place(name="settings-language", screen=SETTINGS, steps=("Language and region",)),
    Place(name="settings-care", screen=SETTINGS, steps=("Care notes and locking",)),
    Place(name="settings-passphrase", screen=SETTINGS, steps=("Care notes and locking", "Change the passphrase")),
    Place(name="settings-protect", screen=SETTINGS, steps=("Care notes and locking", "Protect the library")),
    Place(name="settings-updates", screen=SETTINGS, steps=("Updates",)),
    Place(name="settings-checking", screen=SETTINGS, steps=("Checking pages",)),
    Place(name="settings-privacy", screen=SETTINGS, steps=("Privacy",)),
    Place(name="settings-export", screen=SETTINGS, steps=("Privacy", "Save the library as files")),
    Place(name="settings-erase-list", screen=SETTINGS, steps=("Privacy", "Erase the list")),
    Place(name="settings-backup", screen=SETTINGS, steps=("Backup",)),
    Place(name="settings-keyboard", screen=SETTINGS, steps=("Keyboard",)),
    Place(name="settings-advanced", screen=SETTINGS, steps=("Advanced",)),
    Place(name="settings-about", screen=SETTINGS, steps=("About",)),
    Place(name="settings-works", screen=SETTINGS, steps=("About", "Works of others")),
    Place(name="studio-the-pack", screen=PACKS, steps=(make_a_pack,)),
    Place(name="studio-contents", screen=PACKS, steps=(make_a_pack, "Step 2 of 6")),
    Place(name="studio-take", screen=PACKS, steps=(make_a_pack, "Step 2 of 6", "Take from your library")),
    Place(name="studio-write", screen=PACKS, steps=(make_a_pack, "Step 3 of 6")),
    Place(name="studio-look-over", screen=PACKS, steps=(make_a_pack, "Step 4 of 6")),
    Place(name="studio-publish", screen=PACKS, steps=(make_a_pack, "Step 5 of 6")),
    Place(name="studio-make-channel", screen=PACKS, steps=(make_a_pack, "Step 5 of 6", "Make a channel")),
    Place(name="studio-link", screen=PACKS, steps=(make_a_pack, "Step 3 of 6", ask_for_a_link)),
    Place(name="studio-round", screen=PACKS, steps=(make_a_pack, "Step 6 of 6")),
)
"""Of a window that is lived in, with open care notes."""

_BESIDE_NOTES = {
    "find-anything",
    "menu",
    "library-reading",
    "help",
    "awareness",
    "share",
    "packs",
    "settings-privacy",
    "settings-backup",
    "studio-look-over",
}
LOCKED_AGAIN: Sequence[Place] = (*LOCKED, *(place for place in OPEN if place.name in _BESIDE_NOTES))
"""What can be come to once open care notes were locked: each screen."""
