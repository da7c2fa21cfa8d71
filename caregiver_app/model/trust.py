"""Why something may be believed: what a person answered about it, what follows, and the one stamp for all surfaces.

Values only. `trust` decides, `library` keeps; no words for people are made here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from caregiver_app.model.article import ItemKind, Trust
from caregiver_app.model.time import Millis

AppraisalId = NewType("AppraisalId", int)

OWN = "user"
"""The author of what the person says."""

OF_LIBRARY: Final = "feed1/"
"""How the rule of a hash of a feed's words begins: after it comes the uid of an article of one's own library."""


class SubjectKind(StrEnum):
    """What can be checked. The words are those of the command line (`article:7`, `org:3`)."""

    ORGANISATION = "org"
    ARTICLE = "article"
    LINK = "link"
    GUIDE = "guide"
    PAGE = "page"  # a watched page, by the id of its source
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is checked: an organisation, or an item or watched page of the library, by its id there."""

    kind: SubjectKind
    id: int

    @property
    def reference(self) -> str:
        """How the command line names it: `link:12`."""
        return f"{self.kind.value}:{self.id}"


_OF_ITEMS = {
    ItemKind.ARTICLE: SubjectKind.ARTICLE,
    ItemKind.LINK: SubjectKind.LINK,
    ItemKind.GUIDE: SubjectKind.GUIDE,
    ItemKind.CHECKLIST: SubjectKind.CHECKLIST,
}


def subject_kind_of(kind: ItemKind) -> SubjectKind | None:
    """Return as what an item of a kind is checked and passed on, None where nothing of its kind is."""
    return _OF_ITEMS.get(kind)


class Answer(StrEnum):
    """What a person says to a point. Finer scales do not survive people who do this once a month."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot-tell"


class Point(StrEnum):
    """What is asked: ten points of an item, then four of an organisation. The words never change; docs/appraisal.md."""

    AUTHOR = "author"
    DATE = "date"
    SOURCES = "sources"
    AUDIENCE = "audience"
    BALANCE = "balance"
    UNCERTAINTY = "uncertainty"
    SELLING = "selling"  # yes: free of selling and cure promises
    HELP = "help"
    CLARITY = "clarity"
    CARE_PLAN = "care-plan"

    ORG_IDENTITY = "org-identity"
    ORG_PEOPLE = "org-people"
    ORG_SELLING = "org-selling"  # yes: its advice does not sell, and promises no cures
    ORG_PRIVACY = "org-privacy"


class PointGroup(StrEnum):
    """Under which of three headings a point is asked."""

    WHO = "who"
    SOUND = "sound"
    FAIR = "fair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person answered so far, and the reason for each no. Half done is allowed."""

    given: Mapping[Point, Answer] = field(default_factory=dict)
    reasons: Mapping[Point, str] = field(default_factory=dict, repr=False)


class Outcome(StrEnum):
    """What the published rule makes of the answers."""

    VETTED = "vetted"
    NOT_VETTED = "not-vetted"
    UNFINISHED = "unfinished"  # a point is open, or a no has no reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome and all that it hangs on, so that a screen can say the rule in words."""

    outcome: Outcome
    must_be_yes: tuple[Point, ...] = ()  # those that must be, and are not
    no: tuple[Point, ...] = ()
    cannot_tell: tuple[Point, ...] = ()
    unanswered: tuple[Point, ...] = ()
    without_reason: tuple[Point, ...] = ()  # a no that does not say why


class ReviewSpan(StrEnum):
    """After how long something has to be looked at again (`trust.reviewing`)."""

    ITEM = "item"  # 24 months
    MEDICINES_AND_SAFETY = "medicines-and-safety"  # 12 months
    PHONE_NUMBERS = "phone-numbers"  # 6 months
    ALERT = "alert"  # 30 days
    ORGANISATION = "organisation"  # 12 months


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who checked. The name only when the person chose to give one."""

    role: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    organisation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """One check by a person, kept for ever as it was made. `author` is `user`, or a pack's uid with its `author_name`.

    `check_by` is the last day on which it counts. `content_hashes` are those of the words as they were, each after the
    rule by which it was got (`main1:...`), so that only like is compared with like. `address` is the exact one that was
    looked at and `title` what it was called there; both empty for an organisation.
    """

    id: AppraisalId = AppraisalId(0)  # 0 before it is kept
    subject: Subject
    author: str = OWN
    author_name: str = ""
    signed: bool = False
    answers: Answers
    outcome: Outcome
    reviewer: Reviewer
    checked_at: Millis
    checked_on: date
    check_by: date
    address: str = ""
    title: str = ""
    content_hashes: tuple[str, ...] = ()
    withdrawn_on: date | None = None

    @property
    def hashes_for_others(self) -> tuple[str, ...]:
        """Return those of the page itself: the others name an article of this library, which no other computer has."""
        return tuple(each for each in self.content_hashes if not each.startswith(OF_LIBRARY))


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalDraft:
    """A check that was begun and left. It counts for nothing."""

    subject: Subject
    answers: Answers = Answers()
    reviewer: Reviewer = Reviewer()
    check_by: date | None = None  # a day that the person chose


class AuthorKind(StrEnum):
    """Who says so."""

    OWN = "own"
    PUBLISHER = "publisher"  # of a pack
    REGISTER = "register"  # that shows a public body or charity


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who says so, by name where it has one; `signed` of a publisher whose signature was verified."""

    kind: AuthorKind
    name: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who, when, until: the same on screen, in a share and on paper.

    `author` is None when nobody looked. `check_by` is the last day on which the check counts. `role` is the reviewer's,
    and only from a signed pack. `did_not_pass`: a person looked, and the answers were not good enough. `title` and
    `address` are those of the page that was checked, whatever brought it; both empty where nobody checked the page.
    `leads_to` names whose own site the address lies on where the words here are somebody else's: the page may be passed
    on, the words are not.
    """

    trust: Trust
    author: Author | None = None
    organisation: str = ""  # whose page it is, or who publishes it
    checked_on: date | None = None
    check_by: date | None = None
    role: str = ""
    page_changed: bool = False  # since it was checked
    did_not_pass: bool = False
    own_site: bool = False  # its address lies on the own site of `organisation`
    register: str = ""  # the one that shows `organisation`; empty when none does
    own_source: bool = False  # it comes only from sources that the person added
    inherited: bool = False  # what is said of its organisation: nobody checked the page itself
    title: str = ""
    address: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """The stamp that counts for reading (one's own check first) and for sharing (the most careful), and all of them."""

    reading: Stamp
    sharing: Stamp
    statements: tuple[Stamp, ...] = ()


class ShareGround(StrEnum):
    """On what ground something may be passed on, as `trust.sharing_ground` says."""

    CHECKED = "checked"
    OWN_SITE = "own-site"  # of a vetted or known organisation: "Not checked by a person."
