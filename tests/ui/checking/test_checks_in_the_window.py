"""Checking in the whole window: from a page, left half done, saved, taken back, and what is due."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QWidget

from caregiver_app.model.organisation import Site
from caregiver_app.model.reviews import DueReason
from caregiver_app.model.trust import Answer, Point
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.library.due_words import due_words
from caregiver_app.ui.library.reader.about_page import AboutPage
from caregiver_app.ui.library.reader.link_popover import LinkPopover
from caregiver_app.ui.widgets.button import Button
from tests.helpers.organisations import id_of_organisation, put_organisation
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

_PAGE = "Short breaks"
_OTHER = "How to ask for an assessment"
_DAY_S = 24 * 3600


def drawer_of(opened: Opened) -> CheckDrawer:
    """Return the check drawer that is open."""
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, CheckDrawer)
    return panel.content


def check(opened: Opened) -> CheckDrawer:
    """Open the check of the page that is read."""
    opened.whole.library.shelf.reader.toolbar.check.click()
    opened.quiet()
    return drawer_of(opened)


def answer_all(drawer: CheckDrawer) -> None:
    """Answer every point with Yes."""
    for row in drawer.rows:
        row.answers.chip(Answer.YES).click()


def pills(opened: Opened, title: str) -> list[str]:
    """Return the pills of a row."""
    row = next(row for row in opened.rows if row.title == title)
    return [pill.text for pill in opened.model.words(row).pills]


def words_in(part: QWidget) -> list[str]:
    """Return all words of a part of the window."""
    return [label.text() for label in part.findChildren(QLabel)]


def test_a_page_is_checked_seen_as_checked_and_taken_back(checker: Opened) -> None:
    shelf = checker.whole.library.shelf
    checker.pick(_PAGE)
    drawer = check(checker)
    assert _PAGE in words_in(drawer)
    answer_all(drawer)
    drawer.reviewer.role.setText("nurse")
    drawer.save.click()
    checker.quiet()
    assert checker.message == f"Checked: “{_PAGE}”"
    assert pills(checker, _PAGE)[0] == "Checked by you"
    assert "Checked by you" in words_in(shelf.reader.top)
    shelf.reader.open_about()
    about = checker.whole.window.overlay.panel
    assert about is not None
    assert isinstance(about.content, AboutPage)
    said = words_in(about.content)
    assert "You checked it on 23 November 2026." in said
    assert "This counts until 23 November 2028." in said
    checker.whole.window.overlay.close_panel()

    checker.whole.window.open_screen("home")
    checker.quiet()
    news = checker.whole.home.screen.news.rows.model()
    spoken = [news.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(news.rowCount())]
    assert any(_PAGE in words and words.endswith("Checked by you.") for words in spoken)
    checker.whole.window.open_screen("library")

    checker.whole.window.messages.undo()
    checker.quiet()
    assert pills(checker, _PAGE)[0] == "Not checked"
    assert drawer_answers(check(checker)) == 10  # what was answered is there still, half done
    checker.whole.window.overlay.close_panel()
    checker.whole.window.messages.redo()
    checker.quiet()
    assert pills(checker, _PAGE)[0] == "Checked by you"


def drawer_answers(drawer: CheckDrawer) -> int:
    """Return how many points are answered in a drawer."""
    return len(drawer.draft.answers.given)


def test_a_check_that_is_left_waits_among_what_is_due_and_goes_on(checker: Opened) -> None:
    pane = checker.whole.library.shelf.pane
    checker.pick(_PAGE)
    drawer = check(checker)
    drawer.rows[0].answers.chip(Answer.CANNOT_TELL).click()
    checker.whole.window.overlay.close_panel()
    checker.quiet()
    assert checker.message == "Your answers are kept. Go on with this check when you like."
    pane.filters.show_due()
    checker.quiet()
    due = pane.due.part
    assert due.isVisible()
    assert due.list in checker.whole.library.areas()
    (review,) = due.reviews
    assert (review.title, review.reasons) == (_PAGE, (DueReason.UNFINISHED,))
    assert pane.filters.chips.chip("to-check").words == "To check 1"
    due.list.open_at(due.list.model().index(0, 0))
    checker.quiet()
    assert checker.whole.library.shelf.reader.row is not None
    assert check(checker).draft.answers.given == {Point.AUTHOR: Answer.CANNOT_TELL}
    drawer_of(checker).anew.click()
    checker.whole.window.overlay.close_panel()
    checker.quiet()
    pane.filters.show_due()
    checker.quiet()
    assert due.reviews == ()
    assert due.empty.isVisible()
    button(due, "See whether pages are still there").click()
    checker.quiet()
    assert checker.will_say("All pages were looked at not long ago.")
    assert checker.door.asked == []


def test_what_was_checked_comes_again_when_its_day_has_passed(checker: Opened) -> None:
    pane = checker.whole.library.shelf.pane
    checker.pick(_PAGE)
    drawer = check(checker)
    answer_all(drawer)
    drawer.next_check.chosen.emit(drawer.sheet.next_checks[-1].day)
    drawer.save.click()
    checker.quiet()
    checker.clock.advance(40 * _DAY_S)
    checker.whole.window.open_screen("home")
    checker.quiet()
    notice = checker.whole.home.screen.checks
    assert notice.isVisible()
    assert notice.accessibleName() == "1 check is due."
    notice.button.click()
    checker.quiet()
    assert checker.whole.window.nav.current == "library"
    (review,) = pane.due.part.reviews
    assert due_words(review).snippet == "Your check counted until 23 December 2026."
    pane.filters.search.search("breaks")
    checker.quiet()
    assert not pane.filters.shows_due
    assert pills(checker, _PAGE)[0] == "Check due"
    drawer = check_of(checker, _PAGE)
    assert any("These are your answers of 23 November 2026." in words for words in words_in(drawer))
    drawer.save.click()
    checker.quiet()
    assert pills(checker, _PAGE)[0] == "Checked by you"
    again = check_of(checker, _PAGE)
    days = ("2 January 2027", "23 November 2026")
    assert [f"{day}, you: counted as checked" for day in days] == [one for one in words_in(again) if ", you:" in one]
    again.withdraw.click()
    checker.quiet()
    assert pills(checker, _PAGE)[0] == "Withdrawn"
    checker.whole.window.messages.undo()
    checker.quiet()
    assert pills(checker, _PAGE)[0] == "Checked by you"


def check_of(opened: Opened, title: str) -> CheckDrawer:
    """Open a page and its check."""
    opened.pick(title)
    return check(opened)


def test_families_have_no_list_of_checks_until_they_want_one(family: Opened) -> None:
    shelf = family.whole.library.shelf
    family.pick(_PAGE)
    chip = shelf.pane.filters.chips.chip("to-check")
    shelf.reader.open_about()
    panel = family.whole.window.overlay.panel
    assert panel is not None
    assert not any(word == "Check this page" for word in words_in(panel))
    assert not hasattr(panel.content, "check")
    family.whole.window.overlay.close_panel()
    assert not shelf.reader.toolbar.check.isVisible()
    assert not chip.isVisible()
    assert not any(command.key == "check.page" for command in family.whole.find.commands.find("check this page"))

    family.whole.open_settings("checking")
    family.quiet()
    part = family.whole.settings.part
    part.for_others.click()  # type: ignore[union-attr]  # the page that was opened
    family.whole.window.open_screen("library")
    settle()
    assert shelf.reader.toolbar.check.isVisible()
    assert chip.isVisible()
    shelf.pane.filters.show_due()
    family.quiet()
    family.whole.window.messages.undo()
    family.quiet()
    assert not chip.isVisible()
    assert not shelf.pane.filters.shows_due


def test_an_organisation_is_checked_from_its_source_and_its_pages_follow(checker: Opened) -> None:
    number = id_of_organisation(checker.library, "org/riverside-carers.org.uk")
    assert number is not None
    riverside = checker.library.organisations.get(number)
    assert riverside is not None
    own = replace(riverside, sites=(Site(host="riverside-carers.org.uk"),))
    put_organisation(checker.library, own, author="starter")
    checker.pick(_OTHER)
    checker.whole.library.shelf.reader.open_source()
    checker.quiet()
    about = checker.whole.window.overlay.panel
    assert about is not None
    assert "Nobody has checked this organisation yet." in words_in(about)
    button(about, "Check this organisation").click()
    checker.quiet()
    drawer = drawer_of(checker)
    assert drawer.accessibleName() == "Check this organisation"
    assert len(drawer.rows) == 4
    answer_all(drawer)
    drawer.save.click()
    checker.quiet()
    assert pills(checker, _OTHER)[0] == "Trusted source"
    checker.whole.library.shelf.reader.open_about()
    panel = checker.whole.window.overlay.panel
    assert panel is not None
    said = words_in(panel)
    assert "From Riverside Carers’s own site. Not checked by a person." in said
    assert "You checked Riverside Carers itself on 23 November 2026." in said


def button(part: QWidget, words: str) -> Button:
    """Return the button with these words."""
    return next(one for one in part.findChildren(Button) if one.words == words)


def test_a_link_of_a_page_is_saved_and_waits_to_be_checked(checker: Opened) -> None:
    shelf = checker.whole.library.shelf
    checker.pick(_PAGE)
    shelf.reader.page.anchorClicked.emit(QUrl("https://harbour.example/page?utm_source=feed"))
    settle()
    panel = checker.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, LinkPopover)
    assert panel.content.save is not None
    panel.content.save.click()
    checker.quiet()
    assert checker.message == "Saved. It waits under “To check”"
    assert checker.whole.window.overlay.panel is None
    shelf.pane.filters.show_due()
    checker.quiet()
    (review,) = shelf.pane.due.part.reviews
    assert (review.url, review.reasons) == ("https://harbour.example/page", (DueReason.SAVED,))
    shelf.pane.due.opened.emit(review)
    checker.quiet()
    assert "harbour.example" in words_in(drawer_of(checker))
