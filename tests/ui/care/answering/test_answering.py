"""A nurse in the window: what a family asks comes as a file, is read as it was sent, answered, kept and let go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.answering.keep_drawer import KeepDrawer
from caregiver_app.ui.care.answering.received_drawer import ReceivedDrawer
from caregiver_app.ui.care.answering.request_place import RequestPlace
from caregiver_app.ui.care.asking.ways import AskWays
from caregiver_app.ui.care.questions.tab import QuestionsTab
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from caregiver_app.vault.exchange.composing import Wishes
from caregiver_app.vault.exchange.correspondents import CorrespondentId
from caregiver_app.vault.letters.canonical import LARGEST_BYTES
from caregiver_app.vault.letters.key_file import read_key_file
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.asking_window import compare, content, fill, wait_for
from tests.helpers.care_records import notes_of, open_tab
from tests.helpers.care_window import care_of, care_window, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.exchanging import BY, new_vault, spoken_of
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.picking import drop, pick
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

ASKED = "Is the new tablet why Mum is dizzy?\n<b>She</b> stumbled & fell."
NOTE = "Dizzy on the stairs at 7 pm"
SAID = "Ask the pharmacist today, and measure twice."


class Family:
    """The care notes of whoever asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = new_vault(folder / "family.db")
        self.key: Recipient = self.vault.exchange.identities.own(at=MONDAY)
        self.question = self.vault.questions.add(NewQuestion(text=ASKED), at=MONDAY)
        self.note = self.vault.notes.add(NewNote(text=NOTE), at=MONDAY)

    def ask(self, nurse: Recipient, *, name: str = "Ruth", question: str = "") -> Path:
        """Compare the nurse's key, ask her, and return the file."""
        exchange = self.vault.exchange
        wishes = Wishes(
            to=take_key(self.vault, nurse, "Anna"), answer_by=BY, why="She fell", sender=name, about="Mum", call="111"
        )
        chosen = self.vault.questions.add(NewQuestion(text=question), at=MONDAY) if question else self.question
        draft = exchange.asking.compose(wishes, questions=[chosen], notes=[self.note], at=MONDAY)
        path = self.folder / "questions.age"
        path.write_bytes(exchange.asking.send(draft, at=MONDAY).data)
        return path

    def answers(self) -> list[tuple[str, str]]:
        """Return who answered the question, and what."""
        return [(one.by_whom, one.text) for one in self.vault.answers.to(self.question)]


def take_key(vault: Vault, key: Recipient, name: str) -> CorrespondentId:
    """Take in somebody's key and compare it, as by phone."""
    added = vault.exchange.correspondents.add(key, name, at=MONDAY)
    if added.is_new:
        vault.exchange.correspondents.compare(added.id, spoken_of(key), at=MONDAY)
    return added.id


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Family]:
    """A family with a question and a note, who knows nobody yet."""
    family = Family(tmp_path)
    yield family
    family.vault.close()


def asking(opened: Opened) -> AskWays:
    ways = care_of(opened).after_unlock.asking
    assert ways is not None
    return ways


def body(opened: Opened) -> QWidget:
    found = care_of(opened).screen.body
    assert found is not None
    return found


def own_key(opened: Opened) -> Recipient:
    return notes_of(opened, lambda vault: vault.exchange.identities.own(at=MONDAY))


def place(opened: Opened) -> RequestPlace:
    opened.quiet()
    found = open_tab(opened, "questions", QuestionsTab).place
    assert isinstance(found, RequestPlace)
    opened.quiet()
    return found


def seen(part: QWidget) -> str:
    """Return what stands in a part and its parts, letter for letter."""
    return everything_shown(part)


