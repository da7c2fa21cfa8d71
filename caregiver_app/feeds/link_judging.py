"""Decides what a look at an address means. Pure: the answer, what was known before, and the time come in.

Dead is said only of what was not there on two days (404, 410, a name that is not found). Whoever keeps programs out
(401, 403, 429), has a fault (5xx), does not answer or answers something doubtful leaves it unsure.
"""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.feeds.link_pages import PageFacts
from caregiver_app.library.link_checks import LinkToCheck
from caregiver_app.links.address import address_key
from caregiver_app.model.errors import CaregiverError, WebError, WebTrouble
from caregiver_app.model.link_check import LinkCheck, LinkDoubt, LinkState
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
FINE_AGAIN_MS = 30 * DAY_MS
FIRST_AGAIN_MS = DAY_MS
LONGEST_AGAIN_MS = 14 * DAY_MS
ANOTHER_DAY_MS = 20 * HOUR_MS
"""So far apart two looks are on two days, also for who opens the window a little earlier the next morning."""

_NOT_THERE = frozenset({404, 410})


def judge_page(link: LinkToCheck, fetched: Fetched, facts: PageFacts | None, *, at: Millis) -> LinkCheck:
    """Return what an answer means: a 304 without facts, a 200 with them."""
    before = link.before
    if facts is not None and facts.doubt is not None:
        return doubted(link, facts.doubt, at=at)
    text_hash, seen_hash = _hashes(before, None if facts is None else facts.text_hash)
    moved_to = fetched.moved_to
    has_moved = moved_to is not None and address_key(moved_to) != link.address_key
    check = LinkCheck(
        address_key=link.address_key,
        url=link.url,
        state=LinkState.FINE,
        moved_to=moved_to if has_moved else None,
        text_hash=text_hash,
        seen_hash=seen_hash,
        validators=_kept_validators(link, fetched),
        checked_at=at,
        next_due_at=_later(at),
    )
    if has_moved:
        return replace(check, state=LinkState.MOVED)
    return replace(check, state=LinkState.CHANGED) if check.has_changed else check


def _hashes(before: LinkCheck | None, now: str | None) -> tuple[str | None, str | None]:
    """Return the accepted and the seen hash after a look; what was got by another rule tells of no change."""
    if before is None or before.text_hash is None or before.seen_hash is None:
        return now, now
    if now is None:
        return before.text_hash, before.seen_hash
    rule, old_rule = now.partition(":")[0], before.text_hash.partition(":")[0]
    if rule == old_rule:
        return before.text_hash, now
    is_new_version = rule.rstrip("0123456789") == old_rule.rstrip("0123456789")
    return (now, now) if is_new_version else (before.text_hash, before.seen_hash)


def judge_failure(link: LinkToCheck, error: CaregiverError, *, at: Millis) -> LinkCheck:
    """Return what an error means."""
    reason, detail = reason_of(error)
    if isinstance(error, WebError) and error.kind is WebTrouble.TOO_LARGE:  # it is there, and more than a page
        return replace(
            _failing(link, at), state=LinkState.FINE, failures=0, first_failed_at=None, next_due_at=_later(at)
        )
    check = replace(_failing(link, at), reason=reason, reason_detail=detail)
    if isinstance(error, WebError) and error.kind is WebTrouble.TLS:
        return replace(check, state=LinkState.CERTIFICATE)
    if not _is_not_there(error):
        return replace(check, first_failed_at=_first_missing(link))
    first = _first_missing(link) or at
    is_dead = at - first >= ANOTHER_DAY_MS or (link.before is not None and link.before.state is LinkState.DEAD)
    state = LinkState.DEAD if is_dead else LinkState.UNSURE
    return replace(
        check, state=state, first_failed_at=first, next_due_at=_later(at) if is_dead else Millis(at + FIRST_AGAIN_MS)
    )


def doubted(link: LinkToCheck, doubt: LinkDoubt, *, at: Millis) -> LinkCheck:
    """Return what it means that an answer came and is not believed; what was known stays known."""
    return replace(_failing(link, at), reason=doubt.value, first_failed_at=None)


def reason_of(error: CaregiverError) -> tuple[str, str]:
    """Return an error as the facts that a result keeps."""
    if isinstance(error, WebError):
        return error.kind.value, str(error.status) if error.status is not None else error.detail
    return str(getattr(error, "kind", type(error).__name__)), ""


def _is_not_there(error: CaregiverError) -> bool:
    if not isinstance(error, WebError):
        return False
    return error.kind in (WebTrouble.DNS, WebTrouble.GONE) or error.status in _NOT_THERE


def _first_missing(link: LinkToCheck) -> Millis | None:
    """Return since when the address was not there, look after look; a doubtful answer in between does not count."""
    return None if link.before is None else link.before.first_failed_at


def _failing(link: LinkToCheck, at: Millis) -> LinkCheck:
    before = link.before
    failures = 1 if before is None else before.failures + 1
    wait = min(FIRST_AGAIN_MS * 2 ** min(failures - 1, 10), LONGEST_AGAIN_MS)
    return LinkCheck(
        address_key=link.address_key,
        url=link.url,
        state=LinkState.UNSURE,
        text_hash=None if before is None else before.text_hash,
        seen_hash=None if before is None else before.seen_hash,
        validators=Validators(),  # after a failure the page is asked for whole
        failures=failures,
        checked_at=at,
        next_due_at=Millis(at + wait),
    )


def _kept_validators(link: LinkToCheck, fetched: Fetched) -> Validators:
    if fetched.status == 304 and not fetched.validators and link.before is not None:
        return link.before.validators
    return fetched.validators


def _later(at: Millis) -> Millis:
    return Millis(at + FINE_AGAIN_MS)
