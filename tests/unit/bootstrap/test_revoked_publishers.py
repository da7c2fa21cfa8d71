"""Whom a channel stands by no more vouches for nothing from the moment on at which that is known; all else stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.bootstrap.stood_by import stood_by
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.article import Trust
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.installed_pack import PackState, PackUid
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.ui.packs.row_words import row_look, state_words
from tests.helpers.clock import StillClock
from tests.helpers.installing import VETTED, a_guide, a_line, a_link, all_of, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import PUBLISHER, Maker
from tests.helpers.silent_door import SilentDoor

WARNED = {"address": "https://www.nhs.uk/elsewhere", "reason": "It sells.", "withdrawn_on": "2026-11-20"}
ON = date(2026, 11, 23)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    made.topics.define("dementia", "Dementia", 1, author="starter")
    made.topics.choose(["dementia"], at=StillClock().now())
    yield made
    made.close()


@pytest.fixture
def channels() -> Channels:
    door = SilentDoor()
    return Channels(StillClock(), lambda _library: door, LedgerBuffer())


@pytest.fixture
def packs(channels: Channels) -> Packs:
    return Packs(StillClock(), channels, OwnWorkshop)


def a_stick(folder: Path) -> Maker:
    """Return a channel with a pack of its own and one of somebody else's."""
    maker = Maker(folder)
    maker.begin()
    maker.add_publisher("South Carers", "south")
    danger = {**a_link("danger", "https://www.nhs.uk/danger.xml"), "kind": "alerts", "topics": ["dementia"]}
    nights = pack_of(
        "nights",
        links=[a_link("page", appraisal=VETTED)],
        sources=[danger],
        helplines=[a_line("line")],
        texts={"guides/cure.md": "Coconut oil ends dementia.\n"},
        guides=[a_guide("cure")],
        withdrawals=[WARNED],
    )
    maker.sign_pack("nights", nights, publisher="south")
    maker.add("evenings", pack_of("evenings", links=[a_link("other", appraisal=VETTED)]))
    return maker


def trusts(library: Library) -> dict[str, Trust]:
    found = {}
    for uid in [row[0] for row in all_of(library)["item"] if row[1] == "link"]:
        item = library.item_uids.item_of(uid)
        assert item is not None
        facts = library.trust_facts.of([item])
        found[uid.rpartition("/")[2]] = TrustJudge().stamps(facts, on=ON)[item].sharing.trust
    return {name: trust for name, trust in found.items() if name in ("page", "other")}


def states(packs: Packs, library: Library) -> dict[str, PackState]:
    return {row.title: row.state for row in packs.list(library) if row.uid.count("/") == 2}


def test_a_revoked_publisher_vouches_for_nothing_and_is_shown_as_that(
    packs: Packs, channels: Channels, library: Library, tmp_path: Path
) -> None:
    maker = a_stick(tmp_path / "stick")
    stick = str(maker.folder)
    look = channels.look(library, stick)
    channels.trust(library, look, look.fingerprint)
    before = all_of(library)
    for prepared in packs.prepare_all(library, stick):
        packs.install(library, prepared, alerts=True)
    packs.confirm(library)
    assert trusts(library) == {"page": Trust.CHECKED, "other": Trust.CHECKED}
    assert [source.enabled for source in library.sources.list()] == [True]
    guide = library.item_uids.item_of(f"{look.id}/south/cure")
    assert guide is not None
    assert stood_by(library, [guide]) == {guide}
    maker.revoke("south")
    packs.look_at(library, stick)
    assert stood_by(library, [guide]) == frozenset()
    assert states(packs, library) == {"Evenings": PackState.INSTALLED, "Nights": PackState.REVOKED}
    assert trusts(library) == {"page": Trust.NOT_CHECKED, "other": Trust.CHECKED}
    assert [source.enabled for source in library.sources.list()] == [False]
    assert [told.is_warning for told in library.packs.withdrawn()] == [True]  # a warning too many harms nobody
    row = packs.list(library)[0]
    assert row_look(row).text == "No longer trusted"
    assert "no longer stands by South Carers" in state_words(row, ON)
    step = packs.remove(library, row.uid)
    packs.undo(library, step)
    assert trusts(library)["page"] is Trust.NOT_CHECKED  # taking a removal back brings no trust back
    packs.remove(library, row.uid)
    packs.remove(library, PackUid(f"{look.id}/{PUBLISHER}/evenings"))
    assert all_of(library) == before


def test_forgetting_a_signer_takes_all_of_theirs_at_once(
    packs: Packs, channels: Channels, library: Library, tmp_path: Path
) -> None:
    """Sources, alerts, verdicts and withdrawals of all publishers of the channel."""
    maker = a_stick(tmp_path / "stick")
    stick = str(maker.folder)
    before = all_of(library)
    look = channels.look(library, stick)
    channels.trust(library, look, look.fingerprint)
    for prepared in packs.prepare_all(library, stick):
        packs.install(library, prepared, alerts=True)
    gone = packs.forget_channel(library, ChannelId(look.id))
    assert gone is not None
    assert sorted(uid.rpartition("/")[2] for uid in gone) == ["evenings", "nights"]
    assert all_of(library) == before
    assert (library.sources.list(), library.packs.withdrawn()) == ((), ())
