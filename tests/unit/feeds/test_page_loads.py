"""From where a page would load: each host once, in its order, as browsers read it, and nothing else of the markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from caregiver_app.feeds.jobs import PageJob
from caregiver_app.feeds.page_loads import loads_of
from caregiver_app.feeds.page_text import read_page
from caregiver_app.support.page_hosts import MAX_HOSTS, hosts_in, is_host, written
from tests.helpers.keeping import SENTENCE, long_page, page

URL = "https://clinic.org/falls"
AD = "ad.doubleclick.net"


def loads(inside: str = "", *, head: str = "") -> tuple[str, ...]:
    body = page(*(SENTENCE for _ in range(8)), head=head, inside=inside)
    (entry,) = read_page(PageJob(url=URL, headers={"content-type": "text/html"}, body=body)).entries
    assert entry.text is not None
    return entry.text.loads


LOADING = {
    "script": f"<script async src='https://{AD}/a.js'></script>",
    "script that waits for consent": f"<script type='text/plain' data-src='https://{AD}/a.js'></script>",
    "frame": f"<iframe src='//{AD}/f'></iframe>",
    "object": f"<object data='https://{AD}/o'></object>",
    "picture": f"<img src='https://{AD}/p.jpg'>",
    "picture put in place later": f"<img data-lazy-src='https://{AD}/p.jpg'>",
    "sizes of a picture": f"<img srcset='https://{AD}/p.jpg 1x, https://{AD}/q.jpg 2x'>",
    "beacon": f"<img width=1 height=1 src='https://{AD}/b.gif'>",
    "beacon for those without scripts": f"<noscript><img width=1 height=1 src='https://{AD}/b'></noscript>",
    "beacon of a link": f"<a href='https://clinic.org/' ping='https://{AD}/ping'>x</a>",
    "style sheet": f"<link rel='alternate StyleSheet' href='https://{AD}/s.css'>",
    "readied connection": f"<link rel=preconnect href='https://{AD}'>",
    "film": f"<video poster='https://{AD}/v.jpg'></video>",
    "background": f"<table background='https://{AD}/t.png'><tr><td>x</td></tr></table>",
    "no quotes, capitals": f"<SCRIPT SRC=HTTPS://{AD.upper()}/A.JS></SCRIPT>",
    "blanks and line breaks": '<script src = "\n ht\ttps://ad.double\nclick.net/a.js "></script>',
    "signs by number": "<script src='https&#58;//ad&#46;doubleclick.net/a'></script>",
    "backslashes": f"<script src='\\\\{AD}\\a.js'></script>",
    "percent signs": "<script src='https://ad%2edoubleclick.net/a'></script>",
    "wide letters": "<script src='https://ad。ｄoubleclick.net/a'></script>",
    "a user and a port": f"<script src='https://clinic.org@{AD}:8443/a'></script>",
    "the root's dot": f"<script src='https://{AD}./a'></script>",
}


def test_whatever_a_page_loads_by_names_its_host() -> None:
    missed = {name: found for name, markup in LOADING.items() if (found := loads(markup)) != (AD,)}
    assert missed == {}


def test_what_is_relative_is_loaded_from_where_the_page_says_it_is() -> None:
    assert loads("<script src='/a.js'></script>") == ("clinic.org",)
    assert loads("<script src='a.js'></script>", head=f"<base href='https://{AD}/'>") == (AD,)


NOT_LOADING = {
    "link": f"<a href='https://{AD}/'>x</a>",
    "canonical": f"<link rel=canonical href='https://{AD}/'>",
    "alternate": f"<link rel=alternate href='https://{AD}/'>",
    "comment": f"<!-- <script src='https://{AD}/'></script> -->",
    "within a script": f"<script>'<img src=https://{AD}/>'</script>",
    "data": "<img src='data:image/png;base64,//ad.doubleclick.net/'>",
    "javascript": f"<iframe src='javascript:\"https://{AD}/\"'></iframe>",
    "scheme with a tab": f"<iframe src='java\tscript://{AD}/'></iframe>",
    "mail": "<img src='mailto:a@doubleclick.net'>",
    "nothing": "<script src=''></script><img src>",
    "no host": "<script src='https:///'></script>",
    "number in brackets": "<script src='https://[2001:db8::1]/'></script>",
    "blank in the host": "<script src='https://ad doubleclick.net/'></script>",
    "a name too long": f"<script src='https://{'a.' * 200}net/'></script>",
    "a part too long": f"<script src='https://{'a' * 64}.net/'></script>",
}


def test_what_loads_nothing_names_no_host() -> None:
    named = {name: found for name, markup in NOT_LOADING.items() if (found := loads(markup))}
    assert named == {}


def test_hosts_come_once_in_the_order_of_the_page_and_in_ascii() -> None:
    markup = "".join(f"<img src='https://{host}/'>" for host in ("b.org", "münchen.example", "a.org", "B.org"))
    assert loads(markup) == ("b.org", "xn--mnchen-3ya.example", "a.org")


def test_a_page_of_nothing_but_scripts_names_no_more_hosts_than_are_kept() -> None:
    def named(markup: str) -> tuple[str, ...]:
        return loads_of(document_fromstring(markup), URL)

    last = f"<script src=//{AD}></script>"
    assert named("<script src=//x.y></script>" * 100_000 + last) == ("x.y",)
    assert named("<img>" * 100_000 + last) == ()
    assert named("".join(f"<script src='//{n}é %.example'></script>" for n in range(50_000)) + last) == ()
    assert named("<img srcset='" + "https://x.y/a 1x, " * 100_000 + f"//{AD}/b 2x'>") == ("x.y",)
    many = "".join(f"<script src=//h{n}.example></script>" for n in range(1_000))
    assert named(many) == tuple(f"h{n}.example" for n in range(MAX_HOSTS))


def test_what_a_page_loads_is_none_of_its_words_and_no_change_of_them() -> None:
    bodies = (long_page(), long_page().replace(b"<nav>", f"<script src='//{AD}'></script><nav>".encode()))
    plain, loaded = (read_page(PageJob(url=URL, headers={}, body=body)).entries[0] for body in bodies)
    assert plain.text is not None
    assert loaded.text is not None
    assert (plain.text.loads, loaded.text.loads) == ((), (AD,))
    assert (plain.text.html, plain.raw_hash) == (loaded.text.html, loaded.raw_hash)


@given(st.text(max_size=60), st.sampled_from(["src", "data-src", "srcset"]))
def test_any_address_names_a_sound_host_or_none(address: str, name: str) -> None:
    quoted = address.replace("&", "&amp;").replace("'", "&#39;")
    assert all(map(is_host, loads(f"<img {name}='{quoted}'>")))


@given(st.text(max_size=400))
def test_what_was_written_by_others_is_read_as_hosts_or_not_at_all(said: str) -> None:
    hosts = hosts_in(said)
    assert all(map(is_host, hosts))
    assert hosts_in(written(hosts)) == hosts


@pytest.mark.parametrize("said", ["a.org <b>.doubleclick.net a.org c.org\x00", " a.org\n\tA.ORG é.org a..org"])
def test_of_a_line_only_sound_hosts_are_read(said: str) -> None:
    assert hosts_in(said) == ("a.org",)
    assert len(hosts_in(" ".join(f"h{n}.org" for n in range(1_000)))) == MAX_HOSTS
