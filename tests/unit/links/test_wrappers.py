"""Links that mail gateways, mailers, redirectors and caches wrap are unwrapped from what stands in them."""

from __future__ import annotations

import base64

import pytest

from caregiver_app.links.clean import clean_link
from caregiver_app.links.wrappers import unwrap
from caregiver_app.model.clean_link import LinkRefusal

TARGET = "https://www.example.org/a?b=1"
QUOTED = "https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1"
BASE64 = base64.urlsafe_b64encode(TARGET.encode()).decode().rstrip("=")
CLAIMS = base64.urlsafe_b64encode(b'{"bulletin_id":"1","url":"' + TARGET.encode() + b'"}').decode().rstrip("=")


@pytest.mark.parametrize(
    "address",
    [
        f"https://eur01.safelinks.protection.outlook.com/?url={QUOTED}&data=05%7Cann%40example.net%7C&reserved=0",
        f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp.html?url={QUOTED}&locale=en",
        f"https://urldefense.proofpoint.com/v1/url?u={QUOTED}&k=x",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_a-3Fb-3D1&d=DwMF&c=x&r=y",
        "https://urldefense.com/v3/__https://www.example.org/a?b=1__;!!abc!xyz$",
        "https://urldefense.com/v3/__https:/www.example.org/a?b=1__;!!abc!xyz$",
        f"https://linkprotect.cudasvc.com/url?a={QUOTED}&c=E,1,x",
        f"https://protect2.fireeye.com/v1/url?k=1&q=1&e=2&u={QUOTED}",
        f"https://scanmail.trustwave.com/?c=1&d=2&u={QUOTED}",
        f"https://us-west-2.protection.sophos.com/?d=example.org&u={BASE64}&i=x",
        f"https://secure-web.cisco.com/1abcDEF/{QUOTED}",
        f"https://url.avanan.click/v2/___{TARGET}___.YXAx",
        f"http://links.govdelivery.com/track?type=click&enid=ZWFz&&&101&&&{TARGET}",
        "https://links-1.govdelivery.com/CL0/https:%2F%2Fwww.example.org%2Fa%3Fb=1/1/0100/abc=1",
        f"https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.{CLAIMS}.sig/s/1/br/2-l",
        "https://x1.awstrack.me/L0/https:%2F%2Fwww.example.org%2Fa%3Fb=1/1/0100/abc",
        "https://click.pstmrk.it/3s/www.example.org%2Fa%3Fb%3D1/abc/def",
        f"https://x.lt.acemlna.com/Prod/link-tracker?redirectUrl={BASE64}&sig=1",
        f"https://www.google.co.uk/url?sa=t&url={QUOTED}&usg=x",
        f"https://www.google.com/url?q={QUOTED}",
        "https://www.google.com/amp/s/www.example.org/a?b=1",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a?b=1",
        f"https://l.facebook.com/l.php?u={QUOTED}&h=x",
        f"https://l.instagram.com/?u={QUOTED}&e=x",
        f"https://out.reddit.com/t3_x?url={QUOTED}&token=x",
        f"https://www.youtube.com/redirect?q={QUOTED}&v=x",
        f"https://duckduckgo.com/l/?uddg={QUOTED}",
        f"https://www.bing.com/ck/a?!&&p=x&u=a1{BASE64}&ntb=1",
        f"https://r.search.yahoo.com/_ylt=A0/RV=2/RU={QUOTED}/RK=2/RS=a",
        f"https://slack-redir.net/link?url={QUOTED}",
        f"https://go.skimresources.com/?id=1&url={QUOTED}",
    ],
)
def test_the_target_is_read_out_of_the_link(address: str) -> None:
    cleaned = clean_link(address)
    assert (cleaned.output, cleaned.removed, cleaned.refused) == (TARGET, ("wrapper",), None)


def test_signs_that_url_defense_took_out_are_put_back() -> None:
    listed = base64.urlsafe_b64encode("é+öü".encode()).decode()
    assert unwrap(f"https://urldefense.com/v3/__https://example.org/c*?q=a*b**A__;{listed}!!x$") == (
        "https://example.org/cé?q=a+böü"
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://x.us2.list-manage.com/track/click?u=1&id=2&e=3",
        "https://r20.rs6.net/tn.jsp?f=001abc",
        "https://u1.ct.sendgrid.net/ls/click?upn=abc",
        "https://click.mail.exct.net/?qs=abc",
        "https://protect-eu.mimecast.com/s/abc?domain=example.org",
        "https://lnks.gd/2/abc",
        "https://lnks.gd/l/a.b.c",
        "https://eur01.safelinks.protection.outlook.com/?url=nonsense",
        "https://urldefense.com/v3/nothing",
        "https://urldefense.com/v3/__mailto:ann@example.org__;!!x$",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://us-west-2.protection.sophos.com/?u=%00%ff",
    ],
)
def test_where_the_target_is_not_in_the_link_it_is_refused(address: str) -> None:
    cleaned = clean_link(address)
    assert (cleaned.output, cleaned.refused) == ("", LinkRefusal.HIDDEN_TARGET)


@pytest.mark.parametrize(
    "address",
    [
        TARGET,
        f"https://example.org/?url={QUOTED}",
        f"https://google.evil.example/url?q={QUOTED}",
        f"https://evil-google.com/url?q={QUOTED}",
        f"https://www.google.com/search?q={QUOTED}",
        "https://search.yahoo.com/search?p=sleep",
        "https://content.govdelivery.com/accounts/UKHEALTH/bulletins/3a1",
        "https://bit.ly/abc",
        "no address",
    ],
)
def test_ordinary_links_are_not_unwrapped(address: str) -> None:
    assert unwrap(address) is None


def test_wrapped_links_in_wrapped_links_are_unwrapped_but_not_without_end() -> None:
    address = TARGET
    for _time in range(3):
        address = f"https://www.google.com/url?q={address.replace('%', '%25').replace('&', '%26')}"
    assert clean_link(address).output == TARGET
    for _time in range(6):
        address = f"https://www.google.com/url?q={address.replace('%', '%25').replace('&', '%26')}"
    assert clean_link(address).refused is LinkRefusal.HIDDEN_TARGET


def test_what_was_unwrapped_is_cleaned_and_judged_like_any_link() -> None:
    wrapped = "https://www.google.com/url?q={}"
    assert clean_link(wrapped.format("https://example.org/a%3Futm_source=x")).removed == ("wrapper", "utm_source")
    assert clean_link(wrapped.format("http://192.168.0.1/")).refused is LinkRefusal.NOT_PUBLIC
