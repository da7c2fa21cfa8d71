"""What articles say of dangers, with as little said as a test needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.article import ItemId
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.source import NewSource, SourceId, SourceKind
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import an_article, store
from tests.helpers.organisations import put_organisation

HOUR_MS = 3600 * 1000
SENDER = "office@weather.example"


def alert_facts(
    number: int = 1,
    message_type: str = "Alert",
    refers_to: Iterable[int] = (),
    *,
    severity: str = "Severe",
    hours: int | None = 24,
) -> AlertFacts:
    """Return a heat warning that was sent `number` minutes into Monday, for so many hours."""
    sent = MONDAY + number * 60_000
    return AlertFacts(
        kind=AlertKind.CAP,
        identifier=f"{SENDER},{number}",
        sender=SENDER,
        status="Actual",
        message_type=message_type,
        event="Heat",
        urgency="Expected",
        severity=severity,
        certainty="Likely",
        area="North Bay",
        sent_at=Millis(sent),
        expires_at=None if hours is None else Millis(sent + hours * HOUR_MS),
        refers_to=tuple(f"{SENDER},{each}" for each in refers_to),
    )


def recall_facts(event: str = "Ibuprofen") -> AlertFacts:
    """Return the recall of a product."""
    return replace(AlertFacts(kind=AlertKind.RECALL), identifier=f"recall of {event}", event=event)


def alert_source(
    library: Library,
    name: str = "weather",
    *,
    kind: SourceKind = SourceKind.ALERTS,
    country: str = "",
    author: str = "starter",
    organisation: str = "",
) -> SourceId:
    """Add a source that is switched on, of an organisation with this uid."""
    if organisation:
        put_organisation(library, Organisation(uid=organisation, name=organisation), author=author)
    source = library.sources.add(
        NewSource(
            url=f"https://{name}.example/feed",
            title=name.capitalize(),
            uid=f"{author}/{name}",
            author=author,
            kind=kind,
            country=country,
            organisation_uid=organisation or None,
        ),
        at=MONDAY,
    )
    switch(library, source, on=True)
    return source


def switch(library: Library, source: SourceId, *, on: bool) -> None:
    """Switch a source on or off, as topics do."""
    with library.write("test") as writer:
        writer.execute("UPDATE source SET enabled = :on WHERE id = :id", {"on": on, "id": source})


def warn(library: Library, source: SourceId, facts: AlertFacts, *, title: str = "") -> ItemId:
    """Store an article that says this."""
    (item_id,) = store(library, source, an_article(facts.identifier, title or facts.identifier), index=False)
    with library.write("test") as writer:
        library.alerts.put(writer, item_id, facts)
    return item_id
