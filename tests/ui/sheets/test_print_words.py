"""Words that are in the way of a sheet: Print says which, where they stand, and every time a way on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.library.store import Library
from caregiver_app.library.subjects import NewLink
from caregiver_app.model.guard import UNCHECKED as UNCHECKED_WORDS
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.sheets.body import SheetsBody
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.sheets.unsettled import OpenDetail, Unsettled
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_notes import fill_family
from tests.helpers.care_window import lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.print_window import body_of, let_go, seen, show_sheet
from tests.helpers.vaults import filled_care
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

PHONE = "07700 900461"
UNCHECKED = "Your care notes are locked, so your words could not be compared with them."
FOUND = "Something in a title should not go along."


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window with a list of one page; the notes are locked."""
    folder = tmp_path / "data"
    filled_care(folder, fill_family)
    with open_whole(theme, folder, start=starter_folder, fill=in_britain, screen=PRINT) as opened:
        source = add_source(opened.library, "Kind Nurses", host="kind.example", at=MONDAY)
        (page,) = add_pages(opened.library, source, [APage(title="Sleeping better")], at=MONDAY)
        show_sheet(opened, SheetKind.RESOURCE_LIST, subjects=(Subject(kind=SubjectKind.ARTICLE, id=page),))
        assert body_of(opened).preview.shows_pages
        yield opened


def in_britain(library: Library) -> None:
    """Live in a country whose phone numbers are known."""
    library.topics.live_in("GB", "en")


def entitle(opened: Opened, words: str) -> SheetsBody:
    """Type another title, and go on to Print it."""
    body = body_of(opened)
    body.options.title.setFocus()
    body.options.title.setText(words)
    body.print_it.setFocus()
    return seen(opened)


def said(opened: Opened) -> tuple[str, list[str]]:
    """Return what stands in the place of the sheet, and what its buttons say."""
    nothing = body_of(opened).preview.nothing
    assert nothing.isVisible()
    return nothing.accessibleName(), [way.text() for way in nothing.ways if way.isVisible()]


def test_no_title_is_a_dead_end(opened: Opened) -> None:
    """One walk: compared with nothing, let pass, a phone number, a word of open notes, the lock, a page's own title."""
    with step("locked notes are said, and can be opened or left alone"):
        body = entitle(opened, "Sleep at home")
        assert said(opened) == (UNCHECKED, ["Unlock care notes", "Print it all the same"])
        assert_accessible(opened.whole.window)
        body.print_it.click()
        seen(opened)
        assert opened.whole.window.overlay.panel is None
        assert body.preview.nothing.unlock.hasFocus()
        body.preview.nothing.keep.click()
        seen(opened)
        assert "Sleep at home" in body.preview.text.toPlainText()
    with step("a phone number is named, and the title is at hand"):
        entitle(opened, f"Ring {PHONE}")
        assert said(opened) == (FOUND, ["Change the title"])
        assert PHONE in body.preview.nothing.text
        body.preview.nothing.retitle.click()
        assert body.options.title.hasFocus()
        assert body.options.title.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        assert body.options.title.selectedText() == f"Ring {PHONE}"
    with step("another list asks again; open notes lead back, and their words are found"):
        show_sheet(opened, SheetKind.RESOURCE_LIST, subjects=body.wanted.subjects, title="After Amlodipine")
        assert said(opened)[0] == UNCHECKED
        body.preview.nothing.unlock.click()
        assert opened.whole.window.nav.current == CARE
        unlock(opened)
        assert opened.whole.window.nav.current == PRINT
        seen(opened)
        assert said(opened) == (FOUND, ["Change the title"])
        assert "This medicine is in your care notes." in body.preview.nothing.text
    with step("the lock takes that away"):
        lock(opened)
        seen(opened)
        let_go()
        assert said(opened)[0] == UNCHECKED
        assert "This medicine" not in everything_shown(opened.whole.window)
    with step("the own title of a link is named, and leads to the pages"):
        show_sheet(opened, SheetKind.RESOURCE_LIST, subjects=(an_own_link(opened),))
        assert said(opened) == (FOUND, ["Choose other pages"])
        assert f"It stands in the title “Ring Joan on {PHONE}”." in body.preview.nothing.text
        body.preview.nothing.repick.click()
        assert body.options.pages.add.hasFocus()


def test_what_only_open_notes_know_is_not_said_once_they_are_locked() -> None:
    """Words may have been looked for right before the lock, and be told right after it."""
    name = Finding(kind=FindingKind.PRIVATE_WORD, start=0, end=3, text="Joan", rule="name")
    phone = OpenDetail(finding=Finding(kind=FindingKind.PHONE, start=9, end=21, text=PHONE))
    both = Unsettled((OpenDetail(finding=name), phone))
    assert [each.finding for each in both.without_notes().details] == [UNCHECKED_WORDS, phone.finding]
    assert Unsettled((OpenDetail(finding=name),)).without_notes().is_unchecked_alone
    assert Unsettled((phone,)).without_notes().details == (phone,)


def an_own_link(opened: Opened) -> Subject:
    """Put a link in under a title with a phone number."""
    address = "https://kind.example/own"
    return opened.library.subjects.make_link(
        NewLink(address=address, address_key=address, title=f"Ring Joan on {PHONE}"), at=MONDAY
    )
