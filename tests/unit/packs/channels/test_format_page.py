"""docs/formats/channel.md says of channels what is true."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from caregiver_app.model.errors import ChannelTrouble
from caregiver_app.model.time import to_datetime
from caregiver_app.packs.channels import rules
from caregiver_app.packs.channels.changing import move_channel, tell_newest_caregiver
from caregiver_app.packs.channels.copy_place import MOST_FILES
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.publishing import Changes
from caregiver_app.packs.channels.signing import Keys, expiry_of
from caregiver_app.packs.channels.signing_keys import lock_keys, new_lock, parse_locked_keys
from caregiver_app.support.key_derivation import KdfCost
from tests.helpers.clock import MONDAY
from tests.helpers.own_channels import PUBLISHER, Maker

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "formats" / "channel.md").read_text(encoding="utf-8")
EXAMPLES = [json.loads(example) for example in re.findall(r"```json\n(.*?)\n```", PAGE, re.DOTALL)]


def signed_facts(channel: OwnChannel) -> list[Any]:
    """Return what stands under our name in each kind of document, in the order of the page."""
    delegations = channel.targets.signed.delegations
    assert delegations is not None
    assert delegations.roles is not None
    pack = channel.publishers[PUBLISHER].signed.targets[f"{PUBLISHER}/eating.pack"]
    return [
        channel.root.signed.unrecognized_fields["caregiver"],
        delegations.roles[PUBLISHER].unrecognized_fields["caregiver"],
        pack.unrecognized_fields["custom"]["caregiver"],
        channel.targets.signed.unrecognized_fields["caregiver"],
    ]


def test_the_examples_are_what_is_signed(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    maker.add("eating", b"about eating")
    channel = maker.open()
    move_channel(channel, Keys(maker.keys), "https://packs.example.org/", Changes(), at=MONDAY)
    tell_newest_caregiver(channel, Keys(maker.keys), "1.2.0", Changes(), at=MONDAY)
    assert signed_facts(channel) == EXAMPLES[:4]


def test_the_example_of_a_key_file_has_its_fields() -> None:
    key = Maker(Path()).keys[-1]
    locked = lock_keys("publishing", [key], new_lock("walnut harbour simple candle orbit", KdfCost()))
    written, example = json.loads(locked.to_bytes()), EXAMPLES[4]
    assert list(written) == list(example)
    for name in ("format", "version", "name", "kdf", "cipher"):
        assert written[name] == example[name], name
    assert [each["role"] for each in written["keys"]] == [each["role"] for each in example["keys"]]
    assert parse_locked_keys(locked.to_bytes()) == locked


def test_the_bounds_are_told() -> None:
    told = [
        int(bound) for bound in re.findall(r"^\| `(?:metadata|targets)/[^|]*\|[^|]*\| (\d+) \|$", PAGE, re.MULTILINE)
    ]
    assert told == [
        rules.ROOT_BYTES,
        rules.TIMESTAMP_BYTES,
        rules.SNAPSHOT_BYTES,
        rules.TARGETS_BYTES,
        rules.PUBLISHER_BYTES,
        rules.PACK_BYTES,
    ]
    assert f"At most {rules.MOST_PUBLISHERS} publishers,\nat most {rules.MOST_PACKS} packs of each" in PAGE
    assert f"at most {rules.MOST_ROOTS}; then" in PAGE
    assert f"at most {MOST_FILES}." in PAGE
    assert f"at most {rules.LATE_DAYS} days back" not in PAGE
    assert f"taken for {rules.LATE_DAYS} days after it" in PAGE


def test_how_long_documents_count_is_told() -> None:
    for role, named in (("root", "root"), ("targets", "targets"), ("north", "a publisher")):
        assert re.search(rf"^\| {named} \|.*\| {days_of(role, team=False)} days \|$", PAGE, re.MULTILINE), role
        assert days_of(role, team=False) == days_of(role, team=True)
    for role in ("snapshot", "timestamp"):
        alone, team = days_of(role, team=False), days_of(role, team=True)
        assert re.search(rf"^\| {role} \|.*\| {alone} days; of a team {team} \|$", PAGE, re.MULTILINE), role


def test_every_way_to_be_refused_is_told() -> None:
    told = re.findall(r"`([a-z-]+)`", PAGE.partition("## What is refused")[2])
    assert sorted(told) == sorted(trouble.value for trouble in ChannelTrouble)


def days_of(role: str, *, team: bool) -> int:
    return (expiry_of(role, team=team, at=MONDAY) - to_datetime(MONDAY).replace(microsecond=0)).days
