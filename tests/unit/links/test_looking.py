"""What one link says by itself: where it leads, its clean form, whom it imitates, and what asks for care."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.lookalikes import KnownNames
from caregiver_app.links.looking import differing, look_at_link
from caregiver_app.model.forwarded import LinkSign
from caregiver_app.model.lookalike import AddressSign, KnownSite

KNOWN = KnownNames(
    [KnownSite(host="www.nhs.uk", organisation="NHS"), KnownSite(host="mayoclinic.org", organisation="Mayo Clinic")]
)
DRAWN = "k3JH28dkfjh2398dkjf23XQ"


@pytest.mark.parametrize(
    ("address", "signs"),
    [
        ("https://www.nhs.uk/conditions", []),
        ("https://www.nhs.uk/a?utm_source=x", ["tracking"]),
        ("https://nhs-refund.com/a", ["extra-words"]),
        ("https://mayocl1nic.org/", ["lookalike-letters"]),
        ("https://www.nhs.uk@1.2.3.4/", ["user-info", "ip-address"]),
        ("https://a@www.nhs.uk/a", ["user-info"]),
        ("https://bit.ly/3abc", ["shortener"]),
        ("https://bit.ly/", ["shared-host"]),
        ("https://clinic.page.link/x1", ["shortener"]),
        ("https://x.list-manage.com/track/click?u=1", ["hidden-target"]),
        (f"https://example.org/a?token={DRAWN}", ["secret"]),
        ("https://example.org/ann@example.net", ["personal"]),
        (f"https://example.org/a?id={DRAWN}", ["personal"]),
        ("http://192.168.0.1/", ["ip-address", "not-public"]),
        ("https://example.org/" + "a" * 9_000, ["too-long"]),
        ("https://www.youtube.com/watch?v=abc", ["shared-host"]),
        ("https://www.gov.uk/carers-allowance", []),
        ("https://example.org:8443/", ["port"]),
        ("https://www.nhs.uk/login?next=https://evil.com/a", ["leads-on"]),
        ("https://www.nhs.uk/login?next=/conditions", []),
        ("https://www.nhs.uk/r?to=/%09/evil.com", ["leads-on"]),
        ("https://www.nhs.uk//evil.com/", ["leads-on"]),
        ("https://www.nhs.uk/r?url=1.2.3.4/x", ["leads-on"]),
    ],
)
def test_a_link_has_its_signs_the_gravest_first(address: str, signs: list[str]) -> None:
    assert [sign.value for sign in look_at_link(address, KNOWN).signs] == signs


def test_where_a_link_leads_on_to_is_named() -> None:
    look = look_at_link("https://www.nhs.uk/go?url=https%3A%2F%2Fb%C3%BCcher.example.org%2Fa", KNOWN)
    assert (look.host, look.leads_on) == ("www.nhs.uk", "bücher.example.org")


def test_every_sign_of_an_address_is_one_of_a_link() -> None:
    assert {sign.value for sign in AddressSign} <= {sign.value for sign in LinkSign}


def test_a_wrapped_link_is_judged_by_where_it_leads() -> None:
    look = look_at_link(
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnhs-refund.com%2Fa&data=x", KNOWN
    )
    assert (look.target, look.unwrapped, look.host) == (
        "https://nhs-refund.com/a",
        "https://nhs-refund.com/a",
        "nhs-refund.com",
    )
    assert look.imitates is not None
    assert look.signs == (LinkSign.EXTRA_WORDS, LinkSign.REDIRECTOR)


@pytest.mark.parametrize(
    "address", ["https://bit.ly/3abc", "https://x.list-manage.com/track/click?u=1", "https://e.org/" + "a" * 9_000]
)
def test_what_does_not_stand_in_a_link_is_not_guessed(address: str) -> None:
    look = look_at_link(address, KNOWN)
    assert (look.target, look.unwrapped) == (None, None)


@pytest.mark.parametrize(
    ("host", "known", "marked"),
    [
        ("mayocl1nic.org", "mayoclinic.org", ["1"]),
        ("www.mayocl1nic.org", "mayoclinic.org", ["1"]),
        ("rnayoclinic.org", "mayoclinic.org", ["rn"]),
        ("mayclinic.org", "mayoclinic.org", ["yc"]),
        ("nhs-refund.com", "nhs.uk", ["-refund.com"]),
        ("nhs.uk.evil.com", "nhs.uk", [".evil.com"]),
        ("my.nhs.uk.evil.com", "nhs.uk", ["my.", ".evil.com"]),
        ("mayoclinic.com", "mayoclinic.org", ["com"]),
        ("мayoclinic.org", "mayoclinic.org", ["м"]),
        ("nhs.uk", "nhs.uk", []),
    ],
)
def test_letters_that_differ_are_named(host: str, known: str, marked: list[str]) -> None:
    assert [host[start:end] for start, end in differing(host, known)] == marked


def test_a_name_in_punycode_is_shown_in_its_letters() -> None:
    look = look_at_link("https://xn--myoclinic-0yh.org/", KNOWN)
    assert [look.host[start:end] for start, end in look.differs_at] == ["\N{CYRILLIC SMALL LETTER A}"]


def test_signs_that_nobody_sees_do_not_turn_a_name_round() -> None:
    look = look_at_link("https://\u202egro.cinilcoyam.example.org/", KNOWN)
    assert look.host.isprintable()


@given(st.text(max_size=30), st.text(max_size=30))
def test_places_of_difference_lie_in_the_first_name_in_order(host: str, known: str) -> None:
    last = 0
    for start, end in differing(host, known):
        assert 0 <= start <= end <= len(host)
        assert end >= last
        last = end
    assert differing(host, host) == ()


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    for address in (text, f"https://{text}", f"https://bit.ly/{text}"):
        look = look_at_link(address, KNOWN)
        assert len(set(look.signs)) == len(look.signs)
