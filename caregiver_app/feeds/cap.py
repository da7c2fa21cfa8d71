"""Reads a single alert of the Common Alerting Protocol 1.0 to 1.2 (OASIS) as a feed with one entry.

Only status Actual is an entry: exercises, drafts and tests are for machines and training, and must never frighten.
An entry's guid is sender, identifier and time, as other alerts refer to it. What an update or a cancellation does to
the alert that it names is not decided here.
"""

from __future__ import annotations

from html import escape

from lxml import etree

from caregiver_app.feeds.document import Document
from caregiver_app.feeds.raw import RawEntry, RawFeed, RawText
from caregiver_app.feeds.xml_tree import read_tree
from caregiver_app.model.errors import FeedError, FeedTrouble

_FOR_PEOPLE = ("Alert", "Update", "Cancel")


def read_alert(document: Document) -> RawFeed:
    """Return the alert as a feed.

    Raises:
        FeedError: it is no alert, or too damaged to be believed.
    """
    tree = read_tree(document)
    alert = tree.root
    if not _said(alert, "identifier"):
        raise FeedError(FeedTrouble.NOT_A_FEED, document.root)
    infos = alert.findall("{*}info")
    entry = _entry(alert, infos)
    meant = _said(alert, "status") == "Actual" and _said(alert, "msgType") in _FOR_PEOPLE
    return RawFeed(
        title=_plain(_first(infos, "senderName") or _said(alert, "sender")),
        homepage=_first(infos, "web"),
        language=_first(infos, "language") or document.language,
        damaged=tree.document.mended,
        entries=(entry,) if meant else (),
    )


def _entry(alert: etree._Element, infos: list[etree._Element]) -> RawEntry:
    said = [_text_of(info) for info in infos]
    return RawEntry(
        guid=",".join(_said(alert, name) for name in ("sender", "identifier", "sent")),
        link=_first(infos, "web"),
        title=_plain(_first(infos, "headline") or _first(infos, "event") or _said(alert, "note")),
        contents=(RawText(value="".join(said) or f"<p>{escape(_said(alert, 'note'))}</p>", html=True),),
        published=_said(alert, "sent"),
        authors=tuple(filter(None, (_first(infos, "senderName"),))),
        categories=tuple(dict.fromkeys(filter(None, (_said(info, "event") for info in infos)))),
        language=_first(infos, "language"),
    )


def _text_of(info: etree._Element) -> str:
    """Return what is to be read: what happens, what to do, where; in the order in which it matters."""
    parts = [f"<h2>{escape(_said(info, 'headline'))}</h2>"] if _said(info, "headline") else []
    for name in ("description", "instruction"):
        parts += [f"<p>{escape(part.strip())}</p>" for part in _said(info, name).split("\n\n") if part.strip()]
    areas = [_said(area, "areaDesc") for area in info.findall("{*}area")]
    items = "".join(f"<li>{escape(area)}</li>" for area in areas if area)
    return "".join(parts) + (f"<ul>{items}</ul>" if items else "")


def _first(infos: list[etree._Element], name: str) -> str:
    return next((said for info in infos if (said := _said(info, name))), "")


def _said(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _plain(text: str) -> RawText | None:
    return RawText(value=text, html=False) if text else None
