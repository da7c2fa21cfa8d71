"""What care notes change in Share: their words are found while they are open, and nothing is left of them after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import KeepReason
from caregiver_app.model.guard import FindingKind
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.share.locked_drawer import LockedDrawer
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.records.medicines import MedicineText
from tests.helpers.accessible import assert_named, speak
from tests.helpers.care_window import lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import settle
from tests.helpers.share_window import body_of, read, share_page, write_message
from tests.helpers.shareable import CALM, fill_shareable
from tests.helpers.vaults import new_care
from tests.helpers.whole_window import Opened, open_whole

WORDS = "Ask about zolpitrane first."
PRIVATE = "zolpitrane"


def kinds(opened: Opened) -> list[FindingKind]:
    return [row.detail.kind for row in body_of(opened).findings.rows]


def heard(part: QWidget) -> str:
    return " ".join(f"{thing.name} {thing.description}" for thing in speak(part))


def prepare(folder: Path) -> None:
    care = new_care(folder)
    vault = care.open()
    vault.medicines.add(MedicineText(name=PRIVATE), at=MONDAY)
    vault.close()
    care.lock()


def test_words_of_the_care_notes_are_found_while_they_are_open_and_forgotten_at_the_lock(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    folder = tmp_path / "data"
    prepare(folder)
    with open_whole(theme, folder, start=starter_folder, fill=fill_shareable) as opened:
        body = share_page(opened, CALM)
        write_message(opened, WORDS)
        assert kinds(opened) == [FindingKind.PRIVATE_WORDS_UNCHECKED]
        body.findings.rows[0].first.click()
        settle()
        assert opened.whole.window.nav.current == CARE
        unlock(opened)
        opened.quiet()
        assert opened.whole.window.nav.current == SHARE
        read(opened)
        assert kinds(opened) == [FindingKind.PRIVATE_WORD]
        assert body.edit.marks.pieces != ()

        body.steps.keep(body.findings.rows[0].detail, KeepReason.AGREED)
        read(opened)
        assert kinds(opened) == []
        assert PRIVATE in body.preview.text.toPlainText()
        assert any(kept.text == PRIVATE for kept in opened.whole.gate.side.share.screen.basket.draft.kept)
        lock(opened)
        assert opened.whole.gate.side.share.screen.basket.draft.kept == ()
        assert "From your care notes" not in heard(body)
        for said in (heard(body), body.edit.toPlainText(), body.preview.text.toPlainText()):
            assert PRIVATE not in said
        body.edit.undo()
        assert body.edit.toPlainText() == ""
        assert body.edit.marks.pieces == ()
        read(opened)
        assert kinds(opened) == [FindingKind.PRIVATE_WORDS_UNCHECKED]
        assert opened.whole.window.undo_stack.next_undo is None
        write_message(opened, "Or later.")
        assert PRIVATE not in body.preview.text.toPlainText()
        body.findings.rows[0].first.click()
        settle()
        unlock(opened)
        opened.quiet()
        read(opened)
        assert body.edit.toPlainText() == f"{WORDS}\n\nOr later."
        assert kinds(opened) == [FindingKind.PRIVATE_WORD]


def test_a_message_without_a_word_of_the_notes_stays_at_the_lock_and_can_leave_without_them(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    folder = tmp_path / "data"
    prepare(folder)
    with open_whole(theme, folder, start=starter_folder, fill=fill_shareable) as opened:
        body = share_page(opened, CALM)
        body.findings.rows[0].first.click()
        settle()
        unlock(opened)
        opened.quiet()
        write_message(opened, WORDS)
        write_message(opened, "Have a look.")
        lock(opened)
        read(opened)
        assert body.edit.toPlainText() == "Have a look."
        assert body.preview.text.toPlainText().startswith("Have a look.")
        body.edit.undo()
        assert PRIVATE not in body.edit.toPlainText()

        (row,) = body.findings.rows
        assert row.keep.words == "Go on without"
        row.keep.click()
        settle()
        assert opened.whole.window.overlay.panel is not None
        drawer = opened.whole.window.overlay.panel.content
        assert isinstance(drawer, LockedDrawer)
        assert_named(drawer)
        drawer.answers[KeepReason.NO_DETAIL].click()
        read(opened)
        assert body.judging.now.may_leave
