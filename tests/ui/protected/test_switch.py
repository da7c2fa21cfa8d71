"""The switch "Protect the library too": what it says, whom it lets through, and what is done between two windows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection import ChangeProgress, ProtectionState
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.model.errors import Cancelled, VaultError, VaultTrouble
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion
from caregiver_app.ui.care.protecting.drawer import ProtectDrawer
from caregiver_app.ui.care.settings_part import CareSettingsPart
from caregiver_app.ui.converting import ProtectWish, convert, converting_words
from caregiver_app.ui.restoring import From, RestoreWish, Restoring, restore
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.clock import StillClock
from tests.helpers.protected import FEED, ShutWindow, plain_folder, protected_folder, shut_window
from tests.helpers.qt_app import settle
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


def care_page(shut: ShutWindow) -> CareSettingsPart:
    shut.whole.open_settings("care-notes")
    settle()
    part = shut.whole.settings.part
    assert isinstance(part, CareSettingsPart)
    return part


def drawer_of(shut: ShutWindow) -> ProtectDrawer:
    shut.quiet()
    panel = shut.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, ProtectDrawer)
    return panel.content


def words_of(drawer: ProtectDrawer) -> str:
    return "\n".join(one.name for one in speak(drawer))


def test_the_switch_says_what_it_means_and_wants_the_passphrase_once_more(theme: Theme, tmp_path: Path) -> None:
    with shut_window(theme, plain_folder(tmp_path / "data")) as shut:
        assert not care_page(shut).protect.button.isVisible()
        shut.whole.window.open_screen("care")
        shut.unlock()
        part = care_page(shut)
        assert part.protect.says.text().startswith("Off. What you read tells what your family has")
        part.protect.button.click()
        assert not drawer_of(shut).no_sheet.isHidden()
        shut.whole.care.access.lock()
        assert shut.whole.window.overlay.panel is None
        wait_until(lambda: not shut.services.care.is_unlocked)
        shut.whole.window.open_screen("care")
        shut.unlock()
        care_page(shut).protect.button.click()
        drawer = drawer_of(shut)
        said = words_of(drawer)
        for words in ("Only your passphrase opens it then", "What is protected", "What changes", "What it cannot do"):
            assert words in said
        assert "are gone. Nobody can bring them back." in said
        assert "Commands need the passphrase too." in said
        assert_accessible(drawer)
        drawer.act.click()
        assert drawer.is_last_step
        assert "It takes about a minute at most. It needs " in words_of(drawer)
        assert_accessible(drawer)
        drawer.act.click()
        assert drawer.passphrase.error == "Type your passphrase."
        drawer.passphrase.line.setText("wrong")
        drawer.act.click()
        wait_until(lambda: drawer.passphrase.error.startswith("That passphrase"), "the refusal")
        assert shut.wishes == []
        drawer.passphrase.line.setText(PASSPHRASE)
        drawer.act.click()
        wait_until(lambda: shut.wishes != [], "the wish")
        assert shut.wishes == [ProtectWish(on=True, passphrase=PASSPHRASE)]
        assert PASSPHRASE not in repr(shut.wishes)
        assert shut.whole.window.overlay.panel is None


def test_without_care_notes_there_is_no_switch_but_the_way_to_them(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with shut_window(theme, shutil.copytree(starter_folder, tmp_path / "data")) as shut:
        assert shut.whole.care.access.state is LockState.ABSENT
        part = care_page(shut)
        assert "Make your care notes first" in part.protect.says.text()
        assert not part.protect.button.isVisible()
        assert part.go.isVisible()


def test_protection_is_ended_by_who_unlocks_and_types_the_passphrase_once_more(shut: ShutWindow) -> None:
    assert not care_page(shut).protect.button.isVisible()
    shut.unlock()
    part = care_page(shut)
    assert part.protect.says.text().startswith("On. Your library opens with your passphrase")
    part.protect.button.click()
    drawer = drawer_of(shut)
    assert "Whoever can open the files of this computer sees your pages, sources and topics." in words_of(drawer)
    drawer.act.click()
    drawer.passphrase.line.setText(PASSPHRASE)
    drawer.act.click()
    wait_until(lambda: shut.wishes != [], "the wish")
    assert shut.wishes == [ProtectWish(on=False, passphrase=PASSPHRASE)]


def test_a_copy_of_a_protected_library_takes_its_place_only_with_the_passphrase(shut: ShutWindow) -> None:
    shut.unlock()
    shut.whole.trouble.restore_pressed.emit()
    settle()
    panel = shut.whole.window.overlay.panel
    assert panel is not None
    asked = panel.content
    assert isinstance(asked, PassphraseQuestion)
    asked.field.line.setText("wrong")
    asked.act.click()
    wait_until(lambda: bool(asked.field.error), "the refusal")
    asked.field.line.setText(PASSPHRASE)
    asked.act.click()
    wait_until(lambda: shut.wishes != [], "the wish")
    (wish,) = shut.wishes
    assert isinstance(wish, RestoreWish)
    shut.lock()
    services = build_services(shut.services.paths, clock=StillClock(), fetcher=SilentDoor())
    control: TaskControl[object] = TaskControl(lambda: None)
    assert wish.source is From.NEWEST_COPY
    assert restore(services, wish, control) == "The last good copy is back."  # type: ignore[arg-type]  # tells nothing
    assert services.protection.state() is ProtectionState.ON
    library = services.open_library()
    assert [source.url for source in library.sources.list(enabled=True)] == [FEED]
    library.close()
    services.close()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The services over a folder with a readable library and care notes."""
    services = build_services(Paths(data_dir=plain_folder(tmp_path / "data")), clock=StillClock(), fetcher=SilentDoor())
    yield services
    services.close()


