"""A publisher's computer may end at any place of publishing: at each moment the folder is a whole channel to families.

Those who knew it follow, those who do not know it yet can trust it, and what was told as published is offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caregiver_app.model.channel import Lateness, ReferenceTime, TrustedChannel
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.own_channel import open_own_channel
from caregiver_app.packs.channels.places import FolderPlace
from tests.faults.channel_scenarios import CHANNEL, COPY, keep_keys
from tests.helpers.clock import MONDAY
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.killing import kill_often, killed
from tests.helpers.own_channels import Maker, a_family

_TIME = ReferenceTime(at=MONDAY)


def begun(folder: Path) -> TrustedChannel:
    """Begin a channel with one pack, and return it as a family knows it."""
    maker = Maker(folder / CHANNEL)
    maker.begin()
    maker.add("eating", b"about eating")
    keep_keys(maker, folder)
    return maker.fresh().channel


def is_whole(folder: Path, known: TrustedChannel, told: Sequence[str]) -> None:
    """Look whether what lies there is the channel of before or of after, to old and new families and to its makers."""
    place = FolderPlace(folder / CHANNEL, lateness=Lateness.REFUSED)
    for family in (known, a_family(folder / CHANNEL)):
        offered = packs_of(family, place)
        assert offered in ({"eating": 1}, {"eating": 2, "sleep": 1})
        assert offered == {"eating": 2, "sleep": 1} or not told
    open_own_channel(folder / CHANNEL, at=MONDAY)  # and its makers can go on
    if "copied" in told:
        with CopyPlace(folder / COPY) as copy:
            assert packs_of(known, copy) == {"eating": 2, "sleep": 1}


@EVERY
def test_publishing_leaves_the_old_channel_or_the_new_one(tmp_path: Path, every: bool) -> None:
    template = tmp_path / "data"
    template.mkdir()
    known = begun(template)

    def look(folder: Path, told: Sequence[str]) -> None:
        is_whole(folder, known, told)

    ended = crash_everywhere("publish_channel", template, look, every=every)
    assert ended > 5


@killed(100)
def test_publishing_killed_at_any_moment(tmp_path: Path, kills: int, seed: int) -> None:
    template = tmp_path / "data"
    template.mkdir()
    known = begun(template)

    def look(folder: Path, told: Sequence[str]) -> None:
        is_whole(folder, known, told)

    kill_often("publish_channel", template, look, kills=kills, seed=seed)


def packs_of(family: TrustedChannel, place: FolderPlace | CopyPlace) -> dict[str, int]:
    checked = check(family, place, _TIME)
    for offer in checked.offers:
        fetch_pack(checked, offer.path, place)
    return {offer.slug: offer.version for offer in checked.offers}
