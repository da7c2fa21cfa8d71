"""While something takes the place of the library, a small window says so and can stop it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.bootstrap.backups import BackupFacts, BackupProgress, Restored
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.bootstrap.whole_backups import WholeFacts
from caregiver_app.bootstrap.whole_restore import WholeRestored
from caregiver_app.library.restoring import AskedAnew
from caregiver_app.model.errors import BackupError, Cancelled
from caregiver_app.model.source import NewSource
from caregiver_app.ui.restoring import From, RestoreWish, Restoring, restore, whole_words
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.qt_app import settle
from tests.helpers.silent_door import SilentDoor
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    library.sources.add(NewSource(url="http://192.168.1.7/feed", title="Home", allow_private=True), at=MONDAY)
    library.snapshot(at=MONDAY)
    library.close()
    yield services
    services.close()


def outcome_of(theme: Theme, services: Services, wish: RestoreWish) -> str | BaseException:
    window = Restoring(theme)
    over: list[bool] = []
    window.begin(partial(restore, services, wish), lambda: over.append(True))
    window.show()
    settle()
    assert_accessible(window)
    wait_until(lambda: bool(over), "the end")
    window.runner.shutdown()
    window.close()
    return window.outcome


def test_a_backup_is_put_back_and_what_waits_is_said(theme: Theme, services: Services, tmp_path: Path) -> None:
    path = tmp_path / "one.caregiver-backup"
    services.create_backup(path, on_progress=lambda _progress: None)
    said = outcome_of(theme, services, RestoreWish(source=From.BACKUP, path=path))
    assert isinstance(said, str)
    assert said.startswith("The backup of 23 November 2026 is back.")
    assert "1 source waits for your word" in said


def test_where_the_notes_of_before_are_is_said_without_the_name_of_a_folder() -> None:
    """Such a name is one long word, which a message would break in the middle."""
    facts = BackupFacts(
        created_at=MONDAY, program="1", sources=0, articles=0, starred=0, collections=0, pictures=0, size_bytes=1
    )
    whole = WholeFacts(created_at=MONDAY, program="1", vault_number="V", attachments=0, size_bytes=1, library=facts)
    library = Restored(facts=facts, asked=AskedAnew(private=(), alerts=()), aside=None)
    aside = Path("care-notes-before-20261123T080000Z")
    said = whole_words(WholeRestored(facts=whole, library=library, aside=aside, has_envelope=True))
    assert "The care notes that were here are kept in a folder beside the new ones." in said
    assert max(map(len, said.split())) < 20


def test_a_copy_and_the_newest_copy_are_put_back(theme: Theme, services: Services) -> None:
    name = services.kept_copies()[0].name
    assert isinstance(outcome_of(theme, services, RestoreWish(source=From.COPY, path=Path(name))), str)
    assert outcome_of(theme, services, RestoreWish(source=From.NEWEST_COPY)) == "The last good copy is back."


def test_what_is_no_backup_is_told_and_changes_nothing(theme: Theme, services: Services, tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_bytes(b"Dear diary")
    assert isinstance(outcome_of(theme, services, RestoreWish(source=From.BACKUP, path=path)), BackupError)


def test_closing_the_window_stops_the_work_first(theme: Theme) -> None:
    window = Restoring(theme)
    over: list[bool] = []

    def work(control: TaskControl[BackupProgress]) -> str:
        control.cancel.wait(30)
        control.check()
        return "done"

    window.begin(work, lambda: over.append(True))
    window.show()
    window.close()
    still_there = window.isVisible()
    wait_until(lambda: bool(over), "the end")
    assert still_there
    assert isinstance(window.outcome, Cancelled)
    window.runner.shutdown()
    window.close()
    assert not window.isVisible()
