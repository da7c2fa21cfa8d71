"""Something to pass on: cards as they come out of the policy, and a library with an organisation and its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.card import Candidate, Channel, ShareableCard, ShareContent, ShareForm, ToShare
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.trust import (
    Answers,
    Appraisal,
    Author,
    AuthorKind,
    Outcome,
    Reviewer,
    Stamp,
    Subject,
    SubjectKind,
)
from caregiver_app.sharing.policy import ShareFacts, candidate_of
from tests.helpers.clock import MONDAY
from tests.helpers.organisations import put_organisation

CHECKED_ON = date(2026, 11, 16)
CHECK_BY = date(2028, 11, 16)
HOST = "example.org"

CHECKED = Stamp(
    trust=Trust.CHECKED,
    author=Author(kind=AuthorKind.OWN),
    organisation="Example Carers",
    checked_on=CHECKED_ON,
    check_by=CHECK_BY,
    own_site=True,
)
KNOWN = Stamp(
    trust=Trust.WELL_KNOWN_SOURCE,
    author=Author(kind=AuthorKind.REGISTER, name="Register of Charities"),
    organisation="Example Carers",
    own_site=True,
    register="Register of Charities",
)
FORMS = tuple(ShareForm(channel=channel) for channel in Channel)


def judged(
    address: str = "https://example.org/falls",
    stamp: Stamp = CHECKED,
    *,
    title: str = "Falls at night",
    own_title: bool = False,
    canonical: str = "",
    keep: tuple[str, ...] = (),
    leave_out: tuple[str, ...] = (),
) -> Candidate:
    """Return what the policy makes of a page; example.org is its organisation's own site."""
    wish = ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=1), keep=keep, leave_out=leave_out)
    facts = ShareFacts(title=title, address=address, canonical=canonical, publishers_title=title, own_title=own_title)
    if stamp.trust is Trust.CHECKED and not stamp.address:
        stamp = replace(stamp, title=title, address=address)
    return candidate_of(wish, facts, stamp, lambda link: link.startswith(f"https://{HOST}/"))


def card(
    address: str = "https://example.org/falls", stamp: Stamp = CHECKED, *, title: str = "Falls at night"
) -> ShareableCard:
    """Return the card of a page, made as all cards are."""
    made = judged(address, stamp, title=title).card
    assert made is not None
    return made


def content(message: str = "Have a look at these.", cards: Iterable[ShareableCard] = ()) -> ShareContent:
    """Return what is rendered: three pages, one of them unchecked, unless others are given."""
    three = (
        card(),
        card("https://example.org/sleep?page=2", KNOWN, title="Sleep & rest: <when> evenings feel harder"),
        card("https://example.org/eating", title="Eating *well*"),
    )
    return ShareContent(cards=tuple(cards) or three, message=message)


def add_organisation(
    library: Library, *, known: str = "Register of Charities", homepage: str = f"https://{HOST}/"
) -> int:
    """Add Example Carers, whose own site is example.org; its forum is not."""
    site = Site(host=HOST, exceptions=("/forum",))
    organisation = Organisation(
        uid="starter/example-carers", name="Example Carers", country="GB", homepage=homepage, known=known, sites=(site,)
    )
    return put_organisation(library, organisation, author="starter")


def add_its_source(library: Library, *, topics: tuple[str, ...] = ()) -> SourceId:
    """Add a feed of Example Carers; `add_organisation` comes first."""
    source = NewSource(
        url=f"https://{HOST}/feed",
        title="News of Example Carers",
        uid="starter/example-carers-news",
        author="starter",
        organisation_uid="starter/example-carers",
        topics=topics,
    )
    return library.sources.add(source, at=MONDAY)


def check(library: Library, item_id: ItemId, **changes: object) -> Appraisal:
    """Let a person at home check an article: it is vetted for two years."""
    subject = Subject(kind=SubjectKind.ARTICLE, id=item_id)
    known = library.subjects.of(subject)
    appraisal = Appraisal(
        subject=subject,
        address="" if known is None else known.address,
        answers=Answers(),
        outcome=Outcome.VETTED,
        reviewer=Reviewer(role="family carer"),
        checked_at=MONDAY,
        checked_on=CHECKED_ON,
        check_by=CHECK_BY,
    )
    kept = replace(appraisal, **changes)  # type: ignore[arg-type]  # names and values of a test's own choosing
    library.appraisals.add(kept)
    return kept
