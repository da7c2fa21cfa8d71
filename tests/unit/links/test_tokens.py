"""What is private in an address never shows, and what is not stays readable."""

from __future__ import annotations

import base64
import uuid
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.links.parts import trim
from caregiver_app.links.tokens import has_token, mask_address

DRAWN = st.one_of(
    st.binary(min_size=12, max_size=40).map(bytes.hex).filter(lambda text: not text.isdigit() and not text.isalpha()),
    st.uuids(version=4).map(str),
    st.uuids(version=4).map(lambda drawn: drawn.hex).filter(lambda text: not text.isdigit()),
)
SECRET = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", min_size=5, max_size=40)
PLACES = [
    "https://{}@example.org/feed",
    "https://me:{}@example.org/feed",
    "https://example.org/feed?token={}",
    "https://example.org/feed?a=1&apiKey={}&b=2",
    "https://example.org/feed?x-amz-signature={}",
    "https://example.org/feed?user_auth={}",
    "https://example.org/rss/secret:{}/u:name",
    "https://example.org/rss;sid={}/feed",
    "https://example.org/feed#access_token={}",
    "https://example.org/read?url=https%3A%2F%2Fother.example%2F%3Ftoken%3D{}",
    "webcal://example.org/feed?password={}",
    "example.org/feed?otp={}",
]


@given(st.sampled_from(PLACES), SECRET)
def test_a_secret_in_its_usual_places_is_seen_whatever_it_looks_like(place: str, secret: str) -> None:
    secret = f"q{secret}z"
    address = place.format(secret)
    assert has_token(address)
    assert secret not in mask_address(address)
    assert mask_address(address).startswith(address[:8])


@given(
    st.sampled_from(["https://example.org/rss/{}", "https://example.org/a/{}.xml", "https://example.org/?feed={}"]),
    DRAWN,
    st.sampled_from(["", "my-private-calendar-", "annas_feed_"]),
)
def test_what_a_machine_drew_is_seen_in_any_place(place: str, drawn: str, before: str) -> None:
    address = place.format(before + drawn)
    assert has_token(address)
    assert drawn not in mask_address(address)


@given(st.text() | st.text(alphabet="https:/@?&=;#%.aB1-_ é\ud800", max_size=60))
@example("http://a@b@c/")
@example("token")
def test_masking_is_total_and_leaves_nothing_to_mask(address: str) -> None:
    masked = mask_address(address)
    assert mask_address(masked) == masked
    assert not has_token(masked)
    assert has_token(address) is (masked != trim(address))


@given(st.binary(min_size=24, max_size=32).map(lambda drawn: base64.urlsafe_b64encode(drawn).decode().rstrip("=")))
def test_escaping_hides_no_secret(drawn: str) -> None:
    escaped = "".join(f"%{ord(letter):02x}" for letter in f"k{drawn}")
    assert has_token(f"https://example.org/feed?token={escaped}")
    assert quote(escaped) not in mask_address(f"https://example.org/feed?token={escaped}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/feed?u=anna.smith%40example.org",
        "https://example.org/alerts/12345678901234567890/feed",
        "https://example.org/feed?key=a81kz03q",
        "https://example.org/s/ZmVlZHM6MTIzNDU2Nzg5MA/rss",
        "https://example.org/feeds/f7lo7o0rlop8eqo5.xml",
        "https://example.org/private-3f2a9c01b7d84e56/basic.ics",
    ],
)
def test_personal_parts_are_seen(address: str) -> None:
    assert has_token(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/feeds/videos.xml?channel_id=UC07-dOwgza1IguKA86jqxNA",
        "https://www.youtube.com/feeds/videos.xml?playlist_id=PLvrp9iOILTQayOi5lgk08QDgv3GHROtCf",
        "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/rss",
        "https://us2.campaign-archive.com/feed?u=887caf4f48db76fd91e20a06d&id=4eb677ad19",
        "https://feeds.megaphone.fm/WWO3519750118",
        "https://mastodon.social/@CarersUK.rss",
        "https://www.gov.uk/government/organisations/medicines-and-healthcare-products-regulatory-agency.atom",
        "https://www.gov.uk/search/news-and-communications.atom?organisations%5B%5D=uk-health-security-agency",
        "https://www.gov.uk/search/news.atom?keywords=unpaid%20carers&order=updated-newest",
        "https://api.io.canada.ca/io-server/gc/news/en/v2?dept=departmentofhealth&sort=publishedDate&orderBy=desc",
        "https://tools.cdc.gov/podcasts/feed.asp?feedid=183",
        "https://www.rki.de/SiteGlobals/Functions/RSS/RSS-neue-Dokumente.xml?nn=16777276",
        "https://example.org/2026/11/23/covid-19-vaccines-h5n1-and-rsv-what-carers-need-to-know-2026-27",
        "https://example.org/feed?key=dementia&code=GB&id=42&session=2026&auth=0&token=",
        "https://example.org/rss2.0.xml",
        "https://example.org/posts/Donaudampfschifffahrtsgesellschaft",
        "just words",
    ],
)
def test_public_addresses_show_whole(address: str) -> None:
    assert not has_token(address)
    assert mask_address(address) == address


def test_a_mask_says_where_something_was_and_keeps_the_rest() -> None:
    drawn = uuid.UUID(int=0x3F2A9C01B7D84E56A1B2C3D4E5F60718)
    address = f"https://anna:pw@example.org/rss/{drawn}/feed.xml?lang=en&token=abc"
    assert mask_address(address) == "https://***@example.org/rss/***/feed.xml?lang=en&token=***"
