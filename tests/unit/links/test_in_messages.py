"""Web addresses are found in messages as people forward them, and nothing else is taken for one."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.in_messages import addresses_in, without_addresses
from caregiver_app.links.parts import take_apart
from tests.helpers.command_line import ROOT

DOMAINS = [
    row["address"]
    for row in csv.DictReader(
        (ROOT / "tests" / "data" / "links" / "domains.csv").read_text(encoding="utf-8").splitlines()
    )
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Look: https://example.org/a?b=1, it helped her.", ["https://example.org/a?b=1"]),
        ("(see https://example.org/wiki/A_(b))", ["https://example.org/wiki/A_(b)"]),
        ("<https://example.org/a>", ["https://example.org/a"]),
        ("[here](https://example.org/a)", ["https://example.org/a"]),
        ("HTTPS://EXAMPLE.ORG/A", ["HTTPS://EXAMPLE.ORG/A"]),
        ("https :// example", []),
        ("hxxps://evil[.]example[.]org/x", ["https://evil.example.org/x"]),
        ("看看https://example.org/a，很好", ["https://example.org/a"]),
        ("www.example.org", ["https://www.example.org"]),
        ("Go to www.nhs.uk today.", ["https://www.nhs.uk"]),
        ("nhs.uk", ["https://nhs.uk"]),
        ("Go to nhs.uk.", ["https://nhs.uk"]),
        ("It is on gov.uk/carers-allowance", ["https://gov.uk/carers-allowance"]),
        ("bit.ly/3abc and tinyurl.com/x1", ["https://bit.ly/3abc", "https://tinyurl.com/x1"]),
        ("mayoclinic.support has it", ["https://mayoclinic.support"]),
        ("nhs.uk@evil.example.org", ["https://nhs.uk@evil.example.org"]),
        ("Read nhs.uk@evil.com/x now", ["https://nhs.uk@evil.com/x"]),
        ("http://1.2.3.4/a", ["http://1.2.3.4/a"]),
        ("Open 1.2.3.4/login", ["https://1.2.3.4/login"]),
        ("http://[::1]/a", ["http://[::1]/a"]),
        ("https://a.example.org/x https://a.example.org/x", ["https://a.example.org/x"]),
        ("example.org:8443/a", ["https://example.org:8443/a"]),
        ("[https://a.org](https://b.org)", ["https://a.org", "https://b.org"]),
        ("[https://a.org/x](b.org/y)", ["https://a.org/x", "https://b.org/y"]),
        ("a.com|https://b.org", ["https://a.com", "https://b.org"]),
        ("x,https://b.org", ["https://b.org"]),
        ("https://a.org/x,https://b.org", ["https://a.org/x", "https://b.org"]),
        (f"a.com/{'x' * 60},https://b.org", [f"https://a.com/{'x' * 60}", "https://b.org"]),
        ("https://a.org|b.org/x;www.c.org", ["https://a.org", "https://b.org/x", "https://www.c.org"]),
        (
            "https://a.orghttps://b.org a.comhttps://c.org",
            ["https://a.org", "https://b.org", "https://a.com", "https://c.org"],
        ),
        ("<https://a.org>\n<https://b.org>", ["https://a.org", "https://b.org"]),
        ("<https://a.org/\nlong/way> on", ["https://a.org/long/way"]),
        ("\"https://a.org\",'https://b.org'https://c.org", ["https://a.org", "https://b.org", "https://c.org"]),
        ("«https://a.org» ‹https://b.org› `https://c.org`", ["https://a.org", "https://b.org", "https://c.org"]),
        ("https://a.org\r\nhttps://b.org", ["https://a.org", "https://b.org"]),
        ("See https:\\\\b.org\\x now", ["https:\\\\b.org\\x"]),
        ("https:\\\\b.org", ["https:\\\\b.org"]),
        ("See https:b.org/x now", ["https:b.org/x"]),
        ("See https：／／b.org/x now", ["https://b.org/x"]),
        ("See https://nhs.uk／x.b.org/y now", ["https://nhs.uk∕x.b.org/y"]),
        ("https://web.archive.org/web/2020/https://b.org/", ["https://web.archive.org/web/2020/https://b.org/"]),
        ("https://a.org/?url=https://b.org", ["https://a.org/?url=https://b.org"]),
        ("https://a.org/x,y;z='1'", ["https://a.org/x,y;z='1"]),
    ],
)
def test_addresses_are_found_as_they_were_meant(text: str, found: list[str]) -> None:
    assert list(addresses_in(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        *("", "Drink enough.", "It helps.Share this with all.now", "Tell us.do it", "Son cosas.de casa"),
        *("Write to ann@nhs.uk or ann.smith@example.org", "ann@nhs.uk", "1.5 mg at 10.30am", "e.g. this, i.e. that"),
        *("mailto:ann@example.org", "tel:0800123", "javascript:alert(1)", "file:///etc/passwd", "localhost", "Dr.Who"),
        *("https://", "...", "@", "a.b", "v1.2.3"),
    ],
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert addresses_in(text) == ()
    assert without_addresses(text) == text


def test_every_domain_of_the_table_is_found_alone_and_after_its_scheme() -> None:
    assert [each for each in DOMAINS if addresses_in(each) != (f"https://{each}",)] == []
    whole = [f"https://{each}/a" for each in DOMAINS]
    assert [each for each in whole if addresses_in(f"Look at {each}, it works.") != (each,)] == []


def test_the_words_of_a_message_are_what_is_left() -> None:
    assert without_addresses("Cure at https://example.org/a for all").split() == ["Cure", "at", "for", "all"]


@given(st.text(max_size=300))
def test_any_text_has_an_answer_of_sound_addresses(text: str) -> None:
    for address in addresses_in(text):
        assert take_apart(address) is not None
    without_addresses(text)


def test_a_long_text_of_half_addresses_holds_none_but_those_that_are_whole() -> None:
    halves = ("a.", "a-", "www.", "a@", "[.]", "1.", "a.b/c?d#e ", ")", "a](", "https:a|", "<https://")
    found = {piece: addresses_in(piece * (20_000 // len(piece))) for piece in halves}
    assert {piece: len(addresses) for piece, addresses in found.items() if addresses} == {}


@pytest.mark.parametrize("between", [" ", "\n", ",", "|", "](", "><", '"', "';'", "»«", ""])
def test_no_link_hides_behind_another(between: str) -> None:
    links = [f"https://s{n}.example.org/{'x' * n}" for n in range(9, 99, 9)]
    assert addresses_in(between.join(links)) == tuple(links)
