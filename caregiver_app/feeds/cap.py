"""Reads a single alert of the Common Alerting Protocol 1.0 to 1.2 (OASIS) as a feed with one entry.

Only status Actual is an entry: exercises, drafts and tests are for machines and training, and must never frighten.
An entry's guid is sender, identifier and time, as other alerts refer to it. What an update or a cancellation does to
the alert that it names is worked out in `library.alerts`.
"""

from __future__ import annotations

from html import escape

from lxml import etree

from caregiver_app.feeds.cap_facts import areas_of, facts_of_alert, is_meant, said
from caregiver_app.feeds.document import Document
from caregiver_app.feeds.raw import RawAlert, RawEntry, RawFeed, RawText
from caregiver_app.feeds.xml_tree import read_tree
from caregiver_app.model.errors import FeedError, FeedTrouble


def read_alert(document: Document) -> RawFeed:
    """Return the alert as a feed.

    Raises:
        FeedError: it is no alert, or too damaged to be believed.
    """
    tree = read_tree(document)
    alert = tree.root
    facts = facts_of_alert(alert)
    if not facts.identifier:
        raise FeedError(FeedTrouble.NOT_A_FEED, document.root)
    infos = alert.findall("{*}info")
    return RawFeed(
        title=_plain(_first(infos, "senderName") or facts.sender),
        homepage=_first(infos, "web"),
        language=_first(infos, "language") or document.language,
        damaged=tree.document.mended,
        entries=(_entry(alert, infos, facts),) if is_meant(facts, whole=True) else (),
    )


def text_of_alert(alert: etree._Element) -> str:
    """Return what is to be read of an `<alert>`, as HTML of our own."""
    parts = [_text_of(info) for info in alert.findall("{*}info")]
    return "".join(parts) or f"<p>{escape(said(alert, 'note'))}</p>"


def _entry(alert: etree._Element, infos: list[etree._Element], facts: RawAlert) -> RawEntry:
    return RawEntry(
        guid=f"{facts.sender},{facts.identifier},{facts.sent}",
        link=_first(infos, "web"),
        title=_plain(_first(infos, "headline") or _first(infos, "event") or said(alert, "note")),
        contents=(RawText(value=text_of_alert(alert), html=True),),
        published=facts.sent,
        authors=tuple(filter(None, (_first(infos, "senderName"),))),
        categories=tuple(dict.fromkeys(filter(None, (said(info, "event") for info in infos)))),
        language=_first(infos, "language"),
        alert=facts,
    )


def _text_of(info: etree._Element) -> str:
    """Return what happens, what to do, where; in the order in which it matters."""
    headline = said(info, "headline")
    parts = [f"<h2>{escape(headline)}</h2>"] if headline else []
    for name in ("description", "instruction"):
        parts += [f"<p>{escape(part.strip())}</p>" for part in said(info, name).split("\n\n") if part.strip()]
    items = "".join(f"<li>{escape(area)}</li>" for area in areas_of(info))
    return "".join(parts) + (f"<ul>{items}</ul>" if items else "")


def _first(infos: list[etree._Element], name: str) -> str:
    return next((text for info in infos if (text := said(info, name))), "")


def _plain(text: str) -> RawText | None:
    return RawText(value=text, html=False) if text else None
