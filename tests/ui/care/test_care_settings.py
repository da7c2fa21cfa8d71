"""The page "Care notes and locking": minutes with undo, another passphrase, a new key; nothing of it while locked."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.passphrase_drawer import PassphraseDrawer
from caregiver_app.ui.care.settings_part import CareSettingsPart
from caregiver_app.ui.care.sheet.drawer import SheetDrawer
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

NEW = "violet anchor melon button storm"


def settings_of(opened: Opened) -> CareSettingsPart:
    opened.whole.open_settings("care-notes")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, CareSettingsPart)
    return part


def panel(opened: Opened) -> object:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def fill(opened: Opened, now: str, new: str) -> PassphraseDrawer:
    drawer = panel(opened)
    assert isinstance(drawer, PassphraseDrawer)
    drawer.now.line.setText(now)
    drawer.new.field.line.setText(new)
    drawer.act.click()
    return drawer


def test_locked_notes_lead_to_the_unlock_and_show_nothing_else(opened: Opened) -> None:
    part = settings_of(opened)
    assert not any(card.isVisible() for card in part.cards)
    assert part.go.text() == "Unlock"
    part.go.click()
    assert opened.whole.window.nav.current == "care"
    assert care_of(opened).screen.shut.locked.passphrase.line.hasFocus()


def test_the_minutes_hold_at_once_can_be_undone_and_are_kept_in_the_notes(opened: Opened) -> None:
    unlock(opened)
    part = settings_of(opened)
    assert_accessible(part)
    part.minutes.chip("15").click()
    opened.quiet()
    assert care_of(opened).auto_lock.minutes == 15
    assert opened.message == "Care notes lock after 15 minutes."
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (care_of(opened).auto_lock.minutes, part.minutes.current) == (5, "5")
    part.minutes.chip("10").click()
    opened.quiet()
    lock(opened)
    assert not part.minutes.isVisible()
    opened.whole.window.open_screen("care")
    unlock(opened)
    assert care_of(opened).auto_lock.minutes == 10


def test_another_passphrase_opens_them_from_then_on(opened: Opened) -> None:
    unlock(opened)
    part = settings_of(opened)
    part.change.click()
    drawer = fill(opened, "not this one", NEW)
    wait_until(lambda: bool(drawer.now.error), "the refusal")
    assert_accessible(drawer)
    fill(opened, PASSPHRASE, NEW)
    wait_until(lambda: panel(opened) is None, "the change")
    lock(opened)
    opened.whole.window.open_screen("care")
    unlock(opened, NEW)


def test_a_new_key_is_carried_out_only_with_the_new_sheet_on_paper(opened: Opened, tmp_path: Path) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setPlainText("She slept well.")
    opened.quiet()
    old = opened.services.care.sheet(PASSPHRASE)
    part = settings_of(opened)
    part.known.click()
    fill(opened, PASSPHRASE, NEW)
    wait_until(lambda: isinstance(panel(opened), SheetDrawer), "the new sheet")
    opened.whole.window.overlay.close_panel()
    assert opened.message == "Nothing was changed. The passphrase is still the one of before."
    opened.services.care.check_passphrase(PASSPHRASE)

    part.known.click()
    fill(opened, PASSPHRASE, NEW)
    wait_until(lambda: isinstance(panel(opened), SheetDrawer), "the new sheet")
    drawer = panel(opened)
    assert isinstance(drawer, SheetDrawer)
    drawer.save_to(tmp_path / "sheet.pdf")
    wait_until(lambda: drawer.compare is not None, "the file")
    opened.whole.window.overlay.close_panel()
    wait_until(lambda: opened.will_say("Your notes have a new key."), "the new key")
    opened.quiet()
    assert opened.services.care.sheet(NEW).groups != old.groups
    assert care_of(opened).access.state is LockState.OPEN
    assert journal(opened).edit.toPlainText() == "She slept well."
    lock(opened)
    opened.whole.window.open_screen("care")
    unlock(opened, NEW)
    assert journal(opened).edit.toPlainText() == "She slept well."
