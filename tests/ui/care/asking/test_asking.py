"""Questions go to somebody one trusts as a file that only they can open, and the answer lands beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import speaking
from caregiver_app.ui.care.asking.add_key_drawer import AddKeyDrawer
from caregiver_app.ui.care.asking.compare_drawer import CompareDrawer
from caregiver_app.ui.care.asking.left_drawer import LeftDrawer
from caregiver_app.ui.care.asking.left_one_drawer import LeftOneDrawer
from caregiver_app.ui.care.asking.new_key_drawer import NewKeyDrawer
from caregiver_app.ui.care.asking.own_key_drawer import OwnKeyDrawer
from caregiver_app.ui.care.asking.people_drawer import PeopleDrawer
from caregiver_app.ui.care.asking.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.asking.send_drawer import SendDrawer
from caregiver_app.ui.care.asking.trusted_drawer import TrustedDrawer
from caregiver_app.ui.care.asking.ways import AskWays
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.letters.key_file import KeyFile, read_key_file, write_key_file
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import numbers_of, words_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.asking_window import compare, content, fill, type_groups, wait_for
from tests.helpers.care_records import notes_of
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.exchanging import new_vault
from tests.helpers.picking import drop, pick
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

QUESTION = "May the new tablet be crushed?"
ANSWER = "Ask the pharmacist first, please."
WHY = "She has trouble swallowing"


@pytest.fixture
def nurse(tmp_path: Path) -> Iterator[Vault]:
    """The open care notes of somebody else."""
    vault = new_vault(tmp_path / "nurse.db")
    yield vault
    vault.close()


@pytest.fixture
def ways(opened: Opened) -> AskWays:
    """What the menu of open notes offers, with a question and a note to send."""
    unlock(opened)

    def write(vault: Vault) -> None:
        vault.questions.add(NewQuestion(text=QUESTION), at=MONDAY)
        vault.notes.add(NewNote(text="She slept badly."), at=MONDAY)

    notes_of(opened, write)
    found = care_of(opened).after_unlock.asking
    assert found is not None
    return found


def key_file(folder: Path, vault: Vault, name: str = "") -> Path:
    path = folder / "their-key.json"
    path.write_bytes(write_key_file(KeyFile(recipient=key_of(vault), name=name)))
    return path


def key_of(vault: Vault) -> Recipient:
    return vault.exchange.identities.own(at=MONDAY)


def people(opened: Opened) -> tuple[Correspondent, ...]:
    return notes_of(opened, lambda vault: vault.exchange.correspondents.list())


def take_in_key(opened: Opened, ways: AskWays, path: Path, name: str) -> CompareDrawer:
    """Take a key in under a name, as far as its words."""
    drawer = ways.keys.add()
    assert_accessible(drawer)
    drawer.file.click()
    pick(opened, path)
    fill(drawer.name, name)
    drawer.add.click()
    return wait_for(opened, CompareDrawer)


def trust(opened: Opened, ways: AskWays, nurse: Vault, folder: Path) -> None:
    """Add the nurse's key and compare it."""
    take_in_key(opened, ways, key_file(folder, nurse), "Anna")
    compare(opened, key_of(nurse))
    wait_for(opened, PeopleDrawer)


def choose(opened: Opened, ways: AskWays) -> SendDrawer:
    """Choose the question, and say why."""
    drawer = ways.send()
    opened.quiet()
    next(iter(drawer.questions.values())).setChecked(True)
    fill(drawer.why, WHY)
    return drawer


def choose_before_there_is_a_key(opened: Opened, ways: AskWays, nurse: Vault, folder: Path) -> SendDrawer:
    """Choose, be told that a key is missing, add it, and come back to what was chosen."""
    drawer = choose(opened, ways)
    drawer.preview.click()
    assert content(opened) is drawer, "what was chosen stays before the eyes"
    assert message(opened).startswith("Nobody's key was compared yet.")
    assert drawer.keys.hasFocus()
    drawer.keys.click()
    wait_for(opened, PeopleDrawer)
    trust(opened, ways, nurse, folder)
    drawer = ways.send()
    opened.quiet()
    assert [box.isChecked() for box in drawer.questions.values()] == [True]
    half_done = drawer.half_done()
    assert half_done is not None
    assert half_done.typed[0] == WHY
    return drawer


def message(opened: Opened) -> str:
    """Return what is said now, and let what was said before be over."""
    said = opened.message
    opened.whole.window.toasts.clear()
    return said


