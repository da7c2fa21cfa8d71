"""What a pack says of the web: organisations, sources, watched pages and links, with the checks somebody made of them.

Values only. What is said here is a statement of the pack's publisher, never of the application.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from caregiver_app.model.pack_bounds import (
    Address,
    Country,
    Host,
    Id,
    Language,
    Line,
    Many,
    MaybeAddress,
    MaybeCountry,
    MaybeName,
    MaybeOrganisation,
    Name,
    Remark,
    Summary,
    Title,
    Topics,
    Word,
)
from caregiver_app.model.source import SourceKind
from caregiver_app.model.trust import Answer, Point

_PATH = r"/[!-;=?-~]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackAnswer:
    """What a person answered to one point; a no says why."""

    point: Point
    answer: Answer
    reason: Remark = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackAppraisal:
    """One check by a person. What follows from the answers is worked out by whoever reads it, never believed.

    `content_hashes` are those of the words as they were, each after the rule by which it was got (`main1:...`).
    """

    answers: Annotated[tuple[PackAnswer, ...], Many(14, least=1)]
    role: MaybeName = ""
    name: MaybeName = ""
    organisation: MaybeName = ""
    checked_on: date
    check_by: date
    content_hashes: Annotated[tuple[Annotated[str, Word(r"[a-z0-9]{1,20}:[0-9a-f]{16,128}", 150)], ...], Many(8)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSite:
    """`host` with its subdomains under `path_prefix`, save the exceptions: a path prefix, or a host below this one."""

    host: Annotated[str, Host()]
    path_prefix: Annotated[str, Word(_PATH, 300)] = "/"
    exceptions: Annotated[tuple[Annotated[str, Line(300, least=1)], ...], Many(20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOrganisation:
    """`known` names the register that shows a public body or charity; empty when nobody looked."""

    id: Id
    name: Name
    country: MaybeCountry = ""
    homepage: MaybeAddress = ""
    known: MaybeName = ""
    topics: Topics = ()
    sites: Annotated[tuple[PackSite, ...], Many(20)] = ()
    appraisal: PackAppraisal | None = None


class AsksFirst(StrEnum):
    """Why a source stays off when its topic is chosen; only who asks for that very source switches it on."""

    NO = ""
    VIDEO_PLATFORM = "video-platform"
    SOCIAL_PLATFORM = "social-platform"
    PATTERN_DERIVED = "pattern-derived"
    NOTHING_SEEN = "nothing-seen"
    ROBOTS = "robots"
    PROFESSIONAL = "professional"
    OVERLAP = "overlap"
    NOISY = "noisy"
    ENOUGH = "enough"
    ENTRY_PAGE = "entry-page"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """A feed, or a page that is watched (it stands in the list `pages` then)."""

    id: Id
    organisation: MaybeOrganisation = ""
    title: Title
    address: Address
    homepage: MaybeAddress = ""
    kind: SourceKind = SourceKind.NEWS
    language: Language
    country: Country
    topics: Topics = ()
    asks_first: AsksFirst = AsksFirst.NO
    note: Remark = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLink:
    """A page to read, by its clean address. `read_on` is the day on which somebody last opened it; None: nobody did."""

    id: Id
    organisation: MaybeOrganisation = ""
    title: Title
    address: Address
    summary: Summary = ""
    language: Language
    country: Country
    topics: Topics = ()
    read_on: date | None = None
    appraisal: PackAppraisal | None = None
