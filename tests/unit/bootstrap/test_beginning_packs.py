"""A pack begun from a list of others: however it is written, it costs no more than a list may."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.pack_making import PackMaking
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.spreadsheets import MOST_ROWS
from caregiver_app.packs.starting import BegunPack, NewPack
from tests.helpers.clock import StillClock
from tests.helpers.packs import WORKSHOP

ASKED = NewPack(title="Evenings", publisher="Example Nurses", topics=("dementia",), country="GB")


@pytest.fixture
def making(tmp_path: Path) -> PackMaking:
    clock = StillClock()
    guarding = Guarding(Care(Paths(data_dir=tmp_path / "data"), clock))
    return PackMaking(guarding, Appraising(clock), lambda: WORKSHOP)


def subscriptions(count: int) -> bytes:
    feeds = (f'<outline text="News" xmlUrl="https://www.nhs.uk/{number}/feed"/>' for number in range(count))
    return f'<opml version="2.0"><body>{"".join(feeds)}</body></opml>'.encode()


def test_a_list_whose_rows_have_one_title_is_taken_whole_up_to_its_bound(making: PackMaking, tmp_path: Path) -> None:
    begun = making.begin(tmp_path / "pack", ASKED, making.read_list(subscriptions(MOST_ROWS), "list.opml"))
    assert isinstance(begun, BegunPack)
    ids = [source.id for source in begun.pack.sources]
    assert (len(ids), len(set(ids)), ids[0], ids[-1]) == (MOST_ROWS, MOST_ROWS, "gb-news", f"gb-news-{MOST_ROWS}")
    with pytest.raises(PackError) as refused:
        making.read_list(subscriptions(MOST_ROWS + 1), "list.opml")
    assert (refused.value.kind, refused.value.detail) == (PackTrouble.NOT_A_LIST, "rows")
