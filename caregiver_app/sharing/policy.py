"""The only road to a `ShareableCard`: what may be passed on, and what of it. Pure; a test looks for other roads.

A page is passed on when its check counts, or when it lies on the own site of an organisation that is vetted or known
(`trust`). On the card of a checked page stand the title and the address that were checked, whatever brought it; on that
of an unchecked one what its publisher calls it, or the tables that ship, or its host and path. An organisation is named
where the link lies on its own site, else the host. Its link is cleaned first; one that stays personal is refused.
Nothing else about a page gets on its card.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from caregiver_app.links.clean import clean_link
from caregiver_app.links.clean_part import Wishes
from caregiver_app.links.parts import take_apart
from caregiver_app.model.article import Trust
from caregiver_app.model.card import Candidate, NotShareable, ShareableCard, ToShare
from caregiver_app.model.clean_link import CleanLink
from caregiver_app.model.trust import ShareGround, Stamp
from caregiver_app.support.plain_text import one_line, shorten
from caregiver_app.support.sentences.shares import card_label
from caregiver_app.trust.sharing_ground import sharing_ground

LONGEST_TITLE = 200
LONGEST_NAME = 120

OnOwnSite = Callable[[str], bool]
"""Tells whether an address lies on the own site of the organisation that the stamp names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFacts:
    """What the library says of something that is to be passed on. `address` is empty where there is none.

    `canonical` is the address that the page there calls its own, "" where it names none. `publishers_title` is what
    whoever published it or what ships calls it, "" where the title may be anybody's. `moved_to` is somebody else's host
    to which the address sends everybody on, "" where it does not.
    """

    title: str
    address: str
    canonical: str = ""
    publishers_title: str = ""
    own_title: bool = False
    moved_to: str = ""


def candidate_of(wish: ToShare, facts: ShareFacts, stamp: Stamp, on_own_site: OnOwnSite) -> Candidate:
    """Return the card of something, or why it has none. `stamp` is the one that counts for sharing."""
    ground = sharing_ground(stamp)
    is_checked = ground is ShareGround.CHECKED
    link = _cleaned(stamp.address, "", wish) if is_checked else _cleaned(facts.address, facts.canonical, wish)
    refused = NotShareable.MOVED_AWAY if facts.moved_to else _refusal(stamp, ground, link, on_own_site)
    card = None
    if refused is None and ground is not None and link is not None:
        card = ShareableCard(
            title=_line(stamp.title if is_checked else facts.publishers_title) or _line(_place_of(link.output)),
            link=link.output,
            organisation=shorten(one_line(_publisher(stamp, link.output, on_own_site)), LONGEST_NAME),
            label=one_line(card_label(stamp, ground)),
            reviewed_on=_reviewed_on(stamp, ground),
        )
    return Candidate(
        subject=wish.subject,
        title=_line(facts.title) if card is None else card.title,
        card=card,
        refused=refused,
        link=link,
        own_title=facts.own_title,
        moved_to=facts.moved_to,
    )


def _cleaned(address: str, canonical: str, wish: ToShare) -> CleanLink | None:
    """Return the clean form of an address, None where there is none that a browser opens."""
    if not address:
        return None
    link = clean_link(address, canonical=canonical, wishes=Wishes(keep=wish.keep, leave_out=wish.leave_out))
    return link if link.refused or take_apart(link.output) is not None else None


def _refusal(
    stamp: Stamp, ground: ShareGround | None, link: CleanLink | None, on_own_site: OnOwnSite
) -> NotShareable | None:
    """Return why something is not passed on: first that it has no link, for no check would give it one, then what its
    check says, then what its link is.

    What an address was wrapped in says nothing of the page within: on the ground of its site a page is passed on only
    where its clean address lies there too.
    """
    if link is None and stamp.trust is not Trust.WITHDRAWN:
        return NotShareable.NO_LINK
    if ground is None or link is None:
        return _without_ground(stamp)
    if link.refused is not None:
        return NotShareable.LINK_REFUSED
    if ground is ShareGround.OWN_SITE and not on_own_site(link.output):
        return NotShareable.LEADS_ELSEWHERE
    return None


def _without_ground(stamp: Stamp) -> NotShareable:
    match stamp.trust:
        case Trust.WITHDRAWN:
            return NotShareable.WITHDRAWN
        case Trust.CHECK_DUE:
            return NotShareable.PAGE_CHANGED if stamp.page_changed else NotShareable.CHECK_DUE
        case Trust.LEADS_ELSEWHERE:
            return NotShareable.LEADS_ELSEWHERE
    return NotShareable.PAGE_CHANGED if stamp.page_changed else NotShareable.NOT_CHECKED


def _reviewed_on(stamp: Stamp, ground: ShareGround) -> date | None:
    return stamp.checked_on if ground is ShareGround.CHECKED else None


def _line(title: str) -> str:
    return shorten(one_line(title), LONGEST_TITLE)


def _publisher(stamp: Stamp, link: str, on_own_site: OnOwnSite) -> str:
    """Return whose page a card says it is. Who brought it vouches for nothing: that would lend it a name."""
    return stamp.organisation if stamp.organisation and on_own_site(link) else _host_of(link)


def _place_of(link: str) -> str:
    """Return host and path of a link, as people read them."""
    parts = take_apart(link)
    return "" if parts is None else f"{_host_of(link)}{unquote(parts.path)}".rstrip("/")


def _host_of(link: str) -> str:
    parts = take_apart(link)
    return "" if parts is None else parts.host.removeprefix("www.")
