"""Small feed documents as servers send them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry; what is None is left out of the document."""

    title: str = "Falls at night"
    guid: str | None = None
    link: str | None = None
    date: str | None = None
    html: str = "<p>Keep a light on.</p>"


def rss(*items: Item, title: str = "Night news", ttl_minutes: int | None = None) -> bytes:
    """Return an RSS 2.0 document."""
    ttl = "" if ttl_minutes is None else f"<ttl>{ttl_minutes}</ttl>"
    body = "".join(map(_item, items))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>https://night.example/</link><description>d</description>{ttl}{body}"
        "</channel></rss>"
    ).encode()


def pages(count: int, *, first: int = 0, host: str = "night.example") -> Sequence[Item]:
    """Return entries that differ in everything: title, guid, link, text."""
    return [
        Item(
            title=f"Page {n}",
            guid=f"{host}/{n}",
            link=f"https://{host}/page/{n}",
            date="Mon, 23 Nov 2026 08:05:00 GMT",
            html=f"<p>Words of page {n}.</p>",
        )
        for n in range(first, first + count)
    ]


def _item(item: Item) -> str:
    parts = [f"<title>{escape(item.title)}</title>", f"<description>{escape(item.html)}</description>"]
    if item.guid is not None:
        parts.append(f'<guid isPermaLink="false">{escape(item.guid)}</guid>')
    if item.link is not None:
        parts.append(f"<link>{escape(item.link)}</link>")
    if item.date is not None:
        parts.append(f"<pubDate>{escape(item.date)}</pubDate>")
    return f"<item>{''.join(parts)}</item>"
