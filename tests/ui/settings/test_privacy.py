"""The privacy page shows every connection, lets one end them, and says where each file lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from caregiver_app.library.store import Library
from caregiver_app.model.errors import WebTrouble
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.ui.converting import EraseWish
from caregiver_app.ui.settings.ledger_words import result_words, whys_words
from caregiver_app.ui.settings.privacy import PrivacyPart
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import press, settle
from tests.helpers.walking import take_back
from tests.helpers.whole_window import Opened, open_whole, wait_until
from tests.ui.sources.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")

DAY_MS = 24 * 3600 * 1000


def a_line(host: str, *, days_ago: float = 0, why: Why = Why.UPDATE, result: str = "200") -> LedgerLine:
    at = Millis(MONDAY - round(days_ago * DAY_MS))
    return LedgerLine(at=at, host=host, why=why, sent_bytes=420, received_bytes=12_000, result=result)


LINES = (
    a_line("harbour.example"),
    a_line("harbour.example", days_ago=1, why=Why.PAGE, result="404"),
    a_line("riverside.example", days_ago=2, result="timeout"),
)


def fill_ledger(library: Library) -> None:
    fill(library)
    library.ledger.add(LINES)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window whose privacy page is open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_ledger) as opened:
        opened.whole.open_settings("privacy")
        opened.quiet()
        yield opened


def page(opened: Opened) -> PrivacyPart:
    part = opened.whole.settings.part
    assert isinstance(part, PrivacyPart)
    return part


def listed(opened: Opened) -> list[tuple[str, str]]:
    return [(line.title, line.facts) for line in page(opened).ledger.list.lines]


def pick(opened: Opened, row: int) -> None:
    shown = page(opened).ledger.list
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row, 0))
    settle()


def one_sentence_says_how_many_were_contacted_how_often_and_since_when(opened: Opened) -> None:
    assert page(opened).summary.text() == "Since 21 November this app contacted 2 addresses, 3 times."
    said = [label.text() for label in page(opened).findChildren(QLabel)]
    assert "This app has no way to send notes." in said


def connections_are_listed_by_address_and_one_by_one(opened: Opened) -> None:
    by_address = listed(opened)
    page(opened).ledger.grouping.chip("line").click()
    settle()
    assert by_address == [
        ("harbour.example", "2 times  ·  Last: today, 08:05"),
        ("riverside.example", "Once  ·  Last: 21 November, 08:05"),
    ]
    assert listed(opened) == [
        ("harbour.example", "Today, 08:05  ·  To get updates  ·  Sent 420 bytes, received 12 kB  ·  Answered"),
        (
            "harbour.example",
            "Yesterday, 08:05  ·  To keep a whole page  ·  Sent 420 bytes, received 12 kB  ·  The page is not there",
        ),
        (
            "riverside.example",
            "21 November, 08:05  ·  To get updates  ·  Sent 420 bytes, received 12 kB  ·  Took too long",
        ),
    ]


def words_narrow_the_list(opened: Opened) -> None:
    page(opened).ledger.words.setText("river")
    settle()
    assert [title for title, _facts in listed(opened)] == ["riverside.example"]
    page(opened).ledger.words.setText("nobody")
    settle()
    assert page(opened).ledger.nothing.isVisible()


def the_keys_that_search_go_into_the_field(opened: Opened) -> None:
    page(opened).offline.setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page(opened).ledger.words.hasFocus()


def an_address_is_not_contacted_any_more_and_this_can_be_undone(opened: Opened) -> None:
    pick(opened, 0)
    ledger = page(opened).ledger
    assert ledger.about.text().startswith("harbour.example: To get updates; To keep a whole page.")
    ledger.stop.click()
    opened.quiet()
    blocked = [host.host for host in opened.library.blocked_hosts.list()]
    stopped = list(page(opened).stopped.buttons)
    assert not ledger.stop.isVisible()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (blocked, stopped) == (["harbour.example"], ["harbour.example"])
    assert opened.library.blocked_hosts.list() == ()
    assert ledger.stop.isVisible()


def a_stopped_address_can_be_allowed_again_later(opened: Opened) -> None:
    pick(opened, 1)
    page(opened).ledger.stop.click()
    opened.quiet()
    page(opened).stopped.buttons["riverside.example"].click()
    opened.quiet()
    allowed = opened.library.blocked_hosts.list()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert allowed == ()
    assert [host.host for host in opened.library.blocked_hosts.list()] == ["riverside.example"]


def test_the_list_grows_while_updates_come(opened: Opened) -> None:
    pick(opened, 0)
    opened.library.ledger.add([a_line("new.example")])
    opened.whole.updates.changed.emit()
    wait_until(lambda: "new.example" in dict(listed(opened)), "the new address")
    assert page(opened).ledger.host == "harbour.example"


def the_big_switch_ends_all_connections_and_can_be_undone(opened: Opened) -> None:
    page(opened).offline.click()
    opened.quiet()
    stays = opened.services.stays_offline()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (stays, opened.services.stays_offline(), page(opened).offline.isChecked()) == (True, False, False)


def how_long_lines_are_kept_is_a_choice_that_can_be_undone(opened: Opened) -> None:
    page(opened).life.chips.chip("30").click()
    opened.quiet()
    days = opened.library.ledger.life_days()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (days, opened.library.ledger.life_days()) == (30, 90)
    assert page(opened).life.chips.current == "90"


def the_list_goes_into_a_file_with_every_line(opened: Opened, tmp_path: Path) -> None:
    target = tmp_path / "connections.csv"
    page(opened).export_to(target)
    opened.quiet()
    rows = target.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "at,host,why,sent_bytes,received_bytes,result"
    assert rows[1] == "2026-11-23T08:05:00+00:00,harbour.example,update,420,12000,200"
    assert len(rows) == 1 + len(LINES)
    assert opened.message == "Saved 3 lines. They tell of health."


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_saving_asks_for_a_place_without_blocking_the_window(opened: Opened) -> None:
    dialog = page(opened).ask_for_export()
    assert dialog.isVisible()
    dialog.close()
    settle()


def erasing_asks_first_and_the_safe_answer_has_the_keyboard(opened: Opened) -> None:
    erase = page(opened).life.erase
    erase.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Confirm)
    assert panel.content.safe.hasFocus()
    press(Qt.Key.Key_Escape)
    assert erase.hasFocus()
    assert len(opened.library.ledger.list()) == len(LINES)
    erase.click()
    assert isinstance(opened.whole.window.overlay.panel, type(panel))
    again = opened.whole.window.overlay.panel.content
    assert isinstance(again, Confirm)
    again.act.click()
    opened.quiet()
    assert opened.library.ledger.list() == ()
    assert page(opened).summary.text() == "This app has contacted nobody."


def a_proxy_is_taken_refused_at_the_field_and_given_up(opened: Opened) -> None:
    proxy = page(opened).proxy
    proxy.address.setText("ftp://nothing")
    proxy.use.click()
    opened.quiet()
    refused = proxy.field.error
    proxy.address.setText("socks5h://127.0.0.1:9050")
    proxy.use.click()
    opened.quiet()
    shown = proxy.now.text()
    proxy.none.click()
    opened.quiet()
    opened.whole.window.messages.undo()
    opened.quiet()
    again = opened.services.proxy(opened.library)
    opened.whole.window.messages.redo()
    opened.quiet()
    assert refused
    assert again == "socks5h://127.0.0.1:9050"
    assert shown == "In use: socks5h://127.0.0.1:9050"
    assert opened.services.proxy(opened.library) == ""


def each_place_can_be_copied(opened: Opened) -> None:
    places = opened.services.paths
    shown = {field.text() for field in opened.whole.settings.findChildren(type(page(opened).proxy.address))}
    assert {str(places.library), str(places.settings), str(places.log)} <= shown
    button = next(
        one
        for one in opened.whole.settings.findChildren(type(page(opened).life.erase))
        if one.accessibleName() == "Copy: Everything"
    )
    button.click()
    assert QGuiApplication.clipboard().text() == str(places.data_dir)


def what_others_see_is_told_with_the_key_that_hides(opened: Opened) -> None:
    seen = page(opened).seen
    said = " ".join(label.text() for label in seen.findChildren(QLabel) if not label.isHidden())
    assert said.count("F12") == 1
    assert "This system cannot leave a window out of a shared screen." in said
    assert seen.leave_out.isHidden()


def everything_is_erased_after_a_question_and_once_the_window_has_gone(opened: Opened) -> None:
    page(opened).erasing.erase.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    question = panel.content
    assert isinstance(question, Confirm)
    assert question.safe.hasFocus()
    press(Qt.Key.Key_Escape)
    assert opened.wishes == []
    page(opened).erasing.erase.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Confirm)
    panel.content.act.click()
    assert opened.wishes == [EraseWish()]
    assert opened.services.paths.library.exists()


def the_library_is_saved_as_files_after_a_word_on_who_can_read_them(opened: Opened, folder: Path) -> None:
    opened.library.sources.add(NewSource(url="http://192.168.1.5/feed", allow_private=True), at=MONDAY)
    page(opened).erasing.export.click()
    question = asked(opened)
    assert "Anybody who has it can see what you read." in question.accessibleDescription()
    question.act.click()
    (dialog,) = opened.whole.window.findChildren(QFileDialog)
    (folder / "Dropbox").mkdir()
    dialog.fileSelected.emit(str(folder / "Dropbox" / "out"))
    opened.quiet()
    assert "A service copies this folder" in asked(opened).accessibleDescription()
    asked(opened).safe.click()
    dialog.fileSelected.emit(str(folder / "out"))
    dialog.close()
    opened.quiet()
    assert opened.will_say("Saved with 0 pages in out. 1 source is left out: its address is private.")
    assert {path.name for path in (folder / "out").iterdir()} >= {"sources.opml", "marks.json", "checks.json"}
    assert not list((folder / "Dropbox").iterdir())


def asked(opened: Opened) -> Confirm:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Confirm)
    return panel.content


def a_copy_of_everything_is_one_press_away(opened: Opened) -> None:
    page(opened).erasing.backup.click()
    assert opened.whole.settings.part is not None
    assert opened.whole.settings.part.title == "Backup"
    opened.whole.open_settings("privacy")


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_connections_are_told_stopped_exported_and_erased(opened: Opened, tmp_path: Path) -> None:
    one_sentence_says_how_many_were_contacted_how_often_and_since_when(opened)
    take_back(opened)
    what_others_see_is_told_with_the_key_that_hides(opened)
    everything_is_erased_after_a_question_and_once_the_window_has_gone(opened)
    a_copy_of_everything_is_one_press_away(opened)
    the_keys_that_search_go_into_the_field(opened)
    take_back(opened)
    an_address_is_not_contacted_any_more_and_this_can_be_undone(opened)
    take_back(opened)
    a_stopped_address_can_be_allowed_again_later(opened)
    take_back(opened)
    the_big_switch_ends_all_connections_and_can_be_undone(opened)
    take_back(opened)
    how_long_lines_are_kept_is_a_choice_that_can_be_undone(opened)
    take_back(opened)
    a_proxy_is_taken_refused_at_the_field_and_given_up(opened)
    take_back(opened)
    each_place_can_be_copied(opened)
    take_back(opened)
    the_list_goes_into_a_file_with_every_line(opened, tmp_path)
    take_back(opened)
    connections_are_listed_by_address_and_one_by_one(opened)
    take_back(opened)
    words_narrow_the_list(opened)
    take_back(opened)
    erasing_asks_first_and_the_safe_answer_has_the_keyboard(opened)
    take_back(opened)
    the_library_is_saved_as_files_after_a_word_on_who_can_read_them(opened, tmp_path)


@pytest.mark.parametrize("trouble", [*WebTrouble, "cancelled", "200", "304", "302", "404", "418", "500", "429"])
def test_every_result_has_words(trouble: str) -> None:
    assert result_words(trouble) != "It did not work"


def test_every_reason_has_words() -> None:
    assert len(whys_words(Why).split("; ")) == len(Why)
