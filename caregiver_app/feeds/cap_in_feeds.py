"""Alerts that stand in the entries of feeds: their facts, and the entries that must not frighten taken out.

Exercises, tests, drafts and messages between machines are removed before any reader sees the document. One that is
broken is looked through as well as it goes; where an alert and its entry cannot be told to belong together, the entry
stays an article without facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from caregiver_app.feeds.cap import text_of_alert
from caregiver_app.feeds.cap_facts import facts_of_alert, is_alert, is_meant, loose_facts, speaks_cap
from caregiver_app.feeds.document import Document
from caregiver_app.feeds.mending import ends_with
from caregiver_app.feeds.raw import RawAlert, RawEntry, RawFeed, RawText
from caregiver_app.feeds.xml_tree import Tree, parsed_alone, parsed_anyway

_ENTRIES = ("{*}item", "{*}entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOfEntry:
    """An alert, and what is to be read of it where its entry has no words of its own."""

    facts: RawAlert
    html: str


Alerts = tuple[AlertOfEntry | None, ...]
"""One for each entry of a document, in its order; empty where the document knows no alerts."""


def take_alerts(tree: Tree) -> tuple[Tree, Alerts]:
    """Return the document without entries that are not meant for people, and the alerts of the others."""
    if not speaks_cap(tree.document.text):
        return tree, ()
    alerts, removed = _sorted_out(tree.root)
    if not removed:
        return tree, alerts
    return replace(tree, document=replace(tree.document, text=_written(tree.root))), alerts


def take_alerts_from_ruins(document: Document) -> tuple[Document, Alerts]:
    """Do the same for a document that is no XML. Where it is cut off its last entry goes: nobody knows what it was."""
    root = parsed_anyway(document.text) if speaks_cap(document.text) else None
    if root is None:
        return document, ()
    cut_off = not ends_with(document.text, document.root)
    alerts, removed = _sorted_out(root, last_is_whole=not cut_off)
    return (replace(document, text=_written(root)) if removed else document), alerts


def with_alerts(feed: RawFeed, alerts: Alerts) -> RawFeed:
    """Return the feed with each alert at its entry, unchanged where they cannot be told to belong together."""
    if not any(alerts) or len(alerts) != len(feed.entries) + feed.dropped:
        return feed
    return replace(
        feed, entries=tuple(_with_alert(entry, alert) for entry, alert in zip(feed.entries, alerts, strict=False))
    )


def _with_alert(entry: RawEntry, alert: AlertOfEntry | None) -> RawEntry:
    if alert is None:
        return entry
    silent = not entry.contents and entry.summary is None and alert.html
    contents = (RawText(value=alert.html, html=True),) if silent else entry.contents
    return replace(entry, alert=alert.facts, contents=contents)


def _sorted_out(root: etree._Element, *, last_is_whole: bool = True) -> tuple[Alerts, bool]:
    """Return the alerts of the entries that stay, and whether any entry had to go."""
    entries = list(root.iter(*_ENTRIES))
    kept: list[AlertOfEntry | None] = []
    for entry in entries:
        alert, meant = _alert_in(entry)
        if meant and (last_is_whole or entry is not entries[-1]):
            kept.append(alert)
        elif (parent := entry.getparent()) is not None:
            parent.remove(entry)
    return tuple(kept), len(kept) < len(entries)


def _alert_in(entry: etree._Element) -> tuple[AlertOfEntry | None, bool]:
    """Return the alert of an entry, and whether the entry is meant for people."""
    whole = [element for element in entry.iter("{*}alert") if is_alert(element)] or _packed(entry)
    if whole:
        facts = [facts_of_alert(alert) for alert in whole]
        meant = all(is_meant(each, whole=True) for each in facts)
        return AlertOfEntry(facts=facts[0], html=text_of_alert(whole[0])), meant
    loose = loose_facts(entry)
    return (None, True) if loose is None else (AlertOfEntry(facts=loose, html=""), is_meant(loose, whole=False))


def _packed(entry: etree._Element) -> list[etree._Element]:
    """Return alerts that stand in an entry as text, their markup escaped."""
    found = []
    for element in entry.iter("{*}*"):
        text = (element.text or "").strip()
        if text.startswith("<") and speaks_cap(text):
            root = parsed_alone(text)
            found += [] if root is None else [each for each in root.iter("{*}alert") if is_alert(each)]
    return found


def _written(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")
