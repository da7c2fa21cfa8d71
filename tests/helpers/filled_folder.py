"""A data folder that commands have filled from a scripted server: some articles to search, read and mark."""

from __future__ import annotations

from collections.abc import Sequence

from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import Item, rss
from tests.helpers.http_server import Answer, ScriptedServer

ITEMS: Sequence[Item] = (
    Item(
        title="Sleep at night",
        guid="a/1",
        link="https://night.example/sleep",
        date="Mon, 23 Nov 2026 08:05:00 GMT",
        html="<p>A regular hour helps to sleep through the night.</p><p>Keep the room dark.</p>",
    ),
    Item(
        title="Falls in the house",
        guid="a/2",
        link="https://night.example/falls",
        date="Sun, 22 Nov 2026 08:05:00 GMT",
        html="<p>Most falls happen at night on the way to the bathroom.</p>",
    ),
    Item(title="Undated", guid="a/3", html="<p>Respite care gives carers a rest.</p>"),
)
CHANGED = Item(
    title="Sleep at night",
    guid="a/1",
    link="https://night.example/sleep",
    date="Mon, 23 Nov 2026 08:05:00 GMT",
    html="<p>An early hour helps to sleep through the night.</p>",
)


def fill(caregiver: CommandLine, server: ScriptedServer, items: Sequence[Item] = ITEMS) -> int:
    """Add one source with these entries, which come with it, and ask it once more; return its number."""
    server.answer("/night.xml", Answer(body=rss(*items)))
    added = caregiver.json("source", "add", server.url("/night.xml"), "--allow-private")
    assert added["entries"] == len(items)
    assert caregiver.json("sync", "--source", str(added["id"]))["unchanged"] == 1
    return int(added["id"])


def id_of(caregiver: CommandLine, title: str) -> str:
    """Return the number of the article with this title."""
    return next(str(row["id"]) for row in caregiver.json("article", "list") if row["title"] == title)
