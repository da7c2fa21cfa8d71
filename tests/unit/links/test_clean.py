"""What a link looks like when it is passed on, and which links are not passed on."""

from __future__ import annotations

import pytest

from caregiver_app.links.clean import LONGEST, clean_link
from caregiver_app.links.clean_part import Wishes
from caregiver_app.model.clean_link import LinkRefusal

DRAWN = "k3JH28dkfjh2398dkjf23XQ"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.dBjftJeZ4CVPmB92K27uhbUJU1p1r"
MAIL_BASE64 = "amFuZS5kb2VAZXhhbXBsZS5vcmc"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.nhs.uk/conditions/dementia/",
        "https://example.org/?id=1234567&lang=en",
        "https://example.org/a;b/c?x=1;y=2",
        "https://example.org/search?q=sleep+and%20stroke&&page=2",
        "https://example.org/page#getting-help",
        "https://example.org/page#section-3.2",
        "https://example.org/app#/topics/sleep",
        "https://example.org/#",
        "https://example.org/page?",
        "https://example.org:8443/page",
        "https://[2a00:1450:4009::1]/page",
        "http://example.org/page",
        "https://example.org/caf%C3%A9/à-table",
        "https://example.org/path//twice/../up",
        "https://example.org/news/articles/c4nn0e8xk2xo",
        "https://example.org/2020-mini-jcw-gp-is-a-300hp-monster-hatch.html",
        "https://example.org/cms/3559f46e-d9c5-11e5-98fd-06d75973fe09.html",
        "https://example.org/a-word-for-carers-80e0fcbaf18d",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/playlist?list=PLvrp9iOILTQayOi5lgk08QDgv3GHROtCf",
        "https://mastodon.example.org/@clinic@example.org/1234567",
        "https://example.org/?utm=1&fbclid2=x&xutm_source=y",
        "https://example.org/share?url=https://www.nhs.uk/conditions/",
        "https://example.org/?login=true&token=0",
        "https://axs.com/show?utm_source=mail",  # its pages need the name
        "mailto:help@example.org",
        "tel:+448000000000",
        "ftp://files.example.org/leaflet.pdf",
        "not a url",
        "example.org",
        "",
    ],
)
def test_harmless_links_come_back_to_the_letter(address: str) -> None:
    cleaned = clean_link(address)
    assert (cleaned.output, cleaned.removed, cleaned.refused) == (address, (), None)


