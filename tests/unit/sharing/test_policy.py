"""The policy makes a card of what may be passed on, and of nothing else; only its own few words get on the card."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from caregiver_app.model.article import Trust
from caregiver_app.model.card import Candidate, NotShareable, ShareableCard, ToShare
from caregiver_app.model.clean_link import LinkRefusal
from caregiver_app.model.trust import Author, AuthorKind, Stamp, Subject, SubjectKind
from caregiver_app.sharing.policy import ShareFacts, candidate_of
from caregiver_app.support.sentences.shares import about_card
from tests.helpers.sharing import CHECKED, CHECKED_ON, HOST, KNOWN, judged


def refused(made: Candidate) -> NotShareable | None:
    assert (made.card is None) == (made.refused is not None)
    return made.refused


def test_a_checked_page_gets_a_card_that_says_whose_check_it_was_and_when() -> None:
    assert judged().card == ShareableCard(
        title="Falls at night",
        link="https://example.org/falls",
        organisation="Example Carers",
        label="Checked by a family carer on 16 November 2026. This counts until 16 November 2028.",
        reviewed_on=CHECKED_ON,
    )


def test_a_page_on_a_known_organisations_own_site_says_that_nobody_checked_it() -> None:
    card = judged(stamp=KNOWN).card
    assert card is not None
    assert (card.label, card.reviewed_on) == ("From Example Carers’s own site. Not checked by a person.", None)
    vetted = judged(stamp=replace(KNOWN, trust=Trust.TRUSTED_SOURCE, checked_on=CHECKED_ON)).card
    assert vetted is not None
    assert (vetted.label, vetted.reviewed_on) == (card.label, None)


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        (Stamp(trust=Trust.NOT_CHECKED), NotShareable.NOT_CHECKED),
        (replace(CHECKED, trust=Trust.NOT_CHECKED, did_not_pass=True), NotShareable.NOT_CHECKED),
        (replace(CHECKED, trust=Trust.CHECK_DUE), NotShareable.CHECK_DUE),
        (replace(CHECKED, trust=Trust.CHECK_DUE, page_changed=True), NotShareable.PAGE_CHANGED),
        (replace(CHECKED, page_changed=True), NotShareable.PAGE_CHANGED),
        (replace(CHECKED, trust=Trust.WITHDRAWN), NotShareable.WITHDRAWN),
        (replace(KNOWN, trust=Trust.LEADS_ELSEWHERE, own_site=False), NotShareable.LEADS_ELSEWHERE),
        (replace(KNOWN, own_site=False), NotShareable.NOT_CHECKED),
    ],
    ids=["nobody", "did-not-pass", "due", "changed", "changed-elsewhere", "withdrawn", "elsewhere", "not-its-site"],
)
def test_whatever_does_not_count_is_refused_with_its_reason(stamp: Stamp, reason: NotShareable) -> None:
    assert refused(judged(stamp=stamp)) is reason


def test_a_form_for_telephones_becomes_the_page_itself_but_never_what_was_checked() -> None:
    def link(canonical: str, stamp: Stamp) -> str:
        made = judged("https://example.org/falls/amp", stamp, canonical=canonical).card
        assert made is not None
        return made.link

    assert link("https://example.org/falls", KNOWN) == "https://example.org/falls"
    assert link("https://example.org/falls", CHECKED) == "https://example.org/falls/amp"
    assert link("https://evil.example.net/falls", KNOWN) == "https://example.org/falls/amp"
    assert refused(judged("https://example.org/falls/amp", KNOWN, canonical="https://forum.example.org/x")) is (
        NotShareable.LEADS_ELSEWHERE
    )


def test_the_link_on_the_card_is_clean() -> None:
    made = judged("https://user:pw@example.org/falls?utm_source=mail&id=7#:~:text=my%20mother")
    assert made.card is not None
    assert made.card.link == "https://example.org/falls?id=7"
    assert made.link is not None
    assert set(made.link.removed) == {"credentials", "utm_source", "fragment"}


def test_a_link_that_stays_personal_is_refused() -> None:
    made = judged("https://example.org/falls?token=8f3b9c1d7e6a5b4c3d2e1f0a9b8c7d6e")
    assert refused(made) is NotShareable.LINK_REFUSED
    assert made.link is not None
    assert made.link.refused is not None


def test_a_part_in_doubt_is_a_question_that_the_wish_answers() -> None:
    address = "https://example.org/falls?member=90210"
    asked = judged(address)
    assert asked.link is not None
    assert (refused(asked), asked.link.refused) == (NotShareable.LINK_REFUSED, LinkRefusal.UNSURE)
    left_out, kept = judged(address, leave_out=("member",)).card, judged(address, keep=("member",)).card
    assert left_out is not None
    assert kept is not None
    assert (left_out.link, kept.link) == ("https://example.org/falls", address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "urn:isbn:9783161484100",
        "mailto:help@example.org",
        "tel:116123",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
    ],
    ids=["none", "urn", "mailto", "tel", "script", "file", "data"],
)
def test_what_no_browser_opens_for_everybody_is_refused(address: str) -> None:
    assert refused(judged(address)) in (NotShareable.NO_LINK, NotShareable.LINK_REFUSED)


def test_an_own_site_vouches_for_nothing_that_its_address_only_wraps() -> None:
    """A redirector on a known site leads anywhere: what is passed on must itself lie there."""
    wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.com%2Fcure&data=x"
    assert refused(judged(wrapped, KNOWN)) is NotShareable.LEADS_ELSEWHERE
    home = judged(wrapped.replace("evil.com", "example.org"), KNOWN)
    assert home.card is not None
    assert home.card.link == "https://example.org/cure"


def test_only_on_its_own_site_does_a_card_name_the_organisation() -> None:
    """Whose feed brings a page vouches for nothing: elsewhere the card says where it lies and who checked it."""
    assert judged().card == judged(stamp=replace(CHECKED, own_site=False)).card
    made = judged("https://www.evil.example.net/cure").card
    assert made is not None
    assert made.organisation == "evil.example.net"
    assert about_card(made) == f"evil.example.net. {made.label}"
    assert "Example Carers" not in str(made)
    assert getattr(judged(stamp=replace(CHECKED, organisation="")).card, "organisation", None) == HOST


def test_every_word_of_a_card_is_one_plain_line() -> None:
    name = "Example\n\x00Carers\u202e"
    made = judged(title="\u202eFalls\n\tat  night\x1b[31m\ue000", stamp=replace(KNOWN, organisation=name)).card
    assert made is not None
    assert made.title == "Falls at night[31m"
    assert made.label == "From Example Carers’s own site. Not checked by a person."
    for field in fields(made):
        value = getattr(made, field.name)
        assert value is None or str(value).isprintable()


def test_endless_titles_and_names_are_shortened() -> None:
    made = judged(title="long " * 200, stamp=replace(CHECKED, organisation="name " * 200)).card
    assert made is not None
    assert len(made.title) <= 200
    assert len(made.organisation) <= 120


@pytest.mark.parametrize("stamp", [CHECKED, KNOWN], ids=["checked", "known"])
def test_a_page_without_a_title_is_called_by_its_host_and_path(stamp: Stamp) -> None:
    made = judged("https://example.org/falls/at%20night/?page=2", stamp, title=" \n ").card
    assert made is not None
    assert made.title == "example.org/falls/at night"


def test_a_checked_page_leaves_as_it_was_checked_and_an_unchecked_one_under_its_publishers_title() -> None:
    """Whatever title or address somebody else brings along."""
    checked = replace(CHECKED, title="Falls at night", address="https://example.org/falls")
    made = judged("https://example.org/cure", checked, title="A cure").card
    assert made is not None
    assert (made.title, made.link) == ("Falls at night", "https://example.org/falls")
    facts = ShareFacts(title="A cure", address="https://example.org/falls")
    wish = ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=1))
    unchecked = candidate_of(wish, facts, KNOWN, lambda _link: True)
    assert (unchecked.title, unchecked.card and unchecked.card.title) == ("example.org/falls", "example.org/falls")
    refused = candidate_of(wish, facts, Stamp(trust=Trust.NOT_CHECKED), lambda _link: True)
    assert (refused.title, refused.card) == ("A cure", None)


@pytest.mark.parametrize(
    ("author", "role", "who"),
    [
        (Author(kind=AuthorKind.OWN, name="Joan Miller"), "nurse", "by a family carer on"),
        (Author(kind=AuthorKind.PUBLISHER, name="Northfield Nurses"), "nurse", "by Northfield Nurses on"),
        (
            Author(kind=AuthorKind.PUBLISHER, name="Northfield Nurses", signed=True),
            "",
            "by Northfield Nurses (signed) on",
        ),
        (
            Author(kind=AuthorKind.PUBLISHER, name="Northfield Nurses", signed=True),
            "support nurse",
            "by Northfield Nurses (support nurse, signed) on",
        ),
    ],
    ids=["own", "unsigned", "signed", "signed-with-role"],
)
def test_a_role_shows_only_of_a_signed_publisher_and_never_the_name_of_a_person_at_home(
    author: Author, role: str, who: str
) -> None:
    made = judged(stamp=replace(CHECKED, author=author, role=role)).card
    assert made is not None
    assert who in made.label
    assert "Joan" not in made.label
