"""What may go into the basket in the window, what is checked or answered first, and what is said of the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from caregiver_app.model.card import NotShareable, ToShare
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.ui.library.list_menu import list_menu
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.share.basket import MOST_THINGS
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.widgets.button import Button
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import press, settle
from tests.helpers.share_window import (
    answer_yes,
    body_of,
    button_of,
    copied,
    doubtful_page,
    panel_content,
    read,
    share_of,
    share_page,
)
from tests.helpers.shareable import ASSESSMENT, CALM, UNKNOWN
from tests.helpers.sharing import check
from tests.helpers.whole_window import Opened

SLEEP = "https://harbour-dementia.example/sleep"


def test_a_page_that_nobody_checked_is_not_shared_but_can_be_checked(opened: Opened) -> None:
    opened.pick(UNKNOWN)
    toolbar = opened.whole.library.shelf.reader.toolbar
    assert toolbar.share.words == "Check it first"
    toolbar.share.click()
    opened.quiet()
    assert opened.whole.window.nav.current != SHARE
    assert opened.message == ""
    assert share_of(opened).screen.basket.draft.things == ()
    answer_yes(opened)
    assert opened.whole.window.nav.current == SHARE
    assert [card.candidate.title for card in body_of(opened).items.cards] == [UNKNOWN]
    opened.whole.window.messages.undo()
    opened.quiet()
    read(opened)
    (card,) = body_of(opened).items.cards
    assert card.candidate.card is None
    body_of(opened).foot.copy.click()
    settle()
    assert opened.message == "1 page cannot be passed on."
    assert card.remove.hasFocus()
    assert copied() == ""


def test_a_page_picked_within_share_is_checked_from_there(opened: Opened) -> None:
    body = share_page(opened, CALM)
    row = next(row for row in opened.rows if row.title == UNKNOWN)
    body.added.emit(row)
    read(opened)
    refused = body.items.cards[1]
    assert refused.candidate.card is None
    button_of(refused, "Check it first").click()
    answer_yes(opened)
    read(opened)
    assert [card.candidate.card is not None for card in body.items.cards] == [True, True]
    assert not opened.will_say("It is there already.")


def test_of_several_pages_those_that_may_not_leave_are_left_out(opened: Opened) -> None:
    library = opened.library
    shelf = library.collections.make("For the nurse", at=MONDAY)
    library.collections.add(shelf, [row.id for row in opened.rows], at=MONDAY)
    opened.whole.library.show_pick(Pick(collection=shelf, title="For the nurse"))
    opened.quiet()
    opened.whole.library.lists.doings.share()
    opened.quiet()
    body = body_of(opened)
    read(opened)
    assert {card.candidate.title for card in body.items.cards} == {CALM, ASSESSMENT}
    assert opened.will_say("1 page was left out")
    first = body.items.cards[0].candidate.title
    body.items.cards[0].remove.click()
    read(opened)
    assert [card.candidate.title for card in body.items.cards] == [
        title for title in (CALM, ASSESSMENT) if title != first
    ]
    opened.whole.window.messages.undo()
    read(opened)
    assert len(body.items.cards) == 2


def test_a_part_of_a_link_that_may_be_personal_is_asked_about(opened: Opened) -> None:
    row = doubtful_page(opened)
    check(opened.library, row.id)
    share_of(opened).ways.share_row(row)
    opened.quiet()
    read(opened)
    body = body_of(opened)
    (asked,) = body.items.cards
    assert asked.candidate.card is None
    answers = {button.words: button for button in asked.findChildren(Button) if button.words}
    assert set(answers) == {"Leave it out", "Keep it"}
    answers["Leave it out"].click()
    read(opened)
    assert [one.link for one in body.judging.now.content.cards] == [SLEEP]


def test_a_page_with_a_doubtful_link_is_checked_first_and_asked_about_in_share(opened: Opened) -> None:
    share_of(opened).ways.share_row(doubtful_page(opened))
    opened.quiet()
    assert opened.message == ""
    answer_yes(opened)
    assert opened.whole.window.nav.current == SHARE
    read(opened)
    body = body_of(opened)
    (asked,) = body.items.cards
    assert asked.candidate.refused is NotShareable.LINK_REFUSED
    button_of(asked, "Leave it out").click()
    read(opened)
    assert [one.link for one in body.judging.now.content.cards] == [SLEEP]


def test_what_was_answered_about_a_link_holds_after_its_page_is_checked_again(opened: Opened) -> None:
    row = doubtful_page(opened)
    subject = check(opened.library, row.id).subject
    share_of(opened).ways.share_row(row)
    opened.quiet()
    read(opened)
    body = body_of(opened)
    button_of(body.items.cards[0], "Leave it out").click()
    read(opened)
    in_force = opened.library.appraisals.in_force(subject)
    assert in_force is not None
    assert opened.services.appraising.take_back(opened.library, in_force)
    body.judging.look()  # the check went elsewhere, which no window hears
    read(opened)
    (card,) = body.items.cards
    assert card.candidate.refused is NotShareable.NOT_CHECKED
    button_of(card, "Check it first").click()
    answer_yes(opened)
    read(opened)
    assert [one.link for one in body.judging.now.content.cards] == [SLEEP]
    assert not opened.will_say("A part of this link")
    assert body.edit.hasFocus()


def test_another_page_is_found_by_its_words(opened: Opened) -> None:
    body = share_page(opened, CALM)
    body.items.add.click()
    opened.quiet()
    drawer = panel_content(opened)
    drawer.search.search("assessment")  # type: ignore[attr-defined]  # the drawer that adds a page
    opened.quiet()
    press(Qt.Key.Key_Tab)
    drawer.list.open_at(drawer.list.model().index(0, 0))  # type: ignore[attr-defined]
    opened.quiet()
    read(opened)
    assert [card.candidate.title for card in body.items.cards] == [CALM, ASSESSMENT]
    assert opened.whole.window.overlay.panel is None


def test_a_page_that_left_the_library_leaves_the_basket(opened: Opened) -> None:
    body = share_page(opened, CALM, ASSESSMENT)
    row = next(row for row in opened.rows if row.title == ASSESSMENT)
    source = next(source for source in opened.library.sources.list() if source.id == row.source_id)
    opened.library.sources.remove(source.id, at=MONDAY)
    opened.library.sources.purge(removed_before=Millis(MONDAY + 1))
    body.judging.look()
    read(opened)
    assert [card.candidate.title for card in body.items.cards] == [CALM]
    assert opened.will_say("A page is no longer in your library")


def menu_of_list(opened: Opened) -> QMenu:
    lists = opened.whole.library.lists
    return list_menu(opened.whole.library, lists.state, lists.doings)


def mark_rows(opened: Opened, *titles: str) -> None:
    """Mark rows of the list together, the first by the keyboard's place, the others with Ctrl as the mouse does."""
    rows, model = opened.whole.library.shelf.pane.list, opened.model
    places = [model.index_of(row.id) for row in opened.rows if row.title in titles]
    rows.setCurrentIndex(places[0])
    for place in places[1:]:
        middle = rows.visualRect(place).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=middle)
    opened.quiet()


