"""Questions go to somebody one trusts as a file that only they can open, and the answer lands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.ui.care.asking.compare_drawer import CompareDrawer
from caregiver_app.ui.care.asking.left_drawer import LeftDrawer
from caregiver_app.ui.care.asking.people_drawer import PeopleDrawer
from caregiver_app.ui.care.asking.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.asking.send_drawer import SendDrawer
from caregiver_app.ui.care.asking.ways import AskWays
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.widgets.field import Field
from caregiver_app.vault.letters.key_file import KeyFile, read_key_file, write_key_file
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import words_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import in_notes
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

QUESTION = "May the new tablet be crushed?"
ANSWER = "Ask the pharmacist first, please."


@pytest.fixture
def nurse(tmp_path: Path) -> Iterator[Vault]:
    """The open care notes of somebody else."""
    vault = new_care(tmp_path / "nurse").open()
    yield vault
    vault.close()


@pytest.fixture
def ways(opened: Opened) -> AskWays:
    """What the menu of open notes offers, with a question and a note to send."""
    body = unlock(opened)

    def write(vault: Vault) -> None:
        vault.questions.add(NewQuestion(text=QUESTION), at=MONDAY)
        vault.notes.add(NewNote(text="She slept badly."), at=MONDAY)

    in_notes(opened, write)
    return AskWays(care_of(opened).desk, body)


def content(opened: Opened) -> QWidget | None:
    panel = opened.whole.window.overlay.panel
    return None if panel is None else panel.content


def fill(field: Field, words: str) -> None:
    assert isinstance(field.control, PrivateLine)
    field.control.setText(words)


def key_file(folder: Path, vault: Vault, name: str) -> Path:
    path = folder / f"{name}.json"
    path.write_bytes(write_key_file(KeyFile(recipient=vault.exchange.identities.own(at=MONDAY), name=name)))
    return path


def compare(opened: Opened, nurse: Vault, passphrase: str = PASSPHRASE) -> CompareDrawer:
    """Type the two groups of the nurse's key that are asked for, and the passphrase."""
    drawer = content(opened)
    assert isinstance(drawer, CompareDrawer)
    words = words_of(nurse.exchange.identities.own(at=MONDAY))
    for number, field in drawer.groups.items():
        fill(field, " ".join(words[number - 1]))
    drawer.passphrase.line.setText(passphrase)
    drawer.act.click()
    return drawer


def trust(opened: Opened, ways: AskWays, nurse: Vault, folder: Path) -> None:
    """Add the nurse's key and compare it."""
    ways.add_key(key_file(folder, nurse, "Anna"))
    wait_until(lambda: isinstance(content(opened), CompareDrawer), "the words")
    compare(opened, nurse)
    wait_until(lambda: isinstance(content(opened), PeopleDrawer), "the list of people")
    opened.quiet()


def choose(opened: Opened, ways: AskWays) -> SendDrawer:
    """Choose the question, and say why."""
    drawer = ways.send()
    wait_until(lambda: bool(drawer.questions), "the questions")
    next(iter(drawer.questions.values())).setChecked(True)
    fill(drawer.why, "She has trouble swallowing")
    return drawer


