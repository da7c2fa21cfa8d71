"""What was answered thirty days ago leaves the lists at once, and the notes with the next unlock."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_copies import snapshot_care_if_due
from caregiver_app.model.time import Millis
from caregiver_app.ui.care.answering.received_looks import read_received
from caregiver_app.ui.theme import Theme
from tests.helpers.care_records import notes_of
from tests.helpers.care_window import care_window, unlock
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.exchanging import TUESDAY, open_pair, spoken_of
from tests.helpers.vaults import open_made_care
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.usefixtures("undressed")

DAY_MS = 24 * 3_600_000


def test_an_answered_request_leaves_the_list_after_its_thirty_days(tmp_path: Path) -> None:
    """What waits stands first, by its day; what is kept stays; what is over is not shown any more."""
    with open_pair(tmp_path) as pair:
        answered, kept = (pair.receive(pair.ask().data) for _ in range(2))
        waiting = pair.receive(pair.ask().data)
        for one in (answered, kept):
            pair.answer(one, at=TUESDAY)
        pair.nurse.exchange.answering.keep(kept, "A complaint is open", at=TUESDAY)
        later = Millis(TUESDAY + 30 * DAY_MS)
        before = [look.id for look in read_received(pair.nurse, now=Millis(later - 1))]
        assert before[0] == waiting
        assert set(before) == {answered, kept, waiting}
        looks = read_received(pair.nurse, now=later)
        assert [look.id for look in looks] == [waiting, kept]
        assert [look.is_late for look in looks] == [True, False]


def test_it_is_deleted_for_good_at_an_unlock(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    """Where only the window is ever used, nothing stays longer than was said, also on a day without a copy to take."""
    folder = tmp_path / "data"
    care = open_made_care(folder)
    notes = care.open()
    with open_pair(tmp_path) as pair:
        long_ago = Millis(MONDAY - 40 * DAY_MS)
        own = notes.exchange.identities.own(at=long_ago)
        asked = pair.family.exchange.correspondents.add(own, "Anna", at=long_ago)
        pair.family.exchange.correspondents.compare(asked.id, spoken_of(own), at=long_ago)
        draft = pair.family.exchange.asking.compose(pair.wishes(to=asked.id), questions=[pair.question], at=long_ago)
        came = notes.exchange.take_in(pair.family.exchange.asking.send(draft, at=long_ago).data, at=long_ago)
        assert came.received is not None
        family = notes.exchange.answering.get(came.received).family
        known = notes.exchange.correspondents.with_key(family)
        assert known is not None
        notes.exchange.correspondents.compare(known.id, spoken_of(family), at=long_ago)
        notes.exchange.answering.answer(came.received, {1: "Yes."}, notice="Not for urgent questions.", at=long_ago)
    notes.close()
    snapshot_care_if_due(care.places, care.unlocked.data_key, StillClock())
    care.lock()
    with care_window(theme, folder, starter_folder, with_notes=False) as opened:
        unlock(opened)
        wait_until(lambda: notes_of(opened, lambda vault: vault.exchange.answering.list()) == (), "the deletion")
