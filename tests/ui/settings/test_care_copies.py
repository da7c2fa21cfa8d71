"""Each copy of the care notes has a way back to it: passphrase, what it lacks, a yes; then the notes of that day."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_copies import keep_care_copy
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion
from caregiver_app.ui.settings.backup_part import BackupPart
from caregiver_app.ui.settings.care_copies_words import care_reason
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import in_notes
from tests.helpers.care_window import care_of, care_window, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.picking import words_in
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def page(opened: Opened) -> BackupPart:
    opened.whole.open_settings("backup")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, BackupPart)
    return part


def content(opened: Opened) -> object:
    panel = opened.whole.window.overlay.panel
    return None if panel is None else panel.content


def write(opened: Opened, text: str) -> NoteId:
    return in_notes(opened, lambda vault: vault.notes.add(NewNote(text=text), at=opened.clock.now()))


def texts(vault: Vault) -> list[str]:
    return sorted(note.text for note in vault.notes.list())


def look(opened: Opened, part: BackupPart, name: str) -> Confirm:
    """Press the way back and type the passphrase, a wrong one first; return the question."""
    part.care_copies.buttons[name].click()
    asked = content(opened)
    assert isinstance(asked, PassphraseQuestion)
    assert asked.field.line.accessibleName() == "Your passphrase"
    asked.field.line.setText("not this one")
    asked.act.click()
    wait_until(lambda: asked.field.error.startswith("That passphrase did not open your notes."), "the refusal")
    asked.field.line.setText(PASSPHRASE)
    asked.act.click()
    wait_until(lambda: isinstance(content(opened), Confirm), "what it lacks")
    question = content(opened)
    assert isinstance(question, Confirm)
    return question


def test_a_copy_is_picked_and_gone_back_to(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    """Sound notes too: they become a copy themselves, to which one can go back."""
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        unlock(opened)
        wait_until(lambda: bool(opened.services.care_copies()), "the copy of the day")
        opened.quiet()
        first = write(opened, "Monday")
        care = opened.services.care
        kept = keep_care_copy(care.places, care.unlocked.data_key, opened.clock, reason="weekly").name
        write(opened, "Tuesday")
        in_notes(opened, lambda vault: vault.notes.delete(first, at=MONDAY))
        part = page(opened)
        assert part.care_copies.isVisible()
        assert {"Daily copy", "Weekly copy"} <= {line.partition("  ·  ")[0] for line in words_in(part.care_copies)}
        assert_accessible(part)
        names = [button.accessibleName() for button in part.care_copies.buttons.values()]
        assert names == ["Go back to this one: notes of today, 08:05. Weekly copy", names[1]]

        question = look(opened, part, kept)
        assert question.safe.hasFocus()
        assert "It lacks: 1 note. Deleted since, and back again in it: 1 note." in question.accessibleDescription()
        question.safe.click()
        assert in_notes(opened, texts) == ["Tuesday"]

        look(opened, part, kept).act.click()
        wait_until(lambda: opened.message.startswith("Your care notes are as they were today, 08:05."), "the way back")
        assert care_of(opened).access.state is LockState.LOCKED
        opened.whole.window.open_screen("care")
        unlock(opened)
        assert in_notes(opened, texts) == ["Monday"]

        lock(opened)
        part = page(opened)
        back = next(copy.name for copy in opened.services.care_copies() if copy.reason == "before-going-back")
        question = look(opened, part, back)
        assert "It lacks: 1 note. Deleted since, and back again in it: 1 note." in question.accessibleDescription()
        question.act.click()
        wait_until(lambda: not opened.whole.runner.busy, "the way back")
        opened.whole.window.open_screen("care")
        unlock(opened)
        assert in_notes(opened, texts) == ["Tuesday"]


def test_without_care_notes_nothing_is_said_of_their_copies(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with care_window(theme, tmp_path / "data", starter_folder, with_notes=False) as opened:
        assert not page(opened).care_copies.isVisible()


@pytest.mark.parametrize(
    ("reason", "said"),
    [("daily", "Daily copy"), ("before-import", "Before a file was brought in"), ("before-2", "Before a new version")],
)
def test_why_a_copy_of_the_notes_was_made_is_said(reason: str, said: str) -> None:
    assert care_reason(reason) == said
