"""Whoever publishes in a channel is named with it everywhere: it is the channel that a person compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.errors import PublishError, PublishTrouble
from tests.helpers.clock import StillClock
from tests.helpers.installing import a_link, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import Maker
from tests.helpers.silent_door import SilentDoor


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    yield made
    made.close()


def test_a_publisher_stands_with_the_channel_in_offers_in_lists_and_with_their_packs(
    tmp_path: Path, library: Library
) -> None:
    maker = Maker(tmp_path / "stick")
    maker.begin()
    maker.add("own", pack_of("own", links=[a_link("one")]))
    maker.add_publisher("NHS England", "nhs-england")
    maker.sign_pack("guest", pack_of("guest", links=[a_link("two")]), publisher="nhs-england")
    maker.publish()
    channels = Channels(StillClock(), lambda _library: SilentDoor(), LedgerBuffer())
    packs = Packs(StillClock(), channels, OwnWorkshop)
    look = channels.look(library, str(maker.folder))
    channels.trust(library, look, look.fingerprint)
    names = {"Own": "Northfield Nurses", "Guest": "NHS England (Northfield Nurses)"}
    prepared = list(packs.prepare_all(library, str(maker.folder)))
    assert {each.opened.pack.title: each.maker.name for each in prepared} == names
    assert {each.maker.channel_name for each in prepared} == {"Northfield Nurses"}
    for each in prepared:
        packs.install(library, each)
    assert {row.title: row.publisher for row in packs.list(library)} == names
    assert {pack.title: pack.publisher_name for pack in library.packs.list()} == names


@pytest.mark.parametrize("name", ["Caregiver", "It came with Caregiver", "\u3164"], ids=["ours", "words", "nothing"])
def test_nobody_is_called_as_the_application_or_by_nothing(tmp_path: Path, name: str) -> None:
    maker = Maker(tmp_path / "stick")
    maker.begin()
    with pytest.raises(PublishError) as told:
        maker.add_publisher(name, "somebody")
    assert told.value.kind is PublishTrouble.BAD_NAME