@pytest.mark.parametrize(
    ("address", "output", "removed"),
    [
        pytest.param(
            "https://example.org/a?utm_source=x&id=7&FBCLID=y#top",
            "https://example.org/a?id=7#top",
            ("utm_source", "FBCLID"),
            id="names",
        ),
        pytest.param(
            "https://example.org/?a=1&utm%5Fsource=x", "https://example.org/?a=1", ("utm_source",), id="escaped"
        ),
        pytest.param(
            "https://example.org/?a=1&amp;dm_i=x&amp;b=2", "https://example.org/?a=1&amp;b=2", ("dm_i",), id="html"
        ),
        pytest.param("https://example.org/?a=1;dm_i=x;b=2", "https://example.org/?a=1;b=2", ("dm_i",), id="semicolons"),
        pytest.param("https://example.org/?fbclid", "https://example.org/", ("fbclid",), id="no-value"),
        pytest.param(
            "https://example.org/?j=1&sfmc_sub=2&l=3_HTML&u=4&mid=5&jb=6&page=2",
            "https://example.org/?page=2",
            ("j", "sfmc_sub", "l", "u", "mid", "jb"),
            id="salesforce",
        ),
        pytest.param("https://example.org/?j=1&page=2", "https://example.org/?j=1&page=2", (), id="letters-alone"),
        pytest.param("https://x.com/a/status/1?s=46&t=abc", "https://x.com/a/status/1", ("s", "t"), id="on-one-site"),
        pytest.param("https://example.org/?s=46&t=abc", "https://example.org/?s=46&t=abc", (), id="not-on-others"),
        pytest.param("https://amazon.co.uk/dp/B0?tag=a", "https://amazon.co.uk/dp/B0", ("tag",), id="any-ending"),
        pytest.param(
            "https://www.amazon.de/a/dp/B0/ref=sr_1_1", "https://www.amazon.de/a/dp/B0", ("ref",), id="in-path"
        ),
        pytest.param(
            "https://amazon.evil.example/?tag=a", "https://amazon.evil.example/?tag=a", (), id="own-name-only"
        ),
        pytest.param(
            "https://www.nhs.uk/conditions/x/?anything=1",
            "https://www.nhs.uk/conditions/x/",
            ("anything",),
            id="needed",
        ),
        pytest.param(
            f"https://www.youtube.com/watch?v=dQw4w9WgXcQ&x={DRAWN}",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            ("x",),
            id="needed-of-video",
        ),
        pytest.param(
            "https://example.org/a;jsessionid=8AF3?x=1", "https://example.org/a?x=1", ("session",), id="session"
        ),
        pytest.param(
            "https://example.org/(S(4tdzt5))/a.aspx", "https://example.org/a.aspx", ("session",), id="cookieless"
        ),
        pytest.param(
            "https://example.org/?PHPSESSID=8af3&x=1", "https://example.org/?x=1", ("PHPSESSID",), id="session-name"
        ),
        pytest.param("https://ann:secret@example.org/a", "https://example.org/a", ("credentials",), id="login"),
        pytest.param(
            "https://www.nhs.uk@example.org/a", "https://example.org/a", ("credentials",), id="login-as-trick"
        ),
        pytest.param("https://example.org:443/a", "https://example.org/a", (), id="own-port"),
        pytest.param("https://example.org/?email=ann%40example.net", "https://example.org/", ("email",), id="mail"),
        pytest.param(
            "https://example.org/?email=ann%2540example.net", "https://example.org/", ("email",), id="mail-twice"
        ),
        pytest.param(f"https://example.org/?e={MAIL_BASE64}", "https://example.org/", ("e",), id="mail-in-base64"),
        pytest.param(
            "https://example.org/a#:~:text=my%20diagnosis", "https://example.org/a", ("fragment",), id="quote"
        ),
        pytest.param(
            "https://example.org/a#top:~:text=x", "https://example.org/a#top", ("fragment",), id="quote-behind"
        ),
        pytest.param(
            "https://example.org/a#xtor=EPR-1", "https://example.org/a", ("fragment",), id="tracking-fragment"
        ),
        pytest.param(f"https://example.org/a#{DRAWN}", "https://example.org/a", ("fragment",), id="drawn-fragment"),
        pytest.param(
            "https://example.org/a#access_token=abcd&t=1", "https://example.org/a#t=1", ("fragment",), id="key-fragment"
        ),
        pytest.param("https://example.org", "https://example.org/", (), id="bare-host"),
        pytest.param("https:\\\\example.org\\a", "https://example.org/a", (), id="backslashes"),
        pytest.param("https://example.org/a b\u202e", "https://example.org/a%20b%E2%80%AE", (), id="unseen"),
        pytest.param("  https://example.org/a\n", "https://example.org/a", (), id="blanks"),
        pytest.param("www.nhs.uk/a?utm_source=x", "https://www.nhs.uk/a", ("utm_source",), id="without-scheme"),
        pytest.param(
            "https://example.org/?a=1&ann@example.net=", "https://example.org/?a=1", ("query",), id="mail-as-name"
        ),
    ],
)
def test_what_tells_of_a_person_goes_and_the_rest_stays(address: str, output: str, removed: tuple[str, ...]) -> None:
    cleaned = clean_link(address)
    assert (cleaned.output, cleaned.removed, cleaned.refused) == (output, removed, None)


@pytest.mark.parametrize(
    "name",
    (
        "dm_i s_src emci emdi ceid sfmc_sub ACSTrackingID ACSTrackingLabel ck_subscriber_id elq elqTrackId wbraid igsh "
        "bbeml nvep _cldee recipientid mc_eid mkt_tok spMailingID vgo_ee ea.tracking.id wt.mc_id xtor _hsenc et_rid "
        "oly_enc_id at_recipient_id cm_mmc s_cid WT.mc_ev itm_source guccounter cmpid"
    ).split(),
)
def test_mailers_of_charities_and_health_bodies_are_known(name: str) -> None:
    assert clean_link(f"https://example.org/a?{name}=x1").output == "https://example.org/a"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        pytest.param(f"https://example.org/a?token={DRAWN}", LinkRefusal.SECRET, id="token"),
        pytest.param(f"https://example.org/a?sig={DRAWN}", LinkRefusal.SECRET, id="signature"),
        pytest.param(f"https://example.org/a?x={JWT}", LinkRefusal.SECRET, id="jwt"),
        pytest.param(f"https://example.org/a/{JWT}/b", LinkRefusal.SECRET, id="jwt-in-path"),
        pytest.param(f"https://example.org/token={DRAWN}/a", LinkRefusal.SECRET, id="token-in-path"),
        pytest.param(f"https://example.org/feed/{DRAWN}", LinkRefusal.SECRET, id="feed"),
        pytest.param(f"https://example.org/news.xml?k={DRAWN[:12]}", LinkRefusal.SECRET, id="feed-key"),
        pytest.param("https://ann:secret@example.org/feed.xml", LinkRefusal.SECRET, id="feed-login"),
        pytest.param(f"ftp://ann:{DRAWN}@example.org/a", LinkRefusal.SECRET, id="other-scheme"),
        pytest.param("https://example.org/unsubscribe/ann@example.net", LinkRefusal.PERSONAL, id="mail-in-path"),
        pytest.param("https://example.org/a?author=ann%40example.net", LinkRefusal.PERSONAL, id="mail-in-value"),
        pytest.param("https://x.us1.list-manage.com/track/click?u=1&id=2&e=3", LinkRefusal.HIDDEN_TARGET, id="wrapped"),
        pytest.param("http://192.168.1.20/a", LinkRefusal.NOT_PUBLIC, id="home-number"),
        pytest.param("http://0x7f.1/a", LinkRefusal.NOT_PUBLIC, id="home-number-disguised"),
        pytest.param("http://[::1]/a", LinkRefusal.NOT_PUBLIC, id="home-ipv6"),
        pytest.param("https://nas/a", LinkRefusal.NOT_PUBLIC, id="home-name"),
        pytest.param("https://printer.local/a", LinkRefusal.NOT_PUBLIC, id="local-name"),
        pytest.param("file:///home/ann/letter.pdf", LinkRefusal.NOT_PUBLIC, id="file"),
        pytest.param("javascript:alert(1)", LinkRefusal.NOT_PUBLIC, id="script"),
        pytest.param("https://example.org/" + "a" * LONGEST, LinkRefusal.TOO_LONG, id="too-long"),
    ],
)
def test_what_cannot_be_left_out_is_refused(address: str, why: LinkRefusal) -> None:
    cleaned = clean_link(address, wishes=Wishes(keep=("token", "sig", "x", "author", "path")))
    assert (cleaned.output, cleaned.refused, cleaned.doubtful) == ("", why, ())