def test_a_question_goes_and_its_answer_lands(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """From the key to the answer beside the question: what is shown goes, nothing else, and it is written down."""
    drawer = choose_before_there_is_a_key(opened, ways, nurse, tmp_path)
    assert_accessible(drawer)
    fill(drawer.why, "")
    drawer.preview.click()
    opened.quiet()
    assert drawer.why.error
    fill(drawer.why, WHY)
    opened.whole.window.toasts.clear()
    next(iter(drawer.questions.values())).setChecked(False)
    drawer.preview.click()
    assert message(opened) == "Choose a question or a note."
    next(iter(drawer.questions.values())).setChecked(True)
    drawer.preview.click()
    preview = wait_for(opened, PreviewDrawer)
    shown = preview.text.toPlainText()
    assert QUESTION in shown
    assert "Not for urgent questions" in shown
    assert "She slept badly." not in shown
    assert WHY not in shown
    preview.back.emit()
    wait_for(opened, SendDrawer).preview.click()
    preview = wait_for(opened, PreviewDrawer)
    preview.save.click()
    pick(opened, tmp_path / "nowhere" / "questions.age")  # the stick was pulled out
    sent = save_again_from_what_left(opened, tmp_path)

    received = nurse.exchange.take_in(sent.read_bytes(), at=MONDAY).received
    assert received is not None
    ways.keys.save_key("", tmp_path / "ours.json")
    opened.quiet()
    know(nurse, tmp_path / "ours.json")
    number = nurse.exchange.answering.answer(received, {1: ANSWER}, notice="Not for urgent questions.", at=MONDAY)
    back = tmp_path / "answers.age"
    back.write_bytes(nurse.exchange.answering.file(received, number))
    message(opened)
    body = care_of(opened).screen.body
    assert body is not None
    drop(body, back)
    opened.quiet()
    assert message(opened) == "1 answer came from Anna. Not for urgent questions."
    answers = notes_of(opened, lambda vault: vault.questions.list()[0].answers)
    assert [(answer.text, answer.by_whom) for answer in answers] == [(ANSWER, "Anna")]
    ways.take_in_from(back)
    opened.quiet()
    assert message(opened).startswith("This answer has come already.")
    assert len(notes_of(opened, lambda vault: vault.questions.list()[0].answers)) == 1
    ways.left()
    opened.quiet()
    assert all("1 answer came" in line.facts for line in wait_for(opened, LeftDrawer).list.lines)


def save_again_from_what_left(opened: Opened, folder: Path) -> Path:
    """Find the request among what left, written down although its file was not saved, and save that."""
    left = wait_for(opened, LeftDrawer)
    assert_accessible(left)
    (line,) = left.list.lines
    assert "Sent to Anna" in line.title
    assert "1 question" in line.facts
    assert WHY in line.facts
    assert "answer expected by" in line.facts
    assert QUESTION not in line.spoken
    left.list.open_at(left.list.model().index(0, 0))
    one = wait_for(opened, LeftOneDrawer)
    opened.whole.window.activateWindow()
    opened.quiet()
    assert_accessible(one)
    assert QUESTION in one.text.toPlainText()
    one.save.click()
    assert one.why.error
    fill(one.why, "The stick was pulled out")
    one.save.click()
    pick(opened, folder / "questions.age")
    assert content(opened) is None
    assert len(notes_of(opened, lambda vault: vault.disclosures.list())) == 2
    return folder / "questions.age"


def test_many_questions_are_laid_out_together_and_not_once_for_each(opened: Opened, ways: AskWays) -> None:
    measured = list[None]()

    def listen(frame: FrameType, event: str, _arg: object) -> None:
        if event == "call" and frame.f_code is CheckBox.heightForWidth.__code__:
            measured.append(None)

    def write(vault: Vault) -> None:
        for number in range(60):
            vault.questions.add(NewQuestion(text=f"Question {number}"), at=MONDAY)

    notes_of(opened, write)
    sys.setprofile(listen)
    try:
        drawer = ways.send()
        opened.quiet()
    finally:
        sys.setprofile(None)
    first, *_others, last = drawer.questions.values()
    assert first.hasFocus()
    assert first.y() < last.y()
    assert 0 < len(measured) < 60 * 40


def test_keys_count_once_they_were_compared(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """Wrong words and a wrong passphrase leave a key unknown, a removed one comes back, another one is a stranger's."""
    ways.keys.add().add.click()
    empty = wait_for(opened, AddKeyDrawer)
    assert empty.key.error
    fill(empty.key, "age1" + "q" * 58)
    fill(empty.name, "Anna")
    empty.add.click()
    opened.quiet()
    assert empty.key.error.startswith("This is not a key")
    drawer = take_in_key(opened, ways, key_file(tmp_path, nurse, "Nurse Anna"), "Anna")
    assert_accessible(drawer)
    compare(opened, key_of(nurse), "another passphrase altogether")
    opened.quiet()
    assert drawer.passphrase.error
    others = words_of(Recipient("age1" + "q" * 58))
    type_groups(drawer, {number: " ".join(others[number - 1]) for number in drawer.groups})
    drawer.passphrase.line.setText(PASSPHRASE)
    drawer.act.click()
    opened.quiet()
    assert any("These are not the words or numbers of this key" in field.error for field in drawer.groups.values())
    assert people(opened)[0].compared_at is None
    assert choose(opened, ways).to is None

    ways.keys.open()
    listed = wait_for(opened, PeopleDrawer)
    assert [(option.text, option.end) for option in listed.list.options] == [("Anna", "not compared yet")]
    listed.picked.emit(people(opened)[0])
    wait_for(opened, TrustedDrawer).compare.click()
    drawer = wait_for(opened, CompareDrawer)
    fill(drawer.name, "Anna at the clinic")
    compare(opened, key_of(nurse))
    wait_for(opened, PeopleDrawer)
    assert [one.name for one in people(opened)] == ["Anna at the clinic"]
    assert people(opened)[0].compared_at is not None
    remove_and_bring_back(opened, ways)
    nurse.exchange.identities.renew(at=MONDAY)
    changed = take_in_key(opened, ways, key_file(tmp_path, nurse), "Anna at the clinic")
    assert "You know somebody of this name by another key" in everything_shown(changed)


def remove_and_bring_back(opened: Opened, ways: AskWays) -> None:
    """Remove the only key, take that back and do it again."""
    removed = ways.keys.open_one(people(opened)[0])
    assert_accessible(removed)
    message(opened)
    removed.remove.click()
    opened.quiet()
    assert people(opened) == ()
    assert message(opened) == "Removed the key of Anna at the clinic."
    for _again in range(2):
        opened.whole.window.messages.undo()
        opened.quiet()
        assert people(opened)[0].compared_at is not None
        opened.whole.window.messages.redo()
        opened.quiet()
        assert people(opened) == ()
    opened.whole.window.messages.undo()
    opened.quiet()


@pytest.mark.usefixtures("dressed")
def test_ones_own_key_is_given_away_and_made_anew(opened: Opened, ways: AskWays, tmp_path: Path) -> None:
    """Its words, a QR code with whole squares, and a file; another one only with the passphrase."""
    own = ways.keys.own()
    opened.quiet()
    key = Recipient(own.text.toPlainText())
    assert own.words.text().splitlines() == [
        f"Group {number}: {' '.join(group)}" for number, group in enumerate(words_of(key), 1)
    ]
    assert own.numbers.text().splitlines() == [
        f"Group {number}: {group}" for number, group in enumerate(numbers_of(key), 1)
    ]
    with speaking("es"):
        said = [one.text() for one in ways.keys.own().findChildren(PlainLabel)]
    assert said.index("En números") < said.index("En palabras inglesas"), "who reads no English reads numbers out"
    own = ways.keys.own()
    opened.quiet()
    code = own.code.grab().toImage()
    assert code.width() >= 300
    assert len(runs_in(code)) > 5
    assert len({run % min(runs_in(code)) for run in runs_in(code)}) == 1
    fill(own.name, "Ruth")
    own.save.click()
    pick(opened, tmp_path / "mine.json")
    assert read_key_file((tmp_path / "mine.json").read_bytes()) == KeyFile(recipient=key, name="Ruth")

    own.new.click()
    asked = wait_for(opened, NewKeyDrawer)
    assert_accessible(asked)
    asked.passphrase.line.setText("not this one at all")
    asked.act.click()
    opened.quiet()
    assert asked.passphrase.error
    asked.passphrase.line.setText(PASSPHRASE)
    asked.act.click()
    again = wait_for(opened, OwnKeyDrawer)
    assert again.text.toPlainText() not in ("", key)

    choose(opened, ways)
    lock(opened)
    assert opened.whole.window.overlay.panel is None
    assert not [box for box in opened.whole.window.findChildren(QWidget) if QUESTION in box.accessibleName()]


def runs_in(code: QImage) -> list[int]:
    """Return how many points each run of black or white is wide in the line through the middle of a code."""
    line = [code.pixelColor(place, code.height() // 2).lightness() > 127 for place in range(code.width())]
    edges = [place for place in range(1, len(line)) if line[place] != line[place - 1]]
    return [after - before for before, after in pairwise(edges)]


def know(nurse: Vault, path: Path) -> None:
    """Have the nurse take in and compare the family's key."""
    key = read_key_file(path.read_bytes())
    known = nurse.exchange.correspondents.with_key(key.recipient)
    number = nurse.exchange.correspondents.add(key.recipient, "Family", at=MONDAY).id if known is None else known.id
    words = words_of(key.recipient)
    nurse.exchange.correspondents.compare(number, {1: " ".join(words[0]), 2: " ".join(words[1])}, at=MONDAY)
