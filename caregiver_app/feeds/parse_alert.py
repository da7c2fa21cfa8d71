"""From what an entry says of a danger to facts that may be stored: bounded, and in the words of CAP 1.2. Pure."""

from __future__ import annotations

from caregiver_app.feeds.dates import parse_date
from caregiver_app.feeds.raw import RawAlert
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.time import to_iso
from caregiver_app.support.plain_text import one_line, shorten

MAX_IDENTIFIER_CHARS = 500
MAX_WORDS_CHARS = 300
MAX_AREA_CHARS = 2_000
MAX_REFERENCES = 100

# Code values are case sensitive (CAP 1.2, section 3.2); publishers write them in other ways too.
_STATUS = ("Actual", "Exercise", "System", "Test", "Draft")
_MESSAGE_TYPE = ("Alert", "Update", "Cancel", "Ack", "Error")
_URGENCY = ("Immediate", "Expected", "Future", "Past", "Unknown")
_SEVERITY = ("Extreme", "Severe", "Moderate", "Minor", "Unknown")
_CERTAINTY = ("Observed", "Likely", "Possible", "Unlikely", "Unknown")


def alert_facts(raw: RawAlert, *, guid: str) -> AlertFacts:
    """Return the facts; what has no identifier of its own goes by the entry's guid."""
    return AlertFacts(
        kind=AlertKind.CAP,
        identifier=_identifier(raw.sender, raw.identifier, raw.sent) if raw.identifier else _bounded(guid),
        sender=shorten(one_line(raw.sender), MAX_WORDS_CHARS),
        status=_code(raw.status, _STATUS),
        message_type=_code(raw.message_type, _MESSAGE_TYPE),
        event=shorten(one_line(raw.event), MAX_WORDS_CHARS),
        urgency=_code(raw.urgency, _URGENCY),
        severity=_code(raw.severity, _SEVERITY),
        certainty=_code(raw.certainty, _CERTAINTY),
        area=shorten(one_line(raw.area), MAX_AREA_CHARS),
        sent_at=parse_date(raw.sent),
        effective_at=parse_date(raw.effective),
        expires_at=parse_date(raw.expires),
        refers_to=_references(raw.references),
    )


def _identifier(sender: str, identifier: str, sent: str) -> str:
    """Return what others call this alert; the same moment is written in one way, whatever its zone."""
    moment = to_iso(parse_date(sent))
    return _bounded(",".join(filter(None, (sender, identifier, moment or sent))))


def _references(written: str) -> tuple[str, ...]:
    """Return the alerts that are referred to: `sender,identifier,sent`, or an identifier alone (section 3.2.1)."""
    named = []
    for reference in written.split()[:MAX_REFERENCES]:
        sender, _, rest = reference.partition(",")
        identifier, _, sent = rest.rpartition(",")
        named.append(_identifier(sender, identifier, sent) if identifier else _bounded(reference))
    return tuple(dict.fromkeys(named))


def _bounded(identifier: str) -> str:
    return one_line(identifier)[:MAX_IDENTIFIER_CHARS]


def _code(written: str, known: tuple[str, ...]) -> str:
    """Return the code value that is meant, empty for none that CAP knows."""
    lowered = written.lower()
    return next((value for value in known if value.lower() == lowered), "")