@pytest.mark.parametrize(
    ("address", "doubtful", "kept", "left_out"),
    [
        pytest.param(f"https://example.org/a?id={DRAWN}&p=1", ("id",), None, "https://example.org/a?p=1", id="drawn"),
        pytest.param("https://example.org/a?member=90210", ("member",), None, "https://example.org/a", id="number"),
        pytest.param(
            "https://example.org/a?postcode=SW1A+1AA", ("postcode",), None, "https://example.org/a", id="place"
        ),
        pytest.param("https://example.org/a?first_name=Ann", ("first_name",), None, "https://example.org/a", id="name"),
        pytest.param("https://example.org/a?to=%2B44+20+7946+0958", ("to",), None, "https://example.org/a", id="phone"),
        pytest.param(
            "https://example.org/a?to=https%3A%2F%2Fexample.net%2F%3Ftoken%3Dabcd",
            ("to",),
            None,
            "https://example.org/a",
            id="link-inside",
        ),
        pytest.param(f"https://example.org/{DRAWN}", ("path",), None, "", id="path"),
        pytest.param(f"https://example.org/a#/of/{DRAWN}", ("fragment",), None, "https://example.org/a", id="route"),
    ],
)
def test_what_may_be_a_persons_is_asked_about(
    address: str, doubtful: tuple[str, ...], kept: str | None, left_out: str
) -> None:
    asked = clean_link(address)
    assert (asked.output, asked.refused, asked.doubtful) == ("", LinkRefusal.UNSURE, doubtful)
    assert clean_link(address, wishes=Wishes(keep=doubtful)).output == (kept or address)
    assert clean_link(address, wishes=Wishes(leave_out=doubtful)).output == left_out


def test_a_key_can_be_left_out_by_a_persons_word() -> None:
    cleaned = clean_link(f"https://example.org/a?token={DRAWN}", wishes=Wishes(leave_out=("token",)))
    assert (cleaned.output, cleaned.removed) == ("https://example.org/a", ("token",))


@pytest.mark.parametrize("address", [f"https://example.org/?{DRAWN}=1&utm_source=x", f"https://example.org/?{DRAWN}"])
def test_what_was_removed_or_is_doubted_is_never_named_by_a_private_name(address: str) -> None:
    cleaned = clean_link(address)
    assert DRAWN not in " ".join((*cleaned.removed, *cleaned.doubtful))


@pytest.mark.parametrize(
    ("address", "canonical", "output"),
    [
        ("https://amp.example.org/a", "https://www.example.org/a", "https://www.example.org/a"),
        ("https://m.example.org/a?utm_source=x", "https://example.org/a?fbclid=y", "https://example.org/a"),
        ("https://www.example.org/a/amp/", "https://www.example.org/a", "https://www.example.org/a"),
        ("https://www.example.org/a.amp.html", "https://www.example.org/a.html", "https://www.example.org/a.html"),
        ("https://www.example.org/a?amp=1", "https://www.example.org/a", "https://www.example.org/a"),
        ("https://m.example.org/a", "https://www.example.net/a", "https://m.example.org/a"),
        ("https://m.example.org/a", "http://www.example.org/a", "https://m.example.org/a"),
        ("https://www.example.org/a", "https://www.example.org/b", "https://www.example.org/a"),
        ("https://m.example.org/a", "https://m.example.org/b", "https://m.example.org/a"),
        ("https://m.example.org/a", "nonsense", "https://m.example.org/a"),
    ],
)
def test_a_page_for_telephones_becomes_the_page_itself_only_on_its_own_domain(
    address: str, canonical: str, output: str
) -> None:
    assert clean_link(address, canonical=canonical).output == output