def test_a_question_goes_and_its_answer_lands(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """From the key to the answer beside the question: what is shown goes, and nothing else."""
    trust(opened, ways, nurse, tmp_path)
    choose(opened, ways).preview.click()
    wait_until(lambda: isinstance(content(opened), PreviewDrawer), "what goes")
    preview = content(opened)
    assert isinstance(preview, PreviewDrawer)
    shown = preview.text.toPlainText()
    assert QUESTION in shown
    assert "She slept badly." not in shown
    assert "swallowing" not in shown
    sent = tmp_path / "questions.age"
    preview.save.click()
    pick(opened, sent)
    received = nurse.exchange.take_in(sent.read_bytes(), at=MONDAY).received
    assert received is not None
    ways.save_key(tmp_path / "ours.json")
    opened.quiet()
    know(nurse, tmp_path / "ours.json")
    number = nurse.exchange.answering.answer(received, {1: ANSWER}, notice="Not for urgent questions.", at=MONDAY)
    back = tmp_path / "answers.age"
    back.write_bytes(nurse.exchange.answering.file(received, number))

    ways.take_in_from(back)
    opened.quiet()
    assert opened.message == "1 answer came from Anna."
    answers = in_notes(opened, lambda vault: vault.questions.list()[0].answers)
    assert [(answer.text, answer.by_whom) for answer in answers] == [(ANSWER, "Anna")]
    ways.take_in_from(back)
    opened.quiet()
    assert len(in_notes(opened, lambda vault: vault.questions.list()[0].answers)) == 1


def test_what_left_is_listed(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """The record says to whom and why, without a word of the question."""
    trust(opened, ways, nurse, tmp_path)
    choose(opened, ways).preview.click()
    wait_until(lambda: isinstance(content(opened), PreviewDrawer), "what goes")
    preview = content(opened)
    assert isinstance(preview, PreviewDrawer)
    preview.save.click()
    pick(opened, tmp_path / "questions.age")
    drawer = ways.left()
    opened.quiet()
    assert isinstance(drawer, LeftDrawer)
    (line,) = drawer.list.lines
    assert "Sent to Anna" in line.title
    assert "swallowing" in line.facts
    assert QUESTION not in line.spoken


def test_nothing_goes_to_a_key_that_was_not_compared(
    opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path
) -> None:
    """Words of another key, or a wrong passphrase, leave the key unknown; the drawer says which it was."""
    ways.add_key(key_file(tmp_path, nurse, "Anna"))
    wait_until(lambda: isinstance(content(opened), CompareDrawer), "the words")
    drawer = compare(opened, nurse, "another passphrase altogether")
    opened.quiet()
    assert drawer.passphrase.error
    with_other_words(drawer)
    drawer.passphrase.line.setText(PASSPHRASE)
    drawer.act.click()
    opened.quiet()
    assert any(field.error for field in drawer.groups.values())
    assert in_notes(opened, lambda vault: vault.exchange.correspondents.list()[0].compared_at) is None
    assert choose(opened, ways).to is None


def test_a_question_is_asked_for_what_is_missing(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """Without a reason, or with nothing chosen, nothing is composed and the person is told."""
    trust(opened, ways, nurse, tmp_path)
    drawer = choose(opened, ways)
    fill(drawer.why, "")
    drawer.preview.click()
    opened.quiet()
    assert drawer.why.error
    next(iter(drawer.questions.values())).setChecked(False)
    drawer.preview.click()
    assert opened.message == "Choose a question or a note."


def test_every_drawer_can_be_used_without_eyes_or_mouse(
    opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path
) -> None:
    """Each has names for everything and a way round by Tab."""
    trust(opened, ways, nurse, tmp_path)
    shown: tuple[Callable[[], QWidget], ...] = (ways.people, ways.left, lambda: choose(opened, ways))
    for show in shown:
        drawer = show()
        opened.quiet()
        assert_accessible(drawer)


def test_nothing_of_it_stays_after_the_lock(opened: Opened, ways: AskWays, nurse: Vault, tmp_path: Path) -> None:
    """Ctrl+L takes the drawer with the question away."""
    trust(opened, ways, nurse, tmp_path)
    choose(opened, ways)
    lock(opened)
    assert opened.whole.window.overlay.panel is None
    assert not [box for box in opened.whole.window.findChildren(QWidget) if QUESTION in box.accessibleName()]


def pick(opened: Opened, path: Path) -> None:
    """Choose a place in the dialog that is open."""
    dialog = opened.whole.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    opened.quiet()


def know(nurse: Vault, path: Path) -> None:
    """Have the nurse take in and compare the family's key."""
    key = read_key_file(path.read_bytes())
    known = nurse.exchange.correspondents.with_key(key.recipient)
    number = nurse.exchange.correspondents.add(key.recipient, "Family", at=MONDAY).id if known is None else known.id
    words = words_of(key.recipient)
    nurse.exchange.correspondents.compare(number, {1: " ".join(words[0]), 2: " ".join(words[1])}, at=MONDAY)


def with_other_words(drawer: CompareDrawer) -> None:
    """Type the words of some other key."""
    other = words_of(Recipient("age1" + "q" * 58))
    for number, field in drawer.groups.items():
        fill(field, " ".join(other[number - 1]))
