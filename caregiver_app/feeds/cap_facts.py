"""The facts in elements of the Common Alerting Protocol (CAP 1.0 to 1.2, OASIS), wherever they stand. Pure.

An `<alert>` says them in its `<info>` blocks, one for each language or part of an event: of several the worst counts,
for the areas of all. Entries of feeds often carry the same elements without an `<alert>` around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from caregiver_app.feeds.dates import parse_date
from caregiver_app.feeds.raw import RawAlert

_SPACES = ("urn:oasis:names:tc:emergency:cap", "http://www.incident.com/cap", "http://www.incident.gov/cap")
_SIGNS = ("emergency:cap", "incident.com/cap", "incident.gov/cap")
_FOR_PEOPLE = ("alert", "update", "cancel")
_SEVERITIES = ("Extreme", "Severe", "Moderate", "Minor")  # the worst first
_BETWEEN_AREAS = "; "
# Local names as CAP writes them, and as one great publisher of feeds does.
_OTHER_NAMES = {"message_type": "msgType"}


def speaks_cap(text: str) -> bool:
    """Return True where a document names the protocol at all."""
    return any(sign in text for sign in _SIGNS)


def is_meant(alert: RawAlert, *, whole: bool) -> bool:
    """Return True for what is said to people in earnest: no exercise, test, draft, nor answers between machines.

    A `whole` alert must say so (status and msgType are required there); single elements need only not deny it. What is
    restricted or private (`scope`) is not for everybody to act on.
    """
    status, kind = alert.status.lower(), alert.message_type.lower()
    silent = ("",) if not whole else ()
    is_public = alert.scope.lower() in ("public", "")
    return is_public and status in ("actual", *silent) and kind in (*_FOR_PEOPLE, *silent)


def facts_of_alert(alert: etree._Element) -> RawAlert:
    """Return the facts of an `<alert>`."""
    infos = alert.findall("{*}info")
    worst = min(infos, key=_rank, default=None)
    alike = [info for info in infos if worst is not None and said(info, "language") == said(worst, "language")]
    return RawAlert(
        identifier=said(alert, "identifier"),
        sender=said(alert, "sender"),
        sent=said(alert, "sent"),
        status=said(alert, "status"),
        scope=said(alert, "scope"),
        message_type=said(alert, "msgType"),
        references=said(alert, "references"),
        event=_BETWEEN_AREAS.join(_distinct(said(info, "event") for info in alike)),
        urgency="" if worst is None else said(worst, "urgency"),
        severity="" if worst is None else said(worst, "severity"),
        certainty="" if worst is None else said(worst, "certainty"),
        area=_BETWEEN_AREAS.join(_distinct(area for info in alike for area in areas_of(info))),
        effective="" if worst is None else said(worst, "effective"),
        expires=max((said(info, "expires") for info in infos), key=lambda end: parse_date(end) or 0, default=""),
    )


def loose_facts(entry: etree._Element) -> RawAlert | None:
    """Return the facts in elements of CAP that stand in an entry without an `<alert>`, None where there are none."""
    found: dict[str, list[str]] = {}
    for element in entry.iter("{*}*"):
        name = etree.QName(element)
        if (name.namespace or "").startswith(_SPACES) and (text := (element.text or "").strip()):
            found.setdefault(_OTHER_NAMES.get(name.localname, name.localname), []).append(text)
    if not found:
        return None
    first = {name: texts[0] for name, texts in found.items()}.get
    return RawAlert(
        identifier=first("identifier", ""),
        sender=first("sender", ""),
        sent=first("sent", ""),
        status=first("status", ""),
        scope=first("scope", ""),
        message_type=first("msgType", ""),
        references=first("references", ""),
        event=first("event", ""),
        urgency=first("urgency", ""),
        severity=first("severity", ""),
        certainty=first("certainty", ""),
        area=_BETWEEN_AREAS.join(_distinct(found.get("areaDesc", ()))),
        effective=first("effective", ""),
        expires=first("expires", ""),
    )


def is_alert(element: etree._Element) -> bool:
    """Return True for an `<alert>` of CAP."""
    name = etree.QName(element)
    return name.localname == "alert" and (name.namespace or "").startswith(_SPACES)


def areas_of(info: etree._Element) -> Iterator[str]:
    """Yield what the areas of an `<info>` are called."""
    yield from filter(None, (said(area, "areaDesc") for area in info.findall("{*}area")))


def said(element: etree._Element, name: str) -> str:
    """Return the text of a child, whatever its namespace."""
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _rank(info: etree._Element) -> int:
    severity = said(info, "severity")
    return _SEVERITIES.index(severity) if severity in _SEVERITIES else len(_SEVERITIES)


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))