def test_pages_that_are_marked_together_are_shared_at_once(opened: Opened) -> None:
    mark_rows(opened, CALM, ASSESSMENT)
    shelf = opened.whole.library.shelf
    assert [row.title for row in shelf.pane.list.marked_rows] == [CALM, ASSESSMENT]
    menu = menu_of_list(opened)
    next(each for each in menu.actions() if each.text() == "Share 2 marked pages").trigger()
    opened.quiet()
    read(opened)
    assert [card.candidate.title for card in body_of(opened).items.cards] == [CALM, ASSESSMENT]
    opened.pick(CALM)
    assert shelf.pane.list.marked_rows == ()
    assert all("marked" not in each.text() for each in menu_of_list(opened).actions())


def test_it_is_said_when_a_checked_page_finds_no_room(opened: Opened) -> None:
    share_page(opened, ASSESSMENT)
    basket = share_of(opened).screen.basket
    basket.put_things(ToShare(subject=Subject(kind=SubjectKind.ORGANISATION, id=n)) for n in range(MOST_THINGS))
    row = next(row for row in opened.rows if row.title == CALM)
    checked = Subject(kind=SubjectKind.ARTICLE, id=row.id)
    share_of(opened).ways.share_checked(checked)
    opened.quiet()
    assert opened.will_say("There is room for 20 pages.")
    assert checked not in {one.subject for one in basket.draft.things}
