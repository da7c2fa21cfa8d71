"""Scenario of a channel in a folder: packs are published, keys replaced, a publisher revoked, a copy made."""

from __future__ import annotations

import json
from pathlib import Path

from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.signing_keys import SigningKey
from tests.faults.telling import BEGUN, tell
from tests.helpers.clock import MONDAY
from tests.helpers.own_channels import PUBLISHER, Maker

CHANNEL, KEYS, COPY = "channel", "keys.json", "copy.carepack"


def keep_keys(maker: Maker, folder: Path) -> None:
    """Write keys down for a scenario, which runs in a process of its own."""
    kept = [{"role": key.role, "name": key.name, "seed": key.seed.hex()} for key in maker.keys]
    (folder / KEYS).write_text(json.dumps(kept))


def maker_of(folder: Path) -> Maker:
    """Return the maker whose keys were written down."""
    kept = json.loads((folder / KEYS).read_text())
    keys = tuple(SigningKey(role=each["role"], name=each["name"], seed=bytes.fromhex(each["seed"])) for each in kept)
    return Maker(folder / CHANNEL, keys=keys)


def publish_channel(folder: Path) -> None:
    """Change a channel that a family knows, by all steps that write."""
    maker = maker_of(folder)
    tell(BEGUN)
    maker.sign_pack("eating", b"more about eating", version=2)
    maker.sign_pack("sleep", b"about sleep")
    maker.publish()
    tell("packs 2")
    for role in ("timestamp", "targets", PUBLISHER, "root"):
        maker.replace_key(role)
        tell(f"key {role}")
    maker.add_publisher("South Carers", "south")
    maker.publish()
    maker.revoke("south")
    tell("revoked")
    copy_channel(maker.folder, folder / COPY, at=MONDAY)
    tell("copied")


CHANNELS = (publish_channel,)
