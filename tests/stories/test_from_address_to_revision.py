"""On the command line from a site's address to a read article, its change and its earlier text, each a process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import Item, rss
from tests.helpers.http_server import ScriptedServer, conditional

HOME = b"""<!doctype html><html lang="en"><head><title>Northern Carers</title>
<link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"></head>
<body><p>Welcome.</p></body></html>"""

FALLS = Item(
    title="Falls at night",
    guid="falls",
    link="https://carers.example/falls",
    date="Mon, 23 Nov 2026 08:05:00 GMT",
    html="<p>Keep a light on in the hall. Move loose rugs out of the way.</p>",
)
TEA = Item(title="Tea and company", guid="tea", link="https://carers.example/tea", html="<p>Every Tuesday.</p>")


@pytest.fixture
def site() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        server.answer("/", conditional(HOME, headers={"Content-Type": "text/html"}))
        server.answer("/news.xml", conditional(rss(FALLS, TEA)))
        yield server


def _said(caregiver: CommandLine, *arguments: str) -> Any:
    ran = caregiver.in_process_of_its_own("--json", *arguments)
    assert ran.code == 0, ran
    return ran.document


def test_from_the_address_of_a_site_to_an_article_its_change_and_its_earlier_text(
    site: ScriptedServer, tmp_path: Path
) -> None:
    caregiver = CommandLine(tmp_path / "data")
    (found,) = _said(caregiver, "source", "find", site.url("/"), "--allow-private")
    assert found["title"] == "Night news"
    _said(caregiver, "source", "add", found["url"], "--allow-private")
    first = _said(caregiver, "sync")
    assert (first["unchanged"], first["new"]) == (1, 0)  # adding it brought them

    (hit,) = _said(caregiver, "search", "rugs", "--newest")
    read = _said(caregiver, "article", "show", str(hit["id"]))
    assert read["title"] == "Falls at night"
    assert "Move loose rugs" in read["text"]
    assert read["revisions"] == []

    changed = replace(FALLS, html="<p>Keep a light on in the hall. Fasten loose rugs with tape.</p>")
    site.answer("/news.xml", conditional(rss(changed, TEA), etag='"v2"'))
    second = _said(caregiver, "sync")
    assert (second["new"], second["changed"]) == (0, 1)

    (change,) = _said(caregiver, "changes")
    assert change["id"] == hit["id"]
    assert {kind for kind, _ in change["diff"]} == {"same", "added", "removed"}
    assert "tape" in "".join(text for kind, text in change["diff"] if kind == "added")
    again = _said(caregiver, "article", "show", str(hit["id"]))
    assert "Fasten loose rugs with tape" in again["text"]
    assert [revision["text"] for revision in again["revisions"]] == [read["text"]]

    people = caregiver.in_process_of_its_own("changes", str(hit["id"]))
    assert "Added" in people.out
    assert "Removed" in people.out


def test_reading_and_searching_ask_nobody(site: ScriptedServer, tmp_path: Path) -> None:
    caregiver = CommandLine(tmp_path / "data")
    _said(caregiver, "source", "add", site.url("/news.xml"), "--allow-private")
    _said(caregiver, "sync")
    asked = len(site.seen("/news.xml"))
    (hit,) = _said(caregiver, "search", "rugs", "--newest")
    _said(caregiver, "article", "show", str(hit["id"]))
    _said(caregiver, "changes")
    _said(caregiver, "source", "list")
    assert len(site.seen("/news.xml")) == asked
