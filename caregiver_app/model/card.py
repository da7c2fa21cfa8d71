"""What is passed on: cards and typed words, and what must be settled before they leave.

A card is made by `sharing.policy` and nowhere else; a share is rendered from cards and the typed words and from nothing
else. Nothing here says who shares, to whom, from where or at what time of day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caregiver_app.model.clean_link import CleanLink
from caregiver_app.model.errors import ShareTrouble
from caregiver_app.model.guard import Finding, FindingKind, Level
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.model.trust import Subject

LONGEST_MESSAGE = 20_000
"""Characters that the typed words may have."""


class Channel(StrEnum):
    """In which form a share leaves. The words are those of the command line and of the log, and never change."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    EML = "eml"
    QR = "qr"
    FLYER = "flyer"
    SOCIAL = "social"


DRAWN = frozenset({Channel.QR, Channel.FLYER})
"""Forms that are seen, not read: all others are text."""


class PictureForm(StrEnum):
    """How a picture with QR codes is written."""

    PNG = "png"
    SVG = "svg"


class Network(StrEnum):
    """For which social network a post is cut to length. `ANY` fits all of them."""

    ANY = "any"
    BLUESKY = "bluesky"
    FACEBOOK = "facebook"
    MASTODON = "mastodon"
    THREADS = "threads"
    X = "x"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareForm:
    """In which form a share leaves, and what of its form can be chosen; the rest of these is for other channels."""

    channel: Channel
    picture: PictureForm = PictureForm.PNG
    network: Network = Network.ANY
    paper: PaperSize = PaperSize.A4


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShare:
    """One thing that is to be passed on; `keep` and `leave_out` answer what its link's cleaning asks
    (`CleanLink.doubtful`).
    """

    subject: Subject
    keep: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareableCard:
    """All that leaves of one page. Made by `sharing.policy` alone; every word of it is plain text of one line.

    `organisation` is whose own site the link lies on, else the host, whatever source brought it. `label` says in words
    whose check it was and of when, `reviewed_on` is that day, None where nobody checked the page
    itself.
    """

    title: str
    link: str
    organisation: str
    label: str
    reviewed_on: date | None = None


class NotShareable(StrEnum):
    """Why something cannot be passed on."""

    NOT_CHECKED = "not-checked"  # nobody answered the points, or they do not vouch for it: "Check it first"
    CHECK_DUE = "check-due"
    PAGE_CHANGED = "page-changed"  # not the page that was checked
    WITHDRAWN = "withdrawn"
    LEADS_ELSEWHERE = "leads-elsewhere"  # it does not lie on its organisation's own site
    MOVED_AWAY = "moved-away"  # its address sends everybody on to somebody else's site: `Candidate.moved_to`
    NO_LINK = "no-link"  # no address that others can open
    LINK_REFUSED = "link-refused"  # `Candidate.link` says why; `UNSURE` is a question that `ToShare` answers


CAN_BE_CHECKED = frozenset(
    {NotShareable.NOT_CHECKED, NotShareable.CHECK_DUE, NotShareable.PAGE_CHANGED, NotShareable.LEADS_ELSEWHERE}
)
"""Where checking it first helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that somebody wants to pass on: its card, or why there is none.

    `link` is what cleaning its address came to, None where it has no address. `own_title` tells that a person
    here put it in, with its title and its address: the guard reads both as it reads the message. `moved_to` is the
    host of somebody else to which its address sends everybody on, "" where it does not.
    """

    subject: Subject
    title: str
    card: ShareableCard | None = None
    refused: NotShareable | None = None
    link: CleanLink | None = None
    own_title: bool = False
    moved_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareContent:
    """What is rendered, whole: the cards in their order and the words a person typed."""

    cards: tuple[ShareableCard, ...] = ()
    message: str = field(default="", repr=False)


class KeepReason(StrEnum):
    """The ready answers to why a detail may leave; `OTHER` goes with words of one's own."""

    PUBLIC = "public"  # everybody may know it
    AGREED = "agreed"  # whom it is about agrees
    MINE = "mine"  # it is about the person who shares, and meant
    NO_DETAIL = "no-detail"  # it is not what it looks like
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A finding that a person lets pass, wherever this kind stands in these very words. Never stored, never logged.

    A finding to stop at needs a reason, one to look at none; with `OTHER` the reason is `words`.
    """

    kind: FindingKind
    text: str = field(repr=False)
    reason: KeepReason | None = None
    words: str = field(default="", repr=False)


class CardPart(StrEnum):
    """What of a card the guard reads beside the typed words. The words are those of the command line."""

    TITLE = "title"
    LINK = "link"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFinding:
    """What the guard found in what is about to leave. Nothing leaves while one is not `settled`.

    It stands in the message where `page` is None, else in the `part` of the card of the candidate at that place, from
    0. Of a link its places are those of the link as it reads, with nothing encoded.
    """

    finding: Finding
    page: int | None = None
    part: CardPart = CardPart.TITLE
    settled: bool = False

    @property
    def level(self) -> Level:
        """How it is to be settled: by itself, or with all of its level at once."""
        return self.finding.level


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody is about to pass on, as far as they have come. It lives in memory only."""

    things: tuple[ToShare, ...] = ()
    message: str = field(default="", repr=False)
    kept: tuple[Kept, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A draft after the guard and the policy have read it."""

    candidates: tuple[Candidate, ...]
    findings: tuple[ShareFinding, ...]
    content: ShareContent

    @property
    def open_findings(self) -> tuple[ShareFinding, ...]:
        """Return what is still to be settled."""
        return tuple(each for each in self.findings if not each.settled)

    @property
    def refused(self) -> tuple[Candidate, ...]:
        """Return what cannot be passed on."""
        return tuple(each for each in self.candidates if each.card is None)

    @property
    def trouble(self) -> ShareTrouble | None:
        """Return what keeps it here: nothing was chosen, something may not be passed on, or is still to be settled."""
        if not self.candidates:
            return ShareTrouble.NOTHING
        if self.refused:
            return ShareTrouble.NOT_SHAREABLE
        return ShareTrouble.NOT_SETTLED if self.open_findings else None

    @property
    def may_leave(self) -> bool:
        """Tell whether all is settled and there is something to pass on."""
        return self.trouble is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The exact bytes of a share in one form. `file_name` tells nothing of what is in it.

    `posts` are those of a social network in their order, with `lengths` as that network counts and its `limit` (None:
    there is none).
    """

    channel: Channel
    data: bytes = field(repr=False)
    file_name: str
    media_type: str
    posts: tuple[str, ...] = field(default=(), repr=False)
    lengths: tuple[int, ...] = ()
    limit: int | None = None

    @property
    def text(self) -> str:
        """Return the bytes as text; only for forms that are text."""
        return self.data.decode("utf-8")
