"""Where pages and pictures may be fetched: with the same organisation, and nowhere else."""

from __future__ import annotations

import pytest

from caregiver_app.feeds.own_places import OwnPlaces
from caregiver_app.model.organisation import Organisation, Site

CLINIC = Organisation(
    uid="starter/clinic",
    name="Clinic",
    sites=(Site(host="clinic.org", exceptions=("/forum", "talk.clinic.org")), Site(host="clinic.co.uk")),
)
MHRA = Organisation(
    uid="starter/mhra", name="MHRA", sites=(Site(host="www.gov.uk", path_prefix="/government/organisations/mhra"),)
)
NHS = Organisation(uid="starter/nhs", name="NHS", sites=(Site(host="www.nhs.uk"),))
UNKNOWN = Organisation(uid="starter/unknown", name="Unknown")


def places(organisation: Organisation | None, url: str = "https://clinic.org/feed", homepage: str = "") -> OwnPlaces:
    return OwnPlaces(url=url, homepage=homepage, organisation=organisation)


@pytest.mark.parametrize(
    ("address", "page", "picture"),
    [
        ("https://clinic.org/a", True, True),
        ("https://www.clinic.org/a", True, True),
        ("https://clinic.co.uk/a", True, True),
        ("https://img.clinic.org/a.png", True, True),
        ("https://clinic.org/forum/a", False, True),
        ("https://talk.clinic.org/a", False, True),
        ("http://clinic.org/a", False, False),
        ("https://clinic.org:8443/a", False, False),
        ("https://user@clinic.org/a", False, False),
        ("https://clinic.org.evil.net/a", False, False),
        ("https://notclinic.org/a", False, False),
        ("https://clinic.org@evil.net/a", False, False),
        ("https://127.0.0.1/a", False, False),
        ("https://[::1]/a", False, False),
        ("javascript:alert(1)", False, False),
        ("file:///etc/passwd", False, False),
        ("//clinic.org/a", False, False),
        ("", False, False),
    ],
)
def test_of_an_organisation_its_own_sites_and_pictures_beside_them(address: str, page: bool, picture: bool) -> None:
    own = places(CLINIC)
    assert (own.hold_page(address), own.hold_picture(address)) == (page, picture)


def test_what_a_source_is_asked_at_says_nothing_where_sites_are_known() -> None:
    own = places(CLINIC, url="https://feeds.example-hosting.com/clinic")
    assert not own.hold_page("https://feeds.example-hosting.com/a")


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("https://www.gov.uk/drug-device-alerts/a", True),
        ("https://gov.uk/a", False),
        ("https://other.service.gov.uk/a", False),
        ("https://www.nhs.uk/a", False),
    ],
)
def test_public_bodies_that_share_a_house_are_read_in_that_house(address: str, held: bool) -> None:
    assert places(MHRA, url="https://www.gov.uk/drug-device-alerts.atom").hold_page(address) is held


def test_below_a_public_suffix_only_the_very_host_is_somebodys() -> None:
    own = places(NHS, url="https://www.nhs.uk/feed")
    assert own.hold_page("https://www.nhs.uk/conditions/falls")
    assert not own.hold_page("https://somepractice.nhs.uk/a")
    assert not own.hold_picture("https://somepractice.nhs.uk/a.png")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/feeds/videos.xml?channel_id=UC1",
        "https://www.reddit.com/r/dementia/.rss",
        "https://feeds.feedburner.com/clinic",
        "https://someone.wordpress.com/feed",
    ],
)
def test_platforms_are_nobodys_place(url: str) -> None:
    host = url.split("/")[2]
    for organisation in (None, UNKNOWN):
        own = places(organisation, url=url)
        assert not own.hold_page("https://www.youtube.com/watch?v=1")
        assert own.hold_page(f"https://{host}/a") is (host == "someone.wordpress.com")


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("https://blog.org/a", True),
        ("https://www.blog.org/a", True),
        ("https://home.org/a", True),
        ("https://blog.org:8443/a", True),
        ("https://blog.org:9000/a", False),
        ("http://blog.org:8443/a", False),
        ("https://other.org/a", False),
    ],
)
def test_of_a_persons_own_source_the_domain_of_its_address_and_its_home_page(address: str, held: bool) -> None:
    own = places(None, url="https://feeds.blog.org:8443/rss", homepage="https://home.org/")
    assert own.hold_page(address) is held
    assert own.hold_picture(address) is held


@pytest.mark.parametrize("url", ["http://192.168.0.1/feed", "http://localhost/feed", "https://router/feed", "nonsense"])
def test_a_place_at_home_has_no_pages_to_keep(url: str) -> None:
    own = places(None, url=url)
    assert not own.hold_page(url)
    assert not own.hold_page(url.replace("http:", "https:"))
