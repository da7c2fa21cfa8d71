"""Whom a person trusts is kept with what is known of them, never comes from a backup, and never goes back with one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from caregiver_app.library.carrying_over import carry_over
from caregiver_app.library.restoring import make_library
from caregiver_app.model.channel import ChannelId, TrustedChannel
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library

CHANNEL = TrustedChannel(
    id=ChannelId("ab" * 16),
    name="Northfield Nurses",
    address="https://packs.example.org/",
    root=b"root",
    documents={"timestamp": b"one", "publisher:north": b"two"},
    versions={"north/eating": 3},
    trusted_at=MONDAY,
)


def test_a_channel_is_kept_as_it_was_found(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    assert library.channels.trust(CHANNEL) == CHANNEL
    assert library.channels.get(CHANNEL.id) == CHANNEL
    assert library.channels.last_confirmed_at() is None
    newer = replace(CHANNEL, documents={"timestamp": b"three"}, confirmed_at=Millis(MONDAY + 5), checked_at=MONDAY)
    assert library.channels.keep(newer, began=CHANNEL)
    assert library.channels.list() == (newer,)
    later = replace(newer, checked_at=Millis(MONDAY + 9), confirmed_at=Millis(MONDAY + 9))
    assert library.channels.note_unchanged(later)
    assert library.channels.get(CHANNEL.id) == later
    assert library.channels.last_confirmed_at() == MONDAY + 9
    assert (library.channels.forget(CHANNEL.id), library.channels.forget(CHANNEL.id)) == (True, False)
    assert library.channels.list() == ()
    library.close()


def test_who_compares_again_loses_nothing_that_is_known_and_may_name_another_address(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    library.channels.trust(CHANNEL)
    first_root = replace(CHANNEL, root=b"first root", documents={}, versions={}, address="")
    assert library.channels.trust(first_root) == CHANNEL
    elsewhere = replace(first_root, address="https://new.example.org/", allow_private=True)
    moved = replace(CHANNEL, address="https://new.example.org/", allow_private=True)
    assert library.channels.trust(elsewhere) == moved
    assert library.channels.list() == (moved,)
    library.close()


def test_a_late_answer_brings_nobody_back_and_lowers_nothing(tmp_path: Path) -> None:
    """Whatever a look began from: what was found or said since then stays."""
    library = a_library(tmp_path)
    library.channels.trust(CHANNEL)
    newer = replace(CHANNEL, root=b"root 2", documents={"timestamp": b"2"}, confirmed_at=Millis(MONDAY + 5))
    assert library.channels.keep(newer, began=CHANNEL)
    late = replace(CHANNEL, documents={"timestamp": b"1b"}, confirmed_at=MONDAY)
    assert not library.channels.keep(late, began=CHANNEL)
    assert not library.channels.note_unchanged(replace(CHANNEL, confirmed_at=MONDAY))
    assert library.channels.list() == (newer,)
    earlier = replace(newer, checked_at=MONDAY, confirmed_at=MONDAY, address="https://other.example.org/")
    assert library.channels.keep(earlier, began=newer)
    assert library.channels.list() == (replace(newer, checked_at=MONDAY),)
    library.channels.forget(CHANNEL.id)
    assert not library.channels.keep(late, began=newer)
    assert not library.channels.note_unchanged(newer)
    assert not library.channels.move(CHANNEL.id, "https://other.example.org/", allow_private=False)
    assert library.channels.list() == ()
    library.close()


def test_a_version_that_was_seen_is_never_lowered(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    library.channels.trust(CHANNEL)
    assert library.channels.keep(replace(CHANNEL, versions={"north/eating": 1, "north/sleep": 1}), began=CHANNEL)
    kept = library.channels.get(CHANNEL.id)
    assert kept is not None
    assert kept.versions == {"north/eating": 3, "north/sleep": 1}
    library.close()


def test_a_backup_brings_nobody_to_trust_and_lowers_nothing(tmp_path: Path) -> None:
    for folder in ("backup", "here", "made"):
        (tmp_path / folder).mkdir()
    backup, here = a_library(tmp_path / "backup"), a_library(tmp_path / "here")
    stranger = replace(CHANNEL, id=ChannelId("cd" * 16), name="Strangers")
    for channel in (stranger, replace(CHANNEL, root=b"older root", versions={"north/eating": 1})):
        backup.channels.trust(channel)
    here.channels.trust(CHANNEL)
    backup.close()
    here.close()
    made = tmp_path / "made" / "library.db"
    make_library(tmp_path / "backup" / "library.db", made, {}, clock=StillClock(), shipped={})
    library = a_library(tmp_path / "made")
    assert library.channels.list() == ()
    library.close()
    carry_over(tmp_path / "here" / "library.db", made, clock=StillClock())
    library = a_library(tmp_path / "made")
    assert library.channels.list() == (CHANNEL,)
    library.close()


def test_going_back_to_a_copy_of_ones_own_takes_back_no_trust(tmp_path: Path) -> None:
    for folder in ("copy", "here"):
        (tmp_path / folder).mkdir()
    copy, here = a_library(tmp_path / "copy"), a_library(tmp_path / "here")
    copy.channels.trust(replace(CHANNEL, root=b"older root", versions={"north/eating": 1}, documents={}))
    here.channels.trust(CHANNEL)
    copy.close()
    here.close()
    carry_over(tmp_path / "here" / "library.db", tmp_path / "copy" / "library.db", clock=StillClock())
    library = a_library(tmp_path / "copy")
    assert library.channels.list() == (CHANNEL,)
    library.close()
