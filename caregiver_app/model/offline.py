"""Whole pages and pictures that are kept for reading without a network."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.time import Millis


class CopyState(StrEnum):
    """How far the copy of a page is."""

    WANTED = "wanted"
    KEPT = "kept"
    PARTLY = "partly"  # the text is here, pictures are missing
    FAILED = "failed"


class OfflineTrouble(StrEnum):
    """Why a page or a picture is not kept, beside what the web and the readers of documents say."""

    ELSEWHERE = "elsewhere"  # on somebody else's site, which a sync does not tell about it
    NO_ADDRESS = "no-address"  # the article leads nowhere, or not by https
    NO_ROOM = "no-room"  # all the space that copies may take is taken
    TOO_MANY = "too-many"  # more pictures on one page than are kept
    NOT_A_PICTURE = "not-a-picture"  # of a kind that is not kept, too large, or damaged


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineState:
    """The copy of one article's page. `reason` is a trouble's value; `next_try_at` is None when nothing is to come."""

    state: CopyState
    reason: str = ""
    reason_detail: str = ""
    tried_at: Millis | None = None
    next_try_at: Millis | None = None
    pictures_wanted: int = 0
    pictures_kept: int = 0
    size_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineSpace:
    """What copies take on the disk and may take; `pages` and `pictures` are counts."""

    used_bytes: int
    limit_bytes: int
    pages: int
    pictures: int

    @property
    def is_full(self) -> bool:
        """True when nothing more is fetched."""
        return self.used_bytes >= self.limit_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture made anew, without anything but its points: JPEG or PNG."""

    data: bytes
    media_type: str
    width: int
    height: int
