"""A channel may say which Caregiver is the newest: a number that was signed, and never anything else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channel_news import keep_news
from caregiver_app.bootstrap.newer_caregiver import PUT_AWAY, NewerCaregiver, newer_caregiver, newer_for_home
from caregiver_app.library.store import Library
from caregiver_app.model.channel import ChannelId
from caregiver_app.packs.channels.changing import move_channel, tell_newest_caregiver
from caregiver_app.packs.channels.publishing import Changes, publish, sign_targets
from caregiver_app.packs.channels.signing import Keys
from caregiver_app.support.app_versions import version_parts
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library
from tests.helpers.own_channels import NAME, Maker

HOSTILE: tuple[object, ...] = (
    *(
        "",
        "1",
        "1.2.3.4",
        "1.2.x",
        "v1.2",
        "1.2-rc1",
        "01.2",
        "1.-2",
        "1.2 ",
        "1.2\n",
        "99999.0",
        "1." * 10_000,
        "١.٢",
        "¹.²",
    ),
    *(None, True, 12, 1.2, [1, 2], {"format": 1}, ["1.2"], "<b>9.0</b>", "https://evil.example/9.0", "9.0\u202e"),
)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    made = Maker(tmp_path / "channel")
    made.begin()
    return made


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(a_library(tmp_path)) as opened:
        yield opened


def say(maker: Maker, said: object) -> None:
    """Sign and publish whatever is said in the place of a version, past all that refuses it."""
    channel, changes, keys = maker.open(), Changes(), Keys(maker.keys)
    if isinstance(said, str) and version_parts(said) is not None:
        tell_newest_caregiver(channel, keys, said, changes, at=maker.at)
    else:
        channel.targets.signed.unrecognized_fields["caregiver"] = {"format": 1, "newest_caregiver": said}
        sign_targets(channel, keys, changes, at=maker.at)
    publish(channel, keys, at=maker.at, changes=changes)


def take(library: Library, maker: Maker) -> str:
    """Get the news of a channel, trusted before, and return what it says of versions."""
    began = library.channels.get(maker.open().id) or library.channels.trust(maker.family())
    checked = maker.seen_by(began)
    assert keep_news(library, checked, began=began)
    return checked.newest_caregiver


def test_a_number_that_was_signed_is_told_where_it_is_higher(maker: Maker, library: Library) -> None:
    assert (take(library, maker), newer_caregiver(library, "1.1.9")) == ("", None)
    say(maker, "1.2")
    assert newer_caregiver(library, "1.1.9") is None  # published, and not yet looked at
    assert take(library, maker) == "1.2"
    assert newer_caregiver(library, "1.1.9") == NewerCaregiver(version="1.2", said_by=NAME)
    for own in ("1.2", "1.2.0", "1.10.0", "2.0", "1.1.dev"):
        assert newer_caregiver(library, own) is None, own
    say(maker, "1.1.9")  # who said too much takes it back
    assert (take(library, maker), newer_caregiver(library, "1.1.9")) == ("1.1.9", None)


def test_one_that_was_put_away_is_told_on_home_no_more_and_the_next_is(maker: Maker, library: Library) -> None:
    say(maker, "1.2")
    take(library, maker)
    for kept, told in (
        ("", True),
        ("1.1.9", True),
        ("rubbish", True),
        ("1.2", False),
        ("1.2.0", False),
        ("1.3", False),
    ):
        library.choices.put(PUT_AWAY, kept)
        assert (newer_for_home(library, "1.1.9") is not None, kept) == (told, kept)
        assert newer_caregiver(library, "1.1.9") is not None, "About says it all the same"
    library.choices.put(PUT_AWAY, "1.2")
    say(maker, "1.2.1")
    take(library, maker)
    assert newer_for_home(library, "1.1.9") == NewerCaregiver(version="1.2.1", said_by=NAME)


def test_the_highest_of_several_counts_until_its_channel_is_trusted_no_more(
    maker: Maker, library: Library, tmp_path: Path
) -> None:
    other = Maker(tmp_path / "other")
    other.begin()
    for each, version in ((maker, "1.9"), (other, "1.10")):
        say(each, version)
        take(library, each)
    found = newer_caregiver(library, "1.0.0")
    assert found is not None
    assert found.version == "1.10"
    library.channels.forget(ChannelId(other.open().id))
    found = newer_caregiver(library, "1.0.0")
    assert found is not None
    assert found.version == "1.9"


def test_whatever_else_is_signed_there_is_passed_over_and_the_packs_go_on(maker: Maker, library: Library) -> None:
    maker.add("eating", b"about eating")
    for said in HOSTILE[::3]:
        say(maker, said)
        assert take(library, maker) == ""
    for said in HOSTILE:
        assert version_parts(said) is None
    assert newer_caregiver(library, "0.0.1") is None
    assert [offer.slug for offer in maker.fresh().offers] == ["eating"]


def test_a_number_is_no_news_while_it_is_not_signed_so(maker: Maker, library: Library) -> None:
    """What lies in the library was signed; a hand that changes it there says a number and nothing more."""
    take(library, maker)
    kept = library.channels.get(maker.open().id)
    assert kept is not None
    for data in (b"", b"[]", b"{}", b'{"signed": 3}', b"[" * 100_000, b"\xff"):
        assert library.channels.keep(replace(kept, documents={**kept.documents, "targets": data}), began=kept)
        assert newer_caregiver(library, "0.0.1") is None


def test_moving_and_telling_keep_what_the_other_said(maker: Maker) -> None:
    say(maker, "1.2")
    channel, changes = maker.open(), Changes()
    move_channel(channel, Keys(maker.keys), "https://packs.example.org/", changes, at=MONDAY)
    publish(channel, Keys(maker.keys), at=MONDAY, changes=changes)
    say(maker, "1.3")
    seen = maker.fresh()
    assert (seen.moved_to, seen.newest_caregiver) == ("https://packs.example.org/", "1.3")
    with pytest.raises(ValueError, match="no version"):
        tell_newest_caregiver(maker.open(), Keys(maker.keys), "soon", Changes(), at=MONDAY)
