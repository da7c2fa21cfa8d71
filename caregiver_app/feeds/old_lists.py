"""Reads subscription lists of the past: FOAF blogrolls (RDF) and saved iGoogle tabs."""

from __future__ import annotations

from lxml import etree

from caregiver_app.feeds.outlines import MAX_DEPTH, Gathered, attributes_of, clean_address, clean_title, local_name
from caregiver_app.feeds.subscriptions import Path, Reference, Subscription, Subscriptions


def read_foaf(root: etree._Element, *, damaged: bool) -> Subscriptions:
    """Return the weblogs of the agents in an RDF document, those of a group under the group's name."""
    gathered = Gathered()
    for document in root.iter():
        if local_name(document) == "document" and sum(1 for _ in document.iterancestors()) <= MAX_DEPTH:
            _take_weblog(document, gathered)
    return gathered.finish("", damaged=damaged)


def read_igoogle(root: etree._Element, *, damaged: bool) -> Subscriptions:
    """Return the feeds of saved iGoogle tabs, each under the title of its tab."""
    gathered = Gathered()
    for tab in root.iter():
        if local_name(tab) == "tab":
            title = clean_title(attributes_of(tab).get("title", ""))
            for url in filter(None, map(_module_feed, tab.iter())):
                gathered.add_feed(Subscription(title="", url=url, paths=((title,),) if title else ()))
    return gathered.finish("", damaged=damaged)


def _take_weblog(document: etree._Element, gathered: Gathered) -> None:
    homepage = clean_address(attributes_of(document).get("about", ""))
    channels = [channel for channel in document.iter() if local_name(channel) == "channel"]
    feeds = [clean_address(attributes_of(channel).get("about", "")) for channel in channels]
    title, path = _owner(document)
    for url in filter(None, feeds):
        gathered.add_feed(Subscription(title=title, url=url, homepage=homepage, paths=(path,) if path else ()))
    if homepage and not any(feeds):
        gathered.pages.setdefault(homepage, Reference(title=title, url=homepage))


def _owner(document: etree._Element) -> tuple[str, Path]:
    """Return the name of who writes the weblog, and that of the group they belong to."""
    title = _child_text(document, "title")
    path: Path = ()
    for element in document.iterancestors():
        name = _child_text(element, "name")
        if local_name(element) == "group" and name:
            path = (name,)
        elif local_name(element) in ("agent", "person", "organization") and name:
            title = name
    return title, path


def _child_text(element: etree._Element, name: str) -> str:
    return next((clean_title(child.text or "") for child in element if local_name(child) == name), "")


def _module_feed(preferences: etree._Element) -> str:
    """Return the feed of a module's preferences; empty for any other element."""
    module = preferences.getparent()
    if local_name(preferences) != "moduleprefs" or module is None:
        return ""
    is_feed = attributes_of(module).get("type", "").lower() == "rss"
    return clean_address(attributes_of(preferences).get("xmlurl", "")) if is_feed else ""
