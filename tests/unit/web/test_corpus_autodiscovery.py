"""Every feed that the pages of the corpora declare is found, in their order, and none besides.

The score over all of them is held by the floors in tests/data/scores/autodiscovery.json.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest

from caregiver_app.web.addresses import parse_address
from caregiver_app.web.discover import read_page
from tests.helpers.corpora import corpus, zip_members

PAGE = "https://page.example/folder/page.html"

FLOORS: dict[str, float] = json.loads(
    (Path(__file__).parents[2] / "data" / "scores" / "autodiscovery.json").read_text(encoding="utf-8")
)["floors"]
EXPECTED = json.loads((corpus("autodiscovery") / "expected.json").read_text(encoding="utf-8"))
ARTICLES = [
    json.loads(line)
    for line in (corpus("autodiscovery") / "pages-in-readability.jsonl").read_text(encoding="utf-8").splitlines()
]


@cache
def _members(name: str) -> dict[str, bytes]:
    return dict(zip_members(name))


def _declared(html: bytes) -> list[str]:
    return [link.url for link in read_page(html, PAGE).feeds if link.is_declared]


def _absolute(hrefs: list[str], base: str = PAGE) -> list[str]:
    return list(dict.fromkeys(parse_address(urljoin(base, href)).url for href in hrefs))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_page_declares_exactly_these_feeds(name: str) -> None:
    page = EXPECTED[name]
    hrefs = [link["href"] for link in page["links"]]
    assert _declared(_members("autodiscovery")[name]) == _absolute(hrefs, urljoin(PAGE, page["base_href"] or ""))


@pytest.mark.parametrize("page", ARTICLES, ids=[page["file"] for page in ARTICLES])
def test_a_page_of_an_article_declares_exactly_these_feeds(page: dict[str, object]) -> None:
    html = _members(str(page["zip"]).partition("/")[0])[str(page["file"])]
    hrefs = [str(href) for href in json.loads(json.dumps(page["hrefs"]))]
    assert sorted(_declared(gzip.decompress(html) if html[:2] == b"\x1f\x8b" else html)) == sorted(_absolute(hrefs))


def test_the_score_over_all_pages_holds() -> None:
    wanted: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    for name, page in EXPECTED.items():
        base = urljoin(PAGE, page["base_href"] or "")
        wanted |= {(name, url) for url in _absolute([link["href"] for link in page["links"]], base)}
        found |= {(name, url) for url in _declared(_members("autodiscovery")[name])}
    assert wanted
    assert len(wanted & found) / len(wanted) >= FLOORS["found"], wanted - found
    assert len(wanted & found) / len(found) >= FLOORS["right"], found - wanted
