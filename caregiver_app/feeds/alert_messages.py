"""The facts of an alert as a worker sends them, and checked again on the other side (`worker_messages`)."""

from __future__ import annotations

from caregiver_app.feeds import parse_alert as bounds
from caregiver_app.feeds import recalls
from caregiver_app.feeds.checked_json import Json, text, texts, time
from caregiver_app.model.alert import AlertFacts, AlertKind

_MAX_EVENT_CHARS = max(bounds.MAX_WORDS_CHARS, recalls.MAX_PRODUCT_CHARS)
_CODES = ("status", "message_type", "urgency", "severity", "certainty")
_MAX_CODE_CHARS = 20


def alert_said(facts: AlertFacts | None) -> list[object] | None:
    """Return the facts as values for JSON."""
    if facts is None:
        return None
    codes = [getattr(facts, name) for name in _CODES]
    texts_said = [facts.identifier, facts.sender, facts.event, facts.area]
    return [facts.kind, codes, *texts_said, facts.sent_at, facts.effective_at, facts.expires_at, facts.refers_to]


def alert_from(said: Json) -> AlertFacts:
    """Return the facts.

    Raises:
        ValueError: no sound worker says so.
        TypeError: the same.
    """
    kind, codes, identifier, sender, event, area, sent_at, effective_at, expires_at, refers_to = said
    status, message_type, urgency, severity, certainty = texts(codes, len(_CODES), _MAX_CODE_CHARS)
    return AlertFacts(
        kind=AlertKind(kind),
        identifier=text(identifier, bounds.MAX_IDENTIFIER_CHARS),
        sender=text(sender, bounds.MAX_WORDS_CHARS),
        status=status,
        message_type=message_type,
        event=text(event, _MAX_EVENT_CHARS),
        urgency=urgency,
        severity=severity,
        certainty=certainty,
        area=text(area, bounds.MAX_AREA_CHARS),
        sent_at=time(sent_at),
        effective_at=time(effective_at),
        expires_at=time(expires_at),
        refers_to=texts(refers_to, bounds.MAX_REFERENCES, bounds.MAX_IDENTIFIER_CHARS),
    )