def outcome_of(theme: Theme, services: Services, wish: ProtectWish, *, stop: bool = False) -> str | BaseException:
    """Have a wish granted in the small window; return what came of it."""
    window = Restoring(theme, converting_words(wish))
    over: list[bool] = []

    def work(control: TaskControl[ChangeProgress]) -> str:
        if stop:
            control.cancel.set()
        return convert(services, wish, control)

    window.begin(work, lambda: over.append(True))
    window.show()
    settle()
    assert_accessible(window)
    wait_until(lambda: bool(over), "the end")
    window.runner.shutdown()
    window.close()
    return window.outcome


@pytest.mark.usefixtures("dressed")
def test_the_small_window_protects_ends_that_and_can_be_stopped_before_it_counts(
    theme: Theme, services: Services
) -> None:
    on, off = ProtectWish(on=True, passphrase=PASSPHRASE), ProtectWish(on=False, passphrase=PASSPHRASE)
    assert isinstance(outcome_of(theme, services, on, stop=True), Cancelled)
    assert services.protection.state() is ProtectionState.OFF
    wrong = outcome_of(theme, services, ProtectWish(on=True, passphrase="wrong"))
    assert isinstance(wrong, VaultError)
    assert wrong.kind is VaultTrouble.WRONG_PASSPHRASE
    assert outcome_of(theme, services, on) == "Your library is protected now. Your passphrase opens it."
    assert services.protection.state() is ProtectionState.ON
    assert isinstance(outcome_of(theme, services, off, stop=True), Cancelled)
    assert services.protection.state() is ProtectionState.ON
    assert outcome_of(theme, services, off) == "Your library is not protected any more."
    assert services.protection.state() is ProtectionState.OFF


@pytest.mark.usefixtures("dressed")
def test_once_it_counts_there_is_no_stop(theme: Theme) -> None:
    window = Restoring(theme, converting_words(ProtectWish(on=True, passphrase=PASSPHRASE)))
    over: list[bool] = []
    seen: list[bool] = []

    def work(control: TaskControl[ChangeProgress]) -> str:
        control.progress(ChangeProgress(done=1, total=2))
        seen.append(True)
        control.cancel.wait(30)
        control.progress(ChangeProgress(done=2, total=2, can_stop=False))
        return "done"

    window.begin(work, lambda: over.append(True))
    window.show()
    wait_until(lambda: bool(seen) and window.strip.bar.value() > 0, "the first step")
    assert window.strip.stop.isVisible()
    window.strip.stop.click()
    wait_until(lambda: bool(over), "the end")
    assert not window.strip.stop.isVisible()
    window.runner.shutdown()
    window.close()


def test_a_protected_folder_keeps_only_the_look_in_plain(theme: Theme, tmp_path: Path) -> None:
    """Settings that the library keeps are put in force at the unlock, and kept there when they change."""
    folder = protected_folder(tmp_path / "data")
    with shut_window(theme, folder) as shut:
        shut.unlock()
        before = shut.is_compact
        shut.whole.library.lists.compact_asked.emit(True)
        shut.quiet()
        assert (before, shut.is_compact) == (False, True)
    with shut_window(theme, folder) as shut:
        before = shut.is_compact
        shut.unlock()
        assert (before, shut.is_compact) == (False, True)
