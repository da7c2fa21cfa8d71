"""Share from end to end in the window: what may go in, what must be settled, what leaves, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import Channel, KeepReason, Network, NotShareable, ShareForm
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Answer
from caregiver_app.ui.care.clipboard import OPT_OUTS
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.share.forms import usual_form
from caregiver_app.ui.share.item_card import ItemCard
from caregiver_app.ui.share.keep_drawer import KeepDrawer
from caregiver_app.ui.share.replace_popover import ReplacePopover
from caregiver_app.ui.widgets.button import Button
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages
from tests.helpers.qt_app import Listener, press, settle
from tests.helpers.share_window import (
    body_of,
    copied,
    found,
    read,
    row_of,
    share_of,
    share_page,
    write_message,
)
from tests.helpers.shareable import ASSESSMENT, CALM, UNKNOWN
from tests.helpers.sharing import check
from tests.helpers.whole_window import Opened

NUMBER, PHONE = "943 476 5919", "07700 900 461"
MESSAGE = f"These helped us. The health number is {NUMBER} if they ask. Call {PHONE} after six."


SLEEP = "https://harbour-dementia.example/sleep"


def panel_content(opened: Opened) -> object:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    return panel.content


def doubtful_page(opened: Opened) -> ArticleRow:
    """Add a page that nobody has checked, with a part in its link that may be personal."""
    source = next(row.source_id for row in opened.rows if row.title == CALM)
    page = APage(title="Sleep", slug="sleep?code=7fK2pQ9xVb3LmT1z")
    (row,) = opened.library.articles.rows_of(add_pages(opened.library, source, [page], at=MONDAY))
    return row


def button_of(card: ItemCard, words: str) -> Button:
    return next(button for button in card.findChildren(Button) if button.words == words)


def check_first_by_message(opened: Opened) -> None:
    """Press "Check it first" in the message that is shown, and check the page."""
    message = opened.whole.window.toasts.message
    assert message is not None
    assert message.action == "Check it first"
    assert message.on_action is not None
    message.on_action()
    answer_yes(opened)


def answer_yes(opened: Opened) -> None:
    """Answer each point of the check with yes, and save it."""
    opened.quiet()
    drawer = panel_content(opened)
    assert isinstance(drawer, CheckDrawer)
    for row in drawer.rows:
        row.answers.chip(Answer.YES).click()
    drawer.save.click()
    opened.quiet()


def test_a_page_is_shared_once_both_details_are_settled(opened: Opened, listener: Listener) -> None:
    opened.pick(CALM)
    toolbar = opened.whole.library.shelf.reader.toolbar
    assert toolbar.share.words == "Share"
    toolbar.share.click()
    opened.quiet()
    assert opened.whole.window.nav.current == SHARE
    body = body_of(opened)
    assert body.edit.hasFocus()
    write_message(opened, MESSAGE)
    assert found(opened) == [NUMBER, PHONE]
    assert "Decide on 2 details first" in listener.words
    assert body.foot.mail.words == "Look at 2 details"

    body.foot.copy.click()
    opened.quiet()
    assert copied() == ""
    assert opened.message == "Decide on 2 details first."
    assert row_of(opened, NUMBER).first.hasFocus()
    body.edit.setFocus()
    body.sending.copy()  # past the window's own look: the service looks again
    opened.quiet()
    assert copied() == ""
    assert row_of(opened, NUMBER).first.hasFocus()

    row_of(opened, NUMBER).first.click()
    read(opened)
    assert body.edit.toPlainText() == MESSAGE.replace(f" {NUMBER}", "")
    assert row_of(opened, PHONE).first.hasFocus()
    opened.whole.window.messages.undo()
    read(opened)
    assert body.edit.toPlainText() == MESSAGE
    opened.whole.window.messages.redo()
    read(opened)

    row_of(opened, PHONE).keep.click()
    settle()
    popover = panel_content(opened)
    assert isinstance(popover, KeepDrawer)
    popover.answers[KeepReason.MINE].click()
    read(opened)
    assert found(opened) == []
    assert body.foot.mail.words == "Open in my e-mail"

    body.foot.copy.click()
    opened.quiet()
    assert copied() == body.preview.text.toPlainText()
    assert NUMBER not in copied()
    assert f"Call {PHONE} after six." in copied()
    assert "https://harbour-dementia.example/evenings" in copied()
    held = QGuiApplication.clipboard().mimeData()
    assert all(held.hasFormat(name) for name in OPT_OUTS)
    (past,) = opened.library.shares.list()
    assert (past.title, past.channel) == (CALM, Channel.TEXT)
    assert opened.door.asked == []


def test_a_detail_is_replaced_and_kept_ones_can_be_looked_at_again(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, f"Ring {PHONE}. My mother Joan is 83.")
    assert found(opened) == [PHONE, "Joan", "83"]
    row_of(opened, PHONE).replace.click()
    settle()
    popover = panel_content(opened)
    assert isinstance(popover, ReplacePopover)
    assert popover.edit.line.text() == "by phone"
    popover.edit.line.setText("me")
    press(Qt.Key.Key_Return)
    read(opened)
    assert body.edit.toPlainText() == "Ring me. My mother Joan is 83."
    assert found(opened) == ["Joan", "83"]
    assert not body.findings.again.isVisible()
    assert body.findings.keep_all.isVisible()
    body.findings.keep_all.click()
    read(opened)
    assert found(opened) == []
    assert body.judging.now.may_leave
    assert body.findings.again.isVisible()
    body.findings.again.click()
    read(opened)
    assert found(opened) == ["Joan", "83"]
    assert not body.findings.again.isVisible()
    row_of(opened, "Joan").keep.click()
    read(opened)
    assert found(opened) == ["83"]
    assert not body.findings.keep_all.isVisible()  # one detail is kept by its own button


def test_all_is_kept_of_what_is_looked_at_and_nothing_of_what_stops(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, f"Ring {PHONE}. My mother Joan is 83.")
    body.findings.keep_all.click()
    read(opened)
    assert found(opened) == [PHONE]
    opened.whole.window.messages.undo()
    read(opened)
    assert found(opened) == [PHONE, "Joan", "83"]


def test_a_page_that_nobody_checked_is_not_shared_but_can_be_checked(opened: Opened) -> None:
    opened.pick(UNKNOWN)
    toolbar = opened.whole.library.shelf.reader.toolbar
    assert toolbar.share.words == "Check it first"
    toolbar.share.click()
    opened.quiet()
    assert opened.whole.window.nav.current != SHARE
    assert opened.message == "Nobody has checked this page."
    assert share_of(opened).screen.basket.draft.things == ()
    check_first_by_message(opened)
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
    assert opened.message == "Nobody has checked this page."
    check_first_by_message(opened)
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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_flyer_is_saved_as_it_was_seen_and_stands_on_the_list(opened: Opened, tmp_path: Path) -> None:
    body = share_page(opened, CALM, ASSESSMENT)
    write_message(opened, f"Her number is {NUMBER}.")
    form = usual_form(Channel.FLYER)
    assert body.out.ask_where(form) is None
    write_message(opened, "For you.")
    dialog = body.out.ask_where(form)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "share.pdf"
    read(opened)
    assert len(body.preview.pictures.pictures) == 1
    path = tmp_path / "out.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    opened.quiet()
    content = body.judging.now.content
    assert path.read_bytes() == opened.services.sharing.preview(content, form).data
    assert opened.will_say("Saved: out.pdf")

    body.past_button.click()
    opened.quiet()
    assert {line.title for line in body.past.list.lines} == {CALM, ASSESSMENT}
    assert all(line.facts.startswith("Flyer") for line in body.past.list.lines)
    body.past.switch.click()
    opened.quiet()
    assert not opened.services.sharing.keeps_log(opened.library)
    confirm = body.past.ask_to_erase()
    settle()
    confirm.act.click()
    opened.quiet()
    assert body.past.list.lines == ()
    assert opened.library.shares.list() == ()
    body.close_button.click()
    assert not body.places.shows_past


def test_nothing_is_written_where_a_folder_is_missing(opened: Opened, tmp_path: Path) -> None:
    body = share_page(opened, CALM)
    body.sending.save(usual_form(Channel.MARKDOWN), tmp_path / "nowhere" / "share.md")
    opened.quiet()
    assert opened.message != ""
    assert opened.library.shares.list() == ()


def test_every_form_is_seen_and_a_post_is_copied_by_itself(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Have a look.")
    for channel in (Channel.MARKDOWN, Channel.EML):
        body.preview.choose(usual_form(channel))
        read(opened)
        assert "Have a look." in body.preview.text.toPlainText()
        assert body.preview.text.isVisible()
    body.preview.choose(usual_form(Channel.HTML))
    read(opened)
    assert "Have a look." in body.preview.html.toPlainText()
    body.preview.choose(usual_form(Channel.QR))
    read(opened)
    assert body.preview.pictures.isVisible()
    body.foot.network_chosen.emit(Network.MASTODON)
    read(opened)
    assert body.preview.form == ShareForm(channel=Channel.SOCIAL, network=Network.MASTODON)
    body.preview.posts.copied.emit(0)
    opened.quiet()
    assert copied().startswith("Have a look.")
    assert {share.channel for share in opened.library.shares.list()} == {Channel.SOCIAL}


def test_more_holds_every_way_out_and_a_new_beginning(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Have a look.")
    menu = body.foot.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Copy the message",
        "Save flyer",
        "Save an e-mail draft",
        "Save the QR code as a picture",
        "Save the QR code for printing (SVG)",
        "Save as a web page",
        "Save as Markdown",
        "Write a social post",
        "Start again",
        "What I shared",
    ]
    next(action for action in menu.actions() if action.text() == "Start again").trigger()
    read(opened)
    assert body.edit.toPlainText() == ""
    assert not list(body.items.cards)
    body.foot.copy.click()
    settle()
    assert opened.message == "Add a page first."
    assert body.items.add.hasFocus()
    opened.whole.window.messages.undo()
    read(opened)
    assert body.edit.toPlainText() == "Have a look."
    assert [card.candidate.title for card in body.items.cards] == [CALM]
    body.items.cards[0].remove.click()
    share_page(opened, ASSESSMENT)
    opened.whole.window.messages.undo()
    read(opened)
    assert [card.candidate.title for card in body.items.cards] == [CALM, ASSESSMENT]
    menu.deleteLater()


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


def test_the_mail_program_is_told_nothing(opened: Opened) -> None:
    body = share_page(opened, CALM)
    read(opened)
    asked: list[str] = []

    def no_program() -> bool:
        asked.append("mail")
        return False

    body.sending.open_mail_with(no_program)
    body.foot.mail.click()
    opened.quiet()
    assert asked == ["mail"]
    assert copied() == body.preview.text.toPlainText()
    assert opened.will_say("No mail program opened.")
    assert {share.channel for share in opened.library.shares.list()} == {Channel.EML}