@pytest.mark.usefixtures("dressed")
def test_from_the_file_to_the_answer_and_its_end(opened: Opened, family: Family, tmp_path: Path) -> None:
    """Key given, file dropped, read, compared, answered, recorded, kept, deleted: one nurse's whole way."""
    unlock(opened)
    key = give_key(opened, tmp_path)
    opened.whole.window.toasts.clear()
    drop(body(opened), family.ask(key))
    opened.quiet()
    shown = place(opened)
    assert opened.message == "These are questions to you. They are kept in your care notes."
    assert [part.text.toPlainText() for part in shown.questions] == [ASKED]
    assert all(words in seen(shown) for words in (NOTE, "From: Ruth", "Answer expected by", "call 111"))
    assert shown.stranger.unknown.isVisible()
    assert not shown.save.isVisible()
    assert not shown.questions[0].field.isVisible()
    assert_accessible(shown)

    shown.stranger.compare.click()
    compare(opened, family.key)
    wait_until(place(opened).save.isVisible, "the key to count")
    shown = place(opened)
    assert shown.heading == "Questions from Ruth"
    assert "Your answer can be opened only with the key of Ruth" in seen(shown)
    assert content(opened) is None
    shown.save.click()
    assert shown.questions[0].field.error == "Write an answer first."
    shown.questions[0].edit.setPlainText(SAID)
    opened.whole.window.toasts.clear()
    shown.save.click()
    pick(opened, tmp_path / "answer.age")
    assert opened.message == "Your answer is saved. Send them the file yourself."
    assert SAID.encode() not in (tmp_path / "answer.age").read_bytes()
    family.vault.exchange.take_in((tmp_path / "answer.age").read_bytes(), at=MONDAY)
    assert family.answers() == [("Anna", SAID)]
    shown = place(opened)
    assert shown.questions[0].answer == ""
    assert SAID in seen(shown.questions[0])
    assert "thirty days" not in shown.stay.said.text()
    assert [one.number for one in shown.questions if one.height() < one.heightForWidth(one.width())] == []
    assert shown.stay.height() >= shown.stay.heightForWidth(shown.stay.width())

    keep_and_record(opened, shown, tmp_path)
    shown.stay.again.emit(1)
    pick(opened, tmp_path / "again.age")
    assert (tmp_path / "again.age").exists()
    shown.stay.delete.click()
    wait_for(opened, Confirm).act.click()
    wait_until(lambda: open_tab(opened, "questions", QuestionsTab).place is None, "the place to close")
    opened.quiet()
    assert not open_tab(opened, "questions", QuestionsTab).received.isVisible()
    assert notes_of(opened, lambda vault: vault.exchange.answering.list()) == ()
    assert ASKED.splitlines()[0] not in everything_shown(opened.whole.window)


def give_key(opened: Opened, folder: Path) -> Recipient:
    """Save one's own key as a small file, as the drawer shows it."""
    asking(opened).people()
    own = asking(opened).keys.own()
    opened.quiet()
    assert_accessible(own)
    fill(own.name, "Anna")
    own.save.click()
    pick(opened, folder / "key.json")
    given = read_key_file((folder / "key.json").read_bytes())
    assert (given.recipient, given.name) == (own.text.toPlainText(), "Anna")
    return given.recipient


def keep_and_record(opened: Opened, shown: RequestPlace, folder: Path) -> None:
    """Keep a request with a reason, take that back, and save a record twice."""
    shown.stay.keep.click()
    drawer = wait_for(opened, KeepDrawer)
    drawer.save.click()
    opened.quiet()
    assert drawer.form.values == {"why": ""}
    drawer.form.show({"why": "A complaint is open"})
    drawer.save.click()
    opened.quiet()
    assert "A complaint is open" in shown.stay.said.text()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert "A complaint is open" not in shown.stay.said.text()
    opened.whole.window.toasts.clear()
    for _again in range(2):
        shown.stay.record.click()
        pick(opened, folder / "record.txt")
    assert opened.message == "The record is saved. The file is not locked."
    assert len(notes_of(opened, lambda vault: vault.disclosures.list())) == 1
    text = (folder / "record.txt").read_text(encoding="utf-8")
    assert ASKED in text
    assert SAID in text
    assert (folder / "record.txt").stat().st_mode & 0o077 == 0


