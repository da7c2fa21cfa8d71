"""Every place of the window as somebody meets it who hears it, uses the keyboard alone, or needs large text.

T2, T4, T5, T6 and T11 of docs/accessibility.md. The places stand in `tests/helpers/all_places.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.focus import tab_stops, takes_words
from caregiver_app.ui.widgets.overlay import Panel
from tests.helpers.accessible import assert_named, assert_tab_round
from tests.helpers.all_places import (
    FIRST_START,
    LOCKED,
    LOCKED_AGAIN,
    OF_THE_NOTES,
    OPEN,
    a_folder_lived_in,
    fill_lived_in,
)
from tests.helpers.all_screens import Place, There, go, leave
from tests.helpers.care_window import lock, unlock
from tests.helpers.everything_shown import everything_shown, pictures_held
from tests.helpers.fitting import assert_fits, assert_targets
from tests.helpers.outlines import IN_PANEL, KEPT, REMAKE, come_and_hear
from tests.helpers.panels import panel_classes
from tests.helpers.protected_places import OF_THE_LIBRARY, OPEN_TOO, SHUT, protected_window
from tests.helpers.qt_app import settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole, wait_until

HEARING = ("assert_accessible(", "assert_named(", "panel_of(", "panel_content(", "wait_for(")
"""The helpers of tests that check what is heard in a panel."""


def test_a_first_start_can_be_heard_and_gone_through_by_keyboard(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        walk(opened, FIRST_START)
        emergency_is_one_press_away(opened, theme)


def test_all_that_can_be_opened_can_be_heard_and_gone_through_by_keyboard(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    a_folder_lived_in(tmp_path / "data")
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in) as opened:
        walk(opened, LOCKED)
        leave(opened)
        opened.whole.window.open_screen(CARE)
        unlock(opened)
        walk(opened, OPEN)
        locks_without_leaving_a_word(opened)


ELSEWHERE = {
    "care.answering.keep_drawer.KeepDrawer": "care/answering/test_answering.py",
    "care.ask_passphrase.PassphraseQuestion": "settings/test_whole_backup.py",
    "care.asking.compare_drawer.CompareDrawer": "care/asking/test_asking.py",
    "care.asking.left_one_drawer.LeftOneDrawer": "care/asking/test_asking.py",
    "care.asking.new_key_drawer.NewKeyDrawer": "care/asking/test_asking.py",
    "care.asking.preview_drawer.PreviewDrawer": "care/asking/test_asking.py",
    "care.asking.trusted_drawer.TrustedDrawer": "care/asking/test_asking.py",
    "care.carrying.open_file_drawer.OpenFileDrawer": "care/carrying/test_carrying.py",
    "care.carrying.preview_drawer.PreviewDrawer": "care/carrying/test_carrying.py",
    "care.erasing.told_drawer.ToldDrawer": "care/erasing/test_erasing.py",
    "care.measurements.edit_drawer.MeasurementDrawer": "care/measurements/test_measurements.py",
    "first_run.set_up_sheet.SetUpSheet": "first_run/test_set_up_stick.py",
    "help_lines.qr_popover.QrPopover": "help_lines/test_help_lines.py",
    "helplines.drawer.HelplinesDrawer": "protected/test_at_the_lock.py",
    "library.reader.link_popover.LinkPopover": "library/test_links.py",
    "packs.compare_drawer.CompareDrawer": "packs/test_packs_window.py",
    "packs.install_sheet.InstallSheet": "packs/test_packs_window.py",
    "packs.pick_drawer.PickDrawer": "packs/test_packs_window.py",
    "share.keep_drawer.KeepDrawer": "share/test_share_window.py",
    "share.locked_drawer.LockedDrawer": "share/test_at_the_lock.py",
    "share.replace_popover.ReplacePopover": "share/test_share_window.py",
    "sources.opml_drawer.OpmlDrawer": "sources/test_opml_files.py",
    "studio.contents.withdraw_drawer.WithdrawDrawer": "studio/test_studio_window.py",
    "studio.looking.settle_drawer.SettleDrawer": "studio/test_studio_window.py",
    "studio.publishing.keys_drawer.KeysDrawer": "studio/test_publishing.py",
    "studio.publishing.set_up_drawer.SetUpDrawer": "studio/test_publishing.py",
    "studio.publishing.signs_drawer.SignsDrawer": "studio/test_publishing.py",
    "studio.the_pack.begin_drawer.BeginDrawer": "studio/test_studio_window.py",
    "studio.the_pack.left_out_drawer.LeftOutDrawer": "studio/test_studio_window.py",
    "studio.writing.picture_asking.PictureAsking": "studio/test_writing.py",
    "widgets.tab_roles.TabList": "test_heard_as.py",
}
"""What opens over the window and is no place of the registry, and the test that hears it on the way to somewhere."""


def test_whatever_opens_over_the_window_is_heard_by_some_test() -> None:
    kept = "\n".join(path.read_text(encoding="utf-8") for path in KEPT.glob("*.txt"))
    walked = {line.removeprefix(IN_PANEL) for line in kept.splitlines() if line.startswith(IN_PANEL)}
    assert panel_classes() - walked == {f"caregiver_app.ui.{name}" for name in ELSEWHERE}
    for name, path in ELSEWHERE.items():
        test = (Path(__file__).parent / path).read_text(encoding="utf-8")
        assert name.rpartition(".")[2] in test, name
        assert any(hears in test for hears in HEARING), name


def test_nothing_is_lost_with_text_twice_as_large_in_the_smallest_window(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    theme.set_percent(200)
    a_folder_lived_in(tmp_path / "data")
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in, size=SMALLEST) as opened:
        look_at(opened, theme, LOCKED, SMALLEST)
        leave(opened)
        opened.whole.window.open_screen(CARE)
        unlock(opened)
        look_at(opened, theme, OPEN, SMALLEST)
    theme.set_percent(100)


def test_nothing_is_lost_on_a_laptop_and_nothing_left_where_the_library_is_protected(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    """Text twice as large; then F12, pressed after all places were seen and words were sought by Ctrl+K."""
    with protected_window(theme, tmp_path / "data", starter_folder, size=LAPTOP) as opened:
        walk(opened, SHUT)
        theme.set_percent(200)
        look_at(opened, theme, SHUT, LAPTOP)
        leave(opened)
        opened.whole.window.open_screen(CARE)
        unlock(opened)
        look_at(opened, theme, OPEN_TOO, LAPTOP)
        hides_without_leaving_a_word(opened)
    theme.set_percent(100)


def walk(opened: Opened, places: Sequence[Place]) -> None:
    """Go to each place and check what is heard there, that Tab goes round, and that Esc leads back."""
    window, heard = opened.whole.window, {}
    for place in places:
        with step(place.name):
            there, heard[place.name] = come_and_hear(opened, place)
            assert begins_with_the_form(there.part) is (place.name not in READ_FIRST)
            assert_named(there.part)
            assert learned_fields(there.part) == FOR_EVERYBODY.get(place.name, []) or place.name.startswith("studio-")
            assert_tab_round(there.part if there.is_panel else window)
            goes_back_to_the_opener(opened, there)
    kept = {
        name: (KEPT / f"{name}.txt").read_text(encoding="utf-8") for name in heard if (KEPT / f"{name}.txt").exists()
    }
    assert heard == kept, REMAKE


READ_FIRST = {"library-check", "care-own-key"}
"""Drawers in which one can write, but that are there to be read before."""


def begins_with_the_form(part: QWidget) -> bool:
    """Return whether the keyboard is past the way out of a drawer into which one can write (UX.md section 5.2)."""
    if not isinstance(part, Panel) or not any(map(takes_words, tab_stops(part))):
        return True
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused) and focused.accessibleName() != "Close"


FOR_EVERYBODY = {
    "library-check": ["Your role", "Your organisation", "Your name"],
    "care-erase": ["Type the word “erase”"],
    "packs-install": ["Or a web address"],
    "settings-keyboard": ["Find a key"],
}
"""Fields, by place, whose words input methods may learn; beside them those of packs, which are made to be published."""


def learned_fields(part: QWidget) -> list[str]:
    """Return what fields are called into which one can write and whose words input methods may learn."""
    lines = [field for field in part.findChildren(QLineEdit) if not field.isReadOnly()]
    texts = [field for field in part.findChildren(QPlainTextEdit) if not field.isReadOnly()]
    learned = [
        field for field in (*lines, *texts) if not field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    ]
    return [field.accessibleName() for field in learned if field.isVisible()]


LAPTOP = (1366, 768)
LAYOUTS = (
    (100, (1280, 860), FrameLayout.WIDE),
    (100, SMALLEST, FrameLayout.MID),
    (130, (1100, 800), FrameLayout.NARROW),
    (200, (1180, 860), FrameLayout.COMPACT),
)


def emergency_is_one_press_away(opened: Opened, theme: Theme) -> None:
    """Press Emergency where it is seen in each layout of the window, from another screen (T6)."""
    window = opened.whole.window
    for percent, size, layout in LAYOUTS:
        with step(layout.name):
            leave(opened)
            window.open_screen(LIBRARY)
            theme.set_percent(percent)
            window.resize(*size)
            opened.quiet()
            assert window.frame_layout is layout
            entries = [
                each for bar in window.bars.all for each in bar.findChildren(QAbstractButton) if each.isVisible()
            ]
            (emergency,) = [each for each in entries if each.accessibleName().startswith("Emergency")]
            emergency.click()
            opened.quiet()
            assert window.nav.current == EMERGENCY_PAGE
    theme.set_percent(100)


def locks_without_leaving_a_word(opened: Opened) -> None:
    """Lock where the sheet of a visit is shown, and look everywhere for what was seen until then (T13)."""
    window = opened.whole.window
    go(opened, next(place for place in OPEN if place.name == "print-clinic-visit"))
    wait_until(lambda: bool(pictures_held()), "a page of a private sheet")
    lock(opened)
    opened.quiet()
    assert pictures_held() == []
    assert (opened.whole.undo.next_undo, opened.whole.undo.next_redo) == (None, None)
    assert (window.toasts.message, list(window.toasts.waiting)) == (None, [])
    for place in LOCKED_AGAIN:
        with step(f"{place.name}, locked"):
            go(opened, place)
            shown = f"{everything_shown(window)}\n{window.windowTitle()}"
            assert [words for words in OF_THE_NOTES if words in shown] == []


def hides_without_leaving_a_word(opened: Opened) -> None:
    """Press F12 in a window whose library is protected, and look everywhere for words of the library and the notes."""
    window = opened.whole.window
    leave(opened)
    for word in ("Donepezil", "evenings"):
        seek_and_close(opened, word)
    go(opened, next(place for place in OPEN if place.name == "library-reading"))
    before = everything_shown(window)
    assert all(any(words in before for words in some) for some in (OF_THE_NOTES, OF_THE_LIBRARY))
    QTest.keyClick(window, Qt.Key.Key_F12)
    wait_until(lambda: not opened.services.care.is_unlocked and not opened.whole.runner.ending, "all to be closed")
    opened.quiet()
    assert pictures_held() == []
    assert (opened.whole.undo.next_undo, opened.whole.undo.next_redo) == (None, None)
    assert (window.toasts.message, list(window.toasts.waiting)) == (None, [])
    for place in SHUT:
        with step(f"{place.name}, hidden"):
            go(opened, place)
            shown = f"{everything_shown(window)}\n{window.windowTitle()}"
            assert [words for words in (*OF_THE_NOTES, *OF_THE_LIBRARY) if words in shown] == []


def seek_and_close(opened: Opened, word: str) -> None:
    """Seek a word by Ctrl+K, and close that once something with the word in it was found."""
    opened.whole.find.open()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    palette = panel.content
    assert isinstance(palette, Palette)
    palette.field.setText(word)
    wait_until(lambda: any(word in option.text for option in palette.list.options), f"what is found for {word}")
    opened.whole.window.overlay.close_panel()


def goes_back_to_the_opener(opened: Opened, there: There) -> None:
    """Check that Esc closes a panel, and that the keyboard is at the button again that opened it."""
    if not there.is_panel:
        return
    opener = there.opener
    QTest.keyClick(QApplication.focusWidget() or opened.whole.window, Qt.Key.Key_Escape)
    settle()
    assert opened.whole.window.overlay.panel is None, "Esc does not close it"
    focused = QApplication.focusWidget()
    assert opener is None or focused is opener, f"the keyboard is at {focused and focused.accessibleName()!r}"


def look_at(opened: Opened, theme: Theme, places: Sequence[Place], size: tuple[int, int]) -> None:
    """Go to each place and check that it fits and can be hit."""
    for place in places:
        with step(place.name):
            there = go(opened, place)
            assert_fits(opened.whole.window, *size)
            assert_targets(there.part, theme)
