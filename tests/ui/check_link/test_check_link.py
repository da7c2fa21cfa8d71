"""A forwarded message is pasted, answered without a network, and forgotten when the page is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caregiver_app.support.sentences.forwarded import reply_changed, reply_without_page
from caregiver_app.ui.check_link.marked_host import MarkedHost
from caregiver_app.ui.check_link.screen import CheckLinkScreen
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.records.medicines import MedicineText
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_window, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.forwarded import HOST, MIRACLE, fill_with_known
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window over a library with pages of a known organisation and of a source of one's own."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_with_known) as opened:
        yield opened


def page_of(opened: Opened) -> CheckLinkScreen:
    page = opened.whole.ways.check_link
    assert page is not None
    return page


def said(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def test_a_miracle_cure_is_answered_and_forgotten(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.check.click()
    page = page_of(opened)
    assert opened.whole.library.behind is page
    assert QApplication.focusWidget() is page.text
    page.check.click()
    assert "Paste a link" in page.field.error

    heard = Listener()
    page.text.setPlainText(MIRACLE)
    assert not page.field.error
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.quiet()
    answer = page.answer
    assert answer is not None
    assert any("looks like that of Harbour Dementia" in words for words in heard.words)
    false, shortened = answer.links
    assert "looks like that of Harbour Dementia" in said(false.verdict)
    assert [host.marked for host in false.findChildren(MarkedHost)] == [("-official.com",), ()]
    assert false.copy is None
    assert "Nobody can see where this link leads." in said(shortened.verdict)
    everything = said(answer)
    for words in ("Before giving any remedy ask the pharmacist", "Do not stop a medicine.", "Trace back"):
        assert words in everything
    assert answer.related is not None
    assert [line.title for line in answer.related.lines] == ["Evenings with dementia: what helps"]

    assert answer.reply is not None
    answer.reply.copy.click()
    opened.quiet()
    copied = QGuiApplication.clipboard().text()
    assert f"https://{HOST}/evenings" in copied
    assert "Not checked by a person." in copied
    assert "lemon" not in copied.lower()

    page.back.click()
    assert opened.whole.library.shelf.isVisible()
    assert (page.text.toPlainText(), page.answer) == ("", None)
    assert opened.door.asked == []


def test_a_page_of_the_library_is_opened_the_answer_waits_and_nothing_found_is_said(opened: Opened) -> None:
    opened.whole.ways.open_check_link()
    page = page_of(opened)
    QGuiApplication.clipboard().setText(f"https://{HOST}/evenings?utm_source=mail")
    page.paste.click()
    opened.quiet()
    answer = page.answer
    assert answer is not None
    (card,) = answer.links
    assert "Harbour Dementia Trust’s own site" in said(card)
    assert card.copy is not None
    card.copy.click()
    assert QGuiApplication.clipboard().text() == f"https://{HOST}/evenings"
    assert card.open is not None
    card.open.click()
    opened.quiet()
    row = opened.whole.library.shelf.reader.row
    assert row is not None
    assert row.title == "Evenings with dementia: what helps"

    opened.whole.ways.open_check_link()
    assert page.answer is answer
    page.text.insertPlainText(" more")
    assert page_of(opened).answer is None
    page.text.setPlainText("Pyramids sharpen razor blades")
    page.look()
    opened.quiet()
    nothing = page_of(opened).answer
    assert nothing is not None
    assert nothing.related is None
    for words in ("There is no web address in this.", "We have nothing on this.", "Ask your pharmacist"):
        assert words in said(nothing)

    heard = Listener()
    page.text.setPlainText("Hi mum, this is my new number. Look at https://youtu.be/a")
    page.look()
    opened.quiet()
    money = page_of(opened).answer
    assert money is not None
    assert money.money is not None
    assert money.reply is None
    assert said(money).startswith("Do not answer, and pay nothing.\n")
    assert "the number you always had" in said(money.money)
    assert said(money).count("Anybody can publish on youtu.be.") == 1
    assert "A kind answer" not in said(money)
    assert any(words.startswith("Do not answer, and pay nothing.") for words in heard.words)
    press(Qt.Key.Key_Escape)
    assert not page.text.toPlainText()
    assert opened.whole.library.behind is None


@pytest.mark.usefixtures("dressed")
def test_the_smallest_window_holds_the_largest_words(opened: Opened, theme: Theme) -> None:
    show(opened.whole.window, *SMALLEST)
    opened.whole.ways.open_check_link()
    page = page_of(opened)
    page.text.setPlainText(f"{MIRACLE} https://{HOST}/evenings?utm_source=mail")
    page.look()
    theme.set_percent(200)
    opened.quiet()
    settle()
    assert page.answer is not None
    assert len(page.answer.links) == 3
    assert_fits_smallest(opened.whole.window)
    assert_targets(opened.whole.window, theme)
    assert_accessible(opened.whole.window)


@pytest.mark.usefixtures("dressed")
def test_marked_letters_are_spoken_and_the_name_wraps(theme: Theme) -> None:
    host = MarkedHost(theme, "mayocl1nic.org", ((6, 7),))
    assert host.text() == "mayocl1nic.org"
    assert host.accessibleDescription() == "Different letters: 1"
    assert host.heightForWidth(60) > 2 * host.heightForWidth(600)
    assert MarkedHost(theme, "", ()).sizeHint().height() >= 0


def note_medicine(opened: Opened, name: str) -> None:
    with closing(opened.services.care.open()) as vault:
        vault.medicines.add(MedicineText(name=name), at=MONDAY)


def test_what_is_copied_is_judged_then_and_what_was_pasted_goes_with_the_lock(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        unlock(opened)
        with closing(opened.services.open_library()) as library:
            fill_with_known(library)
        opened.whole.window.open_screen(LIBRARY)
        opened.whole.ways.open_check_link()
        page = page_of(opened)
        page.text.setPlainText(MIRACLE)
        page.look()
        opened.quiet()
        assert page.answer is not None
        assert page.answer.reply is not None
        assert f"https://{HOST}/evenings" in said(page.answer.reply)
        note_medicine(opened, "Evenings")
        page.answer.reply.copy.click()
        opened.quiet()
        assert QGuiApplication.clipboard().text() == reply_without_page()
        assert reply_without_page() in said(page.answer.reply)
        assert page.answer.reply.note.text() == reply_changed()
        lock(opened)
        assert (page.text.toPlainText(), page_of(opened).answer) == ("", None)
        page.text.undo()
        assert page.text.toPlainText() == ""
