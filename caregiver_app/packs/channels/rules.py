"""What every channel keeps to: how its files are called, how large they may be, how long they count. Pure.

docs/formats/channel.md describes the whole. Families and publishers read the rules here, so they cannot disagree.
"""

from __future__ import annotations

import re

from caregiver_app.model.channel import PublisherSlug
from caregiver_app.model.pack_bounds import PackSlug

FORMAT = 1
"""Of what we add to the documents of The Update Framework; a channel of a later one is made for a newer version."""

OURS = "caregiver"
"""Under this name our own facts stand in signed documents."""

NEWEST_CAREGIVER = "newest_caregiver"
"""Among them, in the targets: a number and nothing more. Words and address belong to the application that reads it."""

METADATA, PACKS = "metadata", "targets"
TIMESTAMP, SNAPSHOT, TARGETS, ROOT = "timestamp", "snapshot", "targets", "root"
ROLES = (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)
FIRST_ROOT = 1

ROOT_BYTES = 64_000
TIMESTAMP_BYTES = 16_000
SNAPSHOT_BYTES = 500_000
TARGETS_BYTES = 500_000
PUBLISHER_BYTES = 2_000_000
PACK_BYTES = 50_000_000
MOST_ROOTS = 200
"""New roots that are followed in one go."""
MOST_PUBLISHERS = 200
MOST_PACKS = 4_000
"""Of one publisher."""

NAME_CHARS = 100
TITLE_CHARS = 200
LATE_DAYS = 90
"""How long after its own date a copy on a stick is still taken, when a person says yes."""

DAY_MS = 24 * 3600 * 1000

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PUBLISHER = re.compile(_SLUG)
_PATH = re.compile(rf"(?P<publisher>{_SLUG})/(?P<slug>{_SLUG})\.pack")
_VERSIONED = re.compile(rf"{METADATA}/[0-9]+\.{_SLUG}\.json")
_LONGEST_PUBLISHER, _LONGEST_PACK = 40, 100


def root_file(version: int) -> str:
    """Return where a root lies in a channel."""
    return f"{METADATA}/{version}.{ROOT}.json"


def timestamp_file() -> str:
    """Return where the timestamp lies: the one file whose name stays."""
    return f"{METADATA}/{TIMESTAMP}.json"


def versioned_file(role: str, version: int) -> str:
    """Return where a version of a document lies."""
    return f"{METADATA}/{version}.{role}.json"


def is_versioned(name: str) -> bool:
    """Return whether a name is one of those whose content never changes, because they bear a number."""
    return _VERSIONED.fullmatch(name) is not None


def pack_file(publisher: str, slug: str, sha256: str) -> str:
    """Return where the bytes of a pack lie: their hash is part of the name, so that no version replaces another."""
    return f"{PACKS}/{publisher}/{sha256}.{slug}.pack"


def target_path(publisher: str, slug: str) -> str:
    """Return the name under which a publisher signs a pack."""
    return f"{publisher}/{slug}.pack"


def split_target_path(path: str) -> tuple[PublisherSlug, PackSlug] | None:
    """Return publisher and pack of a signed name, None where it is none."""
    found = _PATH.fullmatch(path)
    if found is None or len(found["publisher"]) > _LONGEST_PUBLISHER or len(found["slug"]) > _LONGEST_PACK:
        return None
    return PublisherSlug(found["publisher"]), PackSlug(found["slug"])


def is_publisher_slug(text: str) -> bool:
    """Return whether a publisher may be called so in a channel: never like one of the four roles."""
    return _PUBLISHER.fullmatch(text) is not None and len(text) <= _LONGEST_PUBLISHER and text not in ROLES


def whole_path(publisher: str) -> str:
    """Return the only pattern of names that a publisher signs."""
    return f"{publisher}/*"
