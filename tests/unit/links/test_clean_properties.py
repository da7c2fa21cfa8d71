"""Whatever is given: cleaning answers, changes nothing more the second time, and leads to no host of its own."""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.clean import clean_link
from caregiver_app.links.parts import take_apart
from caregiver_app.model.clean_link import LinkRefusal

_NAMES = st.sampled_from(
    ["utm_source", "fbclid", "id", "q", "token", "sid", "e", "amp", "url", "u", "a&amp;b", "sfmc_sub", "", "utm_a;x"]
)
_VALUES = st.one_of(
    st.sampled_from(
        ["", "1", "ann%40example.net", "k3JH28dkfjh2398dkjf23XQ", "https%3A%2F%2Fb.example%2F", "a+b", "%"]
    ),
    st.text(max_size=6),
)
_HOSTS = st.sampled_from(
    [
        *(
            "example.org",
            "www.nhs.uk",
            "x.com",
            "www.youtube.com",
            "ann:pw@example.org",
            "example.org:8080",
            "bücher.example",
        ),
        *("www.google.com", "nam.safelinks.protection.outlook.com", "urldefense.com", "l.facebook.com", "127.0.0.1"),
    ]
)
_PATHS = st.one_of(
    st.sampled_from(
        ["", "/", "/a/b", "/url", "/l.php", "/amp/s/c.example/a", "/a;jsessionid=1", "/v3/__https://d.example/"]
    ),
    st.text(max_size=12).map("/{}".format),
)
_QUERIES = st.lists(st.tuples(_NAMES, st.sampled_from(["=", ""]), _VALUES).map("".join), max_size=4).map("&".join)
_FRAGMENTS = st.one_of(
    st.sampled_from(["", "#top", "#:~:text=x", "#utm_source=x&a=b", "#/a/b", "#!"]), st.text(max_size=5)
)
ADDRESSES = st.tuples(
    st.sampled_from(["https://", "http://", "HTTPS:\\\\"]), _HOSTS, _PATHS, st.just("?"), _QUERIES, _FRAGMENTS
)
LINKS = st.one_of(ADDRESSES.map("".join), st.text(max_size=80))


@given(LINKS)
def test_any_text_has_an_answer_and_it_is_refused_or_clean(text: str) -> None:
    cleaned = clean_link(text)
    assert cleaned.input == text
    assert cleaned.refused is None or cleaned.output == ""
    assert bool(cleaned.doubtful) == (cleaned.refused is LinkRefusal.UNSURE)


@given(LINKS)
def test_a_clean_link_stays_as_it_is(text: str) -> None:
    cleaned = clean_link(text)
    if cleaned.refused is None:
        again = clean_link(cleaned.output)
        assert (again.output, again.removed, again.refused) == (cleaned.output, (), None)


@given(LINKS)
def test_the_host_always_stands_in_what_was_given(text: str) -> None:
    parts = take_apart(clean_link(text).output)
    if parts is not None:
        assert parts.host in hosts_in(text)


@given(LINKS)
def test_what_tells_of_a_person_is_never_in_the_answer(text: str) -> None:
    output = clean_link(text).output
    parts = take_apart(output)
    if parts is not None:
        assert parts.userinfo is None
        assert output.isprintable()
        assert " " not in output
        assert ":~:" not in (parts.fragment or "")
        assert not re.search(r"(?:^|[&;?])(?:utm_source|fbclid)(?:[=&;]|$)", parts.query or "")


def hosts_in(text: str) -> set[str]:
    """Return every host that may be read in `text`, escaped up to three times or in base64."""
    texts = [text]
    for _time in range(4):
        texts.append(unquote(texts[-1]))
    texts += [_plain(found) for found in re.findall(r"[A-Za-z0-9_+/\-]{8,}", " ".join(texts))]
    found = {take_apart(each[start:]) for each in texts for start in _starts(each)}
    named = {word for each in texts for word in re.findall(r"[\w.\-]+", each)}
    return {parts.host for parts in found if parts is not None} | named


def _starts(text: str) -> list[int]:
    starts = [match.start() for match in re.finditer(r"https?:", text, re.IGNORECASE)]
    return starts or [0]


def _plain(found: str) -> str:
    return (
        base64.urlsafe_b64decode(found + "=" * (-len(found) % 4)).decode("utf-8", "replace")
        if len(found) % 4 != 1
        else ""
    )
