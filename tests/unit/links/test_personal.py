"""What stands in a link in a way that hides it: short keys behind telling words, codings in codings, links in part."""

from __future__ import annotations

from caregiver_app.links.clean import clean_link
from caregiver_app.model.clean_link import LinkRefusal

PERSONAL, UNSURE = LinkRefusal.PERSONAL, LinkRefusal.UNSURE

_HELD = {
    "https://example.org/reset/7f3a9c2e": UNSURE,
    "https://example.org/reset/%37f3a9c2e": UNSURE,
    "https://example.org/account/verify-email/7f3a9c2e/": UNSURE,
    "https://example.org/invite/aB3xK9qZ": UNSURE,
    "https://example.org/page/t/aB3xK9qZ": UNSURE,
    "https://example.org/#/invite/aB3xK9qZ": UNSURE,
    "https://example.org/donate?ref=aB3xK9qZ": UNSURE,
    "https://example.org/page?patientName=Hughes": UNSURE,
    "https://example.org/page?tel=07911123456": UNSURE,
    "https://example.org/page?tel=07911%20123456": UNSURE,
    "https://example.org/page?back=/a%3Ftoken%3Dabc123": UNSURE,
    "https://example.org/page?back=%252Fa%253Ftoken%253Dabc123": UNSURE,
    "https://example.org/page?back=/reset/7f3a9c2e": UNSURE,
    "https://example.org/page?back=/account?email=margaret": UNSURE,
    "https://example.org/results/ls6-2ab": UNSURE,
    "https://example.org/results/LS6%202AB": UNSURE,
    "https://example.org/services?q=LS6+2AB": UNSURE,
    "https://example.org/services?loc=53.80,-1.55": UNSURE,
    "https://example.org/u/margaret%2540example.org/page": PERSONAL,
    "https://example.org/u/margaret%25252540example.org": PERSONAL,
    "https://example.org/u/margaret\uff20example.org": PERSONAL,
    "https://example.org/page?q=margaret%25252540example.org": PERSONAL,
    "https://example.org/page?q=margaret%EF%BC%A0example.org": PERSONAL,
    "https://example.org/page?q=" + "%" + "25" * 12 + "40": UNSURE,
    "https://example.org/a%" + "25" * 12 + "40b": UNSURE,
}

_FREE = (
    "https://example.org/reset/password",
    "https://example.org/verify/how-to-check-a-source",
    "https://example.org/confirm/2026-11-23",
    "https://example.org/t/carers-week-2026",
    "https://example.org/t/12345",
    "https://example.org/reset/covid19-recovery",
    "https://example.org/donate?ref=newsletter",
    "https://example.org/page?back=/carers/?page=2",
    "https://example.org/page?tel=yes",
    "https://example.org/results/a1-report",
    "https://example.org/m25-4am-closures",
    "https://example.org/search?q=100%25+care",
    "https://example.org/search?q=50%2525",
)


def test_what_is_hidden_in_a_link_is_held() -> None:
    let_through = {
        address: got for address, wanted in _HELD.items() if (got := clean_link(address).refused) is not wanted
    }
    assert let_through == {}


def test_what_only_looks_alike_comes_back_to_the_letter() -> None:
    assert [address for address in _FREE if clean_link(address).output != address] == []
