"""What keeps the notes from being lost is said when it is due: the sheet left for later, and a copy on a stick."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.model.time import Millis
from caregiver_app.ui.home.reminders import AGAIN_MS, QUIET_MS, copy_is_due
from caregiver_app.ui.settings.backup_jobs import BACKED_UP_AT
from tests.helpers.clock import MONDAY
from tests.helpers.home_window import home, unlock_from_home, words
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

DAY_S = 24 * 3600


def test_in_the_first_week_nobody_is_asked_for_a_copy() -> None:
    assert not copy_is_due(kept_since=MONDAY, backed_up_at=None, now=Millis(MONDAY + QUIET_MS - 1))
    assert copy_is_due(kept_since=MONDAY, backed_up_at=None, now=Millis(MONDAY + QUIET_MS))


def test_without_notes_there_is_nothing_to_lose() -> None:
    assert not copy_is_due(kept_since=None, backed_up_at=None, now=Millis(MONDAY + AGAIN_MS))


def test_a_copy_is_good_for_thirty_days() -> None:
    copied = Millis(MONDAY + QUIET_MS)
    assert not copy_is_due(kept_since=MONDAY, backed_up_at=copied, now=Millis(copied + AGAIN_MS - 1))
    assert copy_is_due(kept_since=MONDAY, backed_up_at=copied, now=Millis(copied + AGAIN_MS))


def test_a_copy_of_before_the_notes_is_none_of_them() -> None:
    assert copy_is_due(kept_since=MONDAY, backed_up_at=Millis(MONDAY - 1), now=Millis(MONDAY + QUIET_MS))


@given(st.integers(0, 4 * AGAIN_MS), st.integers(0, 4 * AGAIN_MS))
def test_once_due_it_stays_due_until_a_copy_is_made(copied: int, later: int) -> None:
    backed_up_at = Millis(MONDAY + copied)
    now = Millis(backed_up_at + later)
    if copy_is_due(kept_since=MONDAY, backed_up_at=backed_up_at, now=now):
        assert copy_is_due(kept_since=MONDAY, backed_up_at=backed_up_at, now=Millis(now + later))
        assert not copy_is_due(kept_since=MONDAY, backed_up_at=now, now=now)


def test_a_backup_of_the_library_alone_is_no_copy_of_the_notes(locked: Opened) -> None:
    locked.library.choices.put(BACKED_UP_AT, MONDAY + 8 * DAY_S * 1000)
    locked.clock.advance(8 * DAY_S)
    unlock_from_home(locked)
    assert home(locked).private.copy.isVisible()


def test_the_sheet_that_was_left_for_later_is_said_in_amber_only_while_open(locked: Opened) -> None:
    assert home(locked).private.sheet.isHidden()
    unlock_from_home(locked)
    assert "You have no recovery sheet yet" in words(home(locked).private.sheet)
    locked.whole.care.access.lock()
    assert home(locked).private.sheet.isHidden()


@pytest.mark.parametrize(
    ("days", "copied", "said"),
    [
        (6, None, ""),
        (8, None, "Your notes exist only on this computer.\nPut a locked copy on a stick."),
        (8, 7, ""),
        (45, 8, "Your last copy is from 1 December 2026.\n"),
    ],
    ids=["first-week", "never-copied", "copied", "copied-long-ago"],
)
def test_a_copy_is_asked_for_when_it_is_due(locked: Opened, days: int, copied: int | None, said: str) -> None:
    if copied is not None:
        locked.library.choices.put(NOTES_BACKED_UP_AT, MONDAY + copied * DAY_S * 1000)
    locked.clock.advance(days * DAY_S)
    unlock_from_home(locked)
    copy = home(locked).private.copy
    assert copy.isVisible() is bool(said)
    assert words(copy).startswith(said)


def test_the_reminder_leads_to_where_a_copy_is_made(locked: Opened) -> None:
    locked.clock.advance(8 * DAY_S)
    unlock_from_home(locked)
    home(locked).private.copy.button.click()
    locked.quiet()
    assert locked.whole.window.windowTitle() == "Settings, Caregiver"
    part = locked.whole.settings.part
    assert part is not None
    assert part.title == "Backup"