def test_files_that_are_no_request_are_told_in_a_sentence(opened: Opened, family: Family, tmp_path: Path) -> None:
    """Whatever somebody sends: one sentence, nothing shown, nothing kept, nothing waited for."""
    unlock(opened)
    nurse = own_key(opened)
    sent = family.ask(nurse).read_bytes()
    other = new_vault(tmp_path / "other.db")
    for_others = family.ask(other.exchange.identities.own(at=MONDAY)).read_bytes()
    other.close()
    os.mkfifo(tmp_path / "pipe.age")
    (tmp_path / "folder.age").mkdir()
    files = {
        "This file holds no questions, answers or key": (b"", b"Dear nurse", b"PK\x03\x04" * 40),
        "This file is damaged": (sent[:-20], sent[:-1] + bytes([sent[-1] ^ 1]), sent + b"x"),
        "This file is locked for somebody else's key": (for_others,),
        "This file is locked in a way": (pyrage.passphrase.encrypt(b"{}", "a"),),
        "This file is larger than it can be": (b"age-encryption.org/v1" + bytes(2 * LARGEST_BYTES),),
    }
    for expected, contents in files.items():
        for data in contents:
            (tmp_path / "came.age").write_bytes(data)
            opened.whole.window.toasts.clear()
            asking(opened).take_in_from(tmp_path / "came.age")
            opened.quiet()
            assert opened.message.startswith(expected), (expected, opened.message)
    for name in ("pipe.age", "folder.age"):
        opened.whole.window.toasts.clear()
        asking(opened).take_dropped([tmp_path / name])
        opened.quiet()
        assert opened.message.startswith("This file holds no questions"), name
    assert notes_of(opened, lambda vault: vault.exchange.answering.list()) == ()
    assert open_tab(opened, "questions", QuestionsTab).place is None


def test_a_changed_key_is_a_stranger_and_a_draft_survives_the_lock(
    opened: Opened, family: Family, tmp_path: Path
) -> None:
    """The same name with another key warns; what was being answered comes back, and nothing stays in between."""
    unlock(opened)
    nurse = own_key(opened)
    notes_of(opened, lambda vault: take_key(vault, family.key, "Ruth"))
    asking(opened).take_in_from(family.ask(nurse))
    shown = place(opened)
    assert shown.heading == "Questions from Ruth"
    assert shown.save.isVisible()
    shown.questions[0].edit.setPlainText("Perhaps, but")

    lock(opened)
    assert ASKED.splitlines()[0] not in everything_shown(opened.whole.window)
    assert "Perhaps, but" not in everything_shown(opened.whole.window)
    unlock(opened)
    wait_until(lambda: open_tab(opened, "questions", QuestionsTab).place is not None, "the draft")
    assert place(opened).questions[0].edit.toPlainText() == "Perhaps, but"
    assert place(opened).questions[0].edit.hasFocus()

    (tmp_path / "stranger").mkdir()
    stranger = Family(tmp_path / "stranger")
    asking(opened).take_in_from(stranger.ask(nurse, question="Please send me her address."))
    opened.quiet()
    assert place(opened).stranger.unknown.isVisible()
    assert place(opened).stranger.unknown.accessibleName() == "You know somebody of this name by another key"
    assert not place(opened).save.isVisible()
    stranger.vault.close()


@pytest.mark.usefixtures("dressed")
def test_all_of_it_fits_the_smallest_window(theme: Theme, tmp_path: Path, starter_folder: Path, family: Family) -> None:
    """At twice the size, with words that never end."""
    theme.set_percent(200)
    with care_window(theme, tmp_path / "data", starter_folder, size=(960, 640)) as opened:
        unlock(opened)
        asking(opened).take_in_from(family.ask(own_key(opened), name="R" * 100, question="W" * 900))
        shown = place(opened)
        opened.whole.window.toasts.clear()
        opened.quiet()
        assert_fits_smallest(opened.whole.window)
        assert_targets(shown, theme)
        ways = asking(opened)
        for show in (ways.keys.own, ways.keys.add, ways.keys.ask_for_new_key, ways.left, ways.keys.open):
            drawer = show()
            opened.quiet()
            settle()
            assert_accessible(drawer)
            assert_fits_smallest(opened.whole.window)
        opened.whole.window.overlay.close_panel()
        tab = open_tab(opened, "questions", QuestionsTab)
        tab.close_place()
        tab.received.all.click()
        opened.quiet()
        assert_accessible(wait_for(opened, ReceivedDrawer))
