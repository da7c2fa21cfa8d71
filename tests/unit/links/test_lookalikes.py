"""Addresses that imitate known sites are recognised, and honest ones with similar names are left in peace."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.edits import is_one_edit
from caregiver_app.links.lookalikes import KnownNames
from caregiver_app.links.lure_words import LURES, STRONG
from caregiver_app.links.name_parts import name_parts, readable
from caregiver_app.links.skeletons import mixes_scripts, plain_letters, skeleton
from caregiver_app.model.lookalike import AddressSign, KnownSite
from tests.helpers.command_line import ROOT

DOMAINS = list(
    csv.DictReader((ROOT / "tests" / "data" / "links" / "domains.csv").read_text(encoding="utf-8").splitlines())
)
FALSE = [row for row in DOMAINS if row["imitates"]]
HONEST = [row["address"] for row in DOMAINS if not row["imitates"]]
ORGANISATIONS = json.loads((ROOT / "packaging" / "starter" / "organisations.json").read_text(encoding="utf-8"))
KNOWN = KnownNames(
    KnownSite(host=site["host"], organisation=organisation["name"])
    for organisation in ORGANISATIONS
    for site in organisation["sites"]
)


def imitated(address: str) -> str:
    facts = KNOWN.facts(address)
    return facts.imitates.host.removeprefix("www.") if facts.imitates else ""


def test_the_table_is_large_enough() -> None:
    assert len({row["address"] for row in FALSE}) >= 150
    assert len(set(HONEST)) >= 150
    assert {row["sign"] for row in FALSE} == {
        *("lookalike-letters", "one-letter", "extra-words", "hyphens", "other-ending", "as-subdomain", "user-info")
    }


def test_words_around_known_names_stand_as_names_are_compared() -> None:
    assert [word for word in LURES | STRONG if not word.isascii() or not word.isalnum() or word != word.lower()] == []


def test_every_imitation_is_recognised_by_its_sign_and_by_what_it_imitates() -> None:
    missed = [
        (row["address"], imitated(f"https://{row['address']}/"))
        for row in FALSE
        if not _is_of(imitated(f"https://{row['address']}/"), row["imitates"])
        or KNOWN.facts(f"https://{row['address']}/").signs[0].value != row["sign"]
    ]
    assert missed == []


def test_every_honest_site_is_left_in_peace() -> None:
    assert [(each, imitated(f"https://{each}/a")) for each in HONEST if imitated(f"https://{each}/a")] == []


def test_no_known_site_imitates_another() -> None:
    hosts = [site["host"] for organisation in ORGANISATIONS for site in organisation["sites"]]
    assert [host for host in hosts if imitated(f"https://{host}/") or imitated(f"https://sub.{host}/")] == []


@pytest.mark.parametrize(
    ("address", "signs"),
    [
        ("https://example.org/a", ()),
        ("https://example.org:443/a", ()),
        ("https://example.org:8443/a", (AddressSign.PORT,)),
        ("https://93.184.216.34/a", (AddressSign.IP_ADDRESS,)),
        ("https://0x5db8d822/a", (AddressSign.IP_ADDRESS,)),
        ("https://[2606:2800:220::1]/a", (AddressSign.IP_ADDRESS,)),
        ("https://ann@example.org/a", (AddressSign.USER_INFO,)),
        ("https://bücher.example/a", (AddressSign.PUNYCODE,)),
        ("https://xn--bcher-kva.example/a", (AddressSign.PUNYCODE,)),
        ("https://exаmple.org/a", (AddressSign.MIXED_SCRIPTS, AddressSign.PUNYCODE)),
        ("https://пример.example/a", (AddressSign.PUNYCODE,)),
        ("https://東京タワー.example/a", (AddressSign.PUNYCODE,)),
        ("no address", ()),
        ("mailto:ann@example.org", ()),
    ],
)
def test_an_address_has_signs_of_its_own(address: str, signs: tuple[AddressSign, ...]) -> None:
    facts = KNOWN.facts(address)
    assert (facts.signs, facts.imitates) == (signs, None)


def test_a_likeness_stands_before_what_else_is_odd() -> None:
    facts = KNOWN.facts("https://www.nhs.uk@mаyoclinic.org:81/")
    assert facts.signs == (
        *(AddressSign.LOOKALIKE_LETTERS, AddressSign.MIXED_SCRIPTS, AddressSign.USER_INFO),
        *(AddressSign.PUNYCODE, AddressSign.PORT),
    )
    assert facts.imitates is not None
    assert facts.imitates.organisation == "Mayo Clinic"


@pytest.mark.parametrize(
    ("host", "known"),
    [
        *((f"nhs.uk{slash}refund.evil.com", "nhs.uk") for slash in "\u2215\u2044\u29f8\u2571,;'!_\u2010\u00b7"),
        *(("nhs.uk.com", "nhs.uk"), ("nhs.uk.net", "nhs.uk"), ("nhs.uk.co", "nhs.uk"), ("gov.uk.com", "gov.uk")),
        *(("who.int.com", "who.int"), ("who.int-covid.org", "who.int"), ("mind.org.uk.com", "mind.org.uk")),
        *(("nhs.uk-secure.evil.com", "nhs.uk"), ("my-nhs.uk.evil.com", "nhs.uk"), ("nhs.uk-secure.com", "nhs.uk")),
        *(("secure-nhs-uk.evil.com", "nhs.uk"), ("www.cdc.gov-alerts.us", "cdc.gov")),
    ],
)
def test_a_known_domain_with_more_after_it_is_another_one(host: str, known: str) -> None:
    facts = KNOWN.facts(f"https://{host}/a")
    assert facts.signs[0] is AddressSign.AS_SUBDOMAIN
    assert imitated(f"https://{host}/a") == known


def test_endings_of_countries_that_begin_like_those_of_others_are_honest() -> None:
    honest = ("cancer.org.au", "mayoclinic.org.co", "diabetes.org.nz", "who.int", "dementia-cancer.org.au", "x.nhs.uk")
    assert [host for host in honest if imitated(f"https://{host}/")] == []


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("nurse", "nurse", False),
        ("nurse", "nurses", True),
        ("nurse", "urse", True),
        ("nurse", "nurze", True),
        ("nurse", "nusre", True),
        ("nurse", "nuser", False),
        ("nurse", "nursery", False),
        ("ab", "ba", True),
        ("", "a", True),
    ],
)
def test_one_slip_of_the_finger(left: str, right: str, one: bool) -> None:
    assert is_one_edit(left, right) is one
    assert is_one_edit(right, left) is one


@pytest.mark.parametrize(
    ("host", "before", "name", "ending"),
    [
        ("www.nhs.uk", (), "nhs", "uk"),
        ("a.b.example.org.uk", ("a", "b"), "example", "org.uk"),
        ("xn--bcher-kva.example.org", ("bücher",), "example", "org"),
        ("name.unknown-ending", (), "name", "unknown-ending"),
        ("nas", (), "nas", ""),
    ],
)
def test_a_host_is_taken_apart(host: str, before: tuple[str, ...], name: str, ending: str) -> None:
    parts = name_parts(host)
    assert (parts.before, parts.name, parts.ending) == (before, name, ending)


def test_look_alike_letters_have_one_skeleton() -> None:
    assert len({skeleton(name) for name in ("mayoclinic", "mаyоclinic", "mayoc1inic", "rnayoclinic", "mayodinic")}) == 1
    assert plain_letters("mаyóclinic") == "mayoclinic"
    assert not mixes_scripts("bücher-24")


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    for address in (text, f"https://{text}", f"https://{text}@nhs.uk.{text}/"):
        facts = KNOWN.facts(address)
        assert len(set(facts.signs)) == len(facts.signs)
    assert isinstance(readable(f"xn--{text}"), str)


def _is_of(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
