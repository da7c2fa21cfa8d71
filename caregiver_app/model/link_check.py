"""What the last looks at an address found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis


class LinkState(StrEnum):
    """How an address is doing. Whoever keeps programs out, or does not answer in time, is never called dead."""

    FINE = "fine"
    MOVED = "moved"  # for good, to `moved_to`
    CHANGED = "changed"  # its main text is not what it was when somebody last accepted it
    DEAD = "dead"  # nothing there on two days
    CERTIFICATE = "certificate"  # the host could not prove that it is the real one
    UNSURE = "unsure"


class LinkDoubt(StrEnum):
    """Why an answer that looks right is not believed; beside the values of `WebTrouble` in `LinkCheck.reason`."""

    NOT_FOUND_PAGE = "not-found-page"  # a page that says "not found", whatever the status
    FRONT_PAGE = "front-page"  # sent on to the front page
    PARKED = "parked"  # the name is for sale
    SIGN_IN = "sign-in"  # a network's or a site's own door
    SAME_ANSWER = "same-answer"  # several hosts gave one and the same page: it is the network that answers


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheck:
    """The state of one address. `reason` is a `WebTrouble` or `LinkDoubt` value, with a detail such as a status.

    `text_hash` is that of the text that counts as unchanged, `seen_hash` of the text that was there last. `failures`
    are those in a row; `first_failed_at` is since when nothing was found there.
    """

    address_key: str
    url: str
    state: LinkState
    reason: str = ""
    reason_detail: str = ""
    moved_to: str | None = None
    text_hash: str | None = None
    seen_hash: str | None = None
    validators: Validators = Validators()
    failures: int = 0
    first_failed_at: Millis | None = None
    checked_at: Millis
    next_due_at: Millis

    @property
    def has_changed(self) -> bool:
        """Whether the page says something else than when it was last accepted; a moved one may have changed too."""
        return self.seen_hash != self.text_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProgress:
    """How far a check is. `current` is the host that was asked last."""

    done: int
    total: int
    current: str
    troubled: int
