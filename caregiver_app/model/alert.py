"""What a publisher says of a danger: an alert for the public, or the recall of a product."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.time import Millis

_SOON = ("Immediate", "Expected")
_UNLIKELY = "Unlikely"


class AlertKind(StrEnum):
    """How the facts were said."""

    CAP = "cap"
    RECALL = "recall"


class Dealt(StrEnum):
    """What somebody said of a notice: they saw to it, or it does not concern them."""

    DONE = "done"
    NOT_FOR_US = "not-for-us"


class Standing(StrEnum):
    """Why a notice is shown in red (the first two), or why not: docs/notices.md."""

    TOP_CLASS = "top-class"
    NAMED_IN_NOTES = "named-in-notes"
    NAMED_ELSEWHERE = "named-elsewhere"
    FOR_PROFESSIONALS = "for-professionals"
    COUNTRY_UNKNOWN = "country-unknown"
    OTHER_COUNTRY = "other-country"
    LOWER_CLASS = "lower-class"

    @property
    def is_red(self) -> bool:
        """Whether it is one of those that are meant to stop somebody in their day."""
        return self in (Standing.TOP_CLASS, Standing.NAMED_IN_NOTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """Facts in the words of CAP 1.2 (OASIS, section 3.2), plain text; empty where the publisher said nothing.

    `identifier` is what other alerts refer to (for CAP `sender,identifier,sent`), `refers_to` the identifiers that this
    one updates or cancels. A recall has `kind` RECALL and mostly an identifier and an event only.
    """

    kind: AlertKind
    identifier: str = ""
    sender: str = ""
    status: str = ""
    message_type: str = ""
    event: str = ""
    urgency: str = ""
    severity: str = ""
    certainty: str = ""
    area: str = ""
    sent_at: Millis | None = None
    effective_at: Millis | None = None
    expires_at: Millis | None = None
    refers_to: tuple[str, ...] = ()

    @property
    def is_near(self) -> bool:
        """Whether it warns of what comes soon and may well come."""
        return self.urgency in _SOON and self.certainty != _UNLIKELY
