"""What the program finds out about a page by itself, before a person is asked anything. Makes no connection.

Everything here is a hint: an answer that is suggested counts only when a person gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from caregiver_app.library.word_forms import fold
from caregiver_app.links.clean import clean_link
from caregiver_app.links.parts import take_apart
from caregiver_app.model.lookalike import AddressFacts
from caregiver_app.model.page_facts import FoundFacts, Suggestion
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.model.trust import Answer, Point, Stamp
from caregiver_app.support.reading import Band, band, grade
from caregiver_app.support.resources import resource
from caregiver_app.trust.page_dates import PageDates, find_dates
from caregiver_app.trust.reviewing import months_later

OLD_MONTHS = 36
"""A page that nobody looked at for so long is suggested not to be in date."""

_LONGEST_CHARS = 300_000
_TARGET = re.compile(r"""(?:href|src)\s*=\s*["']?(https?://[^"'\s>]+)""", re.IGNORECASE)
_REVIEWED_BY = re.compile(
    r"\b(?:(?:medically |clinically )?(?:reviewed|written|checked) by|revisad[oa] por|escrito por) "
    r"(?:dr|prof|a (?:doctor|nurse|pharmacist)|nurse|dra|una? (?:medic|enfermer|farmaceutic))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSeen:
    """What the library holds of a page. `text` and `html` are empty where only its address is known.

    `loads` are the hosts that the page itself would load from, as far as it was read.
    """

    address: str = ""
    text: str = ""
    html: str = ""
    language: str = ""
    byline: str = ""
    published_at: Millis | None = None
    loads: tuple[str, ...] = ()


def find_facts(page: PageSeen, *, stamp: Stamp, address_facts: AddressFacts | None, on: date) -> FoundFacts:
    """Return what a page shows by itself on a day; `stamp` says whose site it is."""
    parts = take_apart(page.address)
    link = clean_link(page.address) if parts is not None else None
    dates = find_dates(page.text)
    level = grade(page.text, page.language) if page.text else None
    return FoundFacts(
        address=page.address,
        host="" if parts is None else parts.host,
        stamp=stamp,
        clean_address="" if link is None else link.output,
        tracking=() if link is None else link.removed,
        address_facts=address_facts,
        byline=page.byline,
        dated_on=dates.last or _day_of(page.published_at),
        publisher_check_by=dates.again,
        grade=level,
        advertising=tuple(_advertising(page)),
        has_text=bool(page.text.strip()),
        suggestions=tuple(_suggestions(page, dates, level, on)),
    )


def find_facts_of_organisation(homepage: str, *, stamp: Stamp, address_facts: AddressFacts | None) -> FoundFacts:
    """Return what an organisation shows by itself: whose site its homepage is, and the register that names it."""
    parts = take_apart(homepage)
    identity = (Suggestion(point=Point.ORG_IDENTITY, answer=Answer.YES),) if stamp.register else ()
    return FoundFacts(
        address=homepage,
        host="" if parts is None else parts.host,
        stamp=stamp,
        address_facts=address_facts,
        suggestions=identity,
    )


def _suggestions(page: PageSeen, dates: PageDates, level: float | None, on: date) -> Iterator[Suggestion]:
    if not page.text.strip():
        return
    if _REVIEWED_BY.search(fold(page.text[:_LONGEST_CHARS])):
        yield Suggestion(point=Point.AUTHOR, answer=Answer.YES)
    yield Suggestion(point=Point.DATE, answer=_in_date(dates, _day_of(page.published_at), on))
    ease = band(level, page.language)
    if ease is not None:
        yield Suggestion(point=Point.CLARITY, answer=Answer.NO if ease is Band.HARD else Answer.YES)


def _in_date(dates: PageDates, published_on: date | None, on: date) -> Answer:
    last = dates.last or published_on
    if last is None:
        return Answer.CANNOT_TELL
    is_over = dates.again is not None and dates.again < on
    return Answer.NO if is_over or months_later(last, OLD_MONTHS) < on else Answer.YES


def _day_of(at: Millis | None) -> date | None:
    return None if at is None else to_datetime(at).date()


def _advertising(page: PageSeen) -> Iterator[str]:
    """Yield the hosts that serve advertisements, of a page's links and pictures and of what it loads, each once."""
    targets = (take_apart(found[1]) for found in _TARGET.finditer(page.html[:_LONGEST_CHARS]))
    linked = (parts.host for parts in targets if parts is not None)
    for host in dict.fromkeys((*linked, *page.loads)):
        labels = host.split(".")
        if any(".".join(labels[start:]) in _advertisers() for start in range(len(labels) - 1)):
            yield host


@cache
def _advertisers() -> frozenset[str]:
    lines = resource("resources", "appraisal", "advertising.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
