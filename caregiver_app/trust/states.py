"""What follows from facts on one day: the only place where the state of an item or an organisation is worked out. Pure.

For reading, one's own check counts first; for sharing, the most careful statement wins (withdrawn, not passed, due,
checked). Where nobody checked an item itself, it carries the state of its organisation while it lies on that
organisation's own site, and no other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from caregiver_app.library.trust_facts import ItemFacts, OrganisationFacts, Statement
from caregiver_app.model.article import Trust
from caregiver_app.model.trust import OWN, Author, AuthorKind, Outcome, Stamp, Stamps
from caregiver_app.trust.changes import has_changed
from caregiver_app.trust.pages import has_moved, is_about
from caregiver_app.trust.reviewing import counts_until

_CAREFUL = (
    Trust.WITHDRAWN,
    Trust.NOT_CHECKED,
    Trust.LEADS_ELSEWHERE,
    Trust.CHECK_DUE,
    Trust.WELL_KNOWN_SOURCE,
    Trust.CHECKED,
    Trust.TRUSTED_SOURCE,
)
"""The most careful first."""

_AHEAD = timedelta(days=1)  # whoever checked it may live where the day begins earlier


def stamps_of_item(
    item: ItemFacts, organisation: OrganisationFacts | None, *, on_site: bool | None, on: date
) -> Stamps:
    """Return the stamps of an item on a day. `on_site`: it lies on the organisation's own site, None: who can tell."""
    of_organisation = _inherited(organisation, on_site, item.own_source, on)
    counting = _counting(item, on_site)
    if not counting:
        return of_organisation
    frame = _frame(organisation, on_site, item.own_source)
    own = tuple(_of_check(item, statement, frame, on) for statement in counting)
    bound = [*own, *(stamp for stamp in of_organisation.statements if stamp.trust is Trust.WITHDRAWN)]
    return Stamps(reading=_for_reading(own), sharing=_most_careful(bound), statements=own)


def stamps_of_organisation(organisation: OrganisationFacts, *, on: date) -> Stamps:
    """Return the stamps of an organisation on a day."""
    frame = Stamp(trust=Trust.NOT_CHECKED, organisation=organisation.name, register=organisation.register)
    said = tuple(
        _of_statement(statement, frame, vetted=Trust.TRUSTED_SOURCE, changed=False, moved=False, on=on)
        for statement in organisation.statements
    )
    if said:
        return Stamps(reading=_for_reading(said), sharing=_most_careful(said), statements=said)
    if not organisation.register:
        return Stamps(reading=frame, sharing=frame)
    known = replace(
        frame,
        trust=Trust.WELL_KNOWN_SOURCE,
        author=Author(kind=AuthorKind.REGISTER, name=organisation.register),
    )
    return Stamps(reading=known, sharing=known, statements=(known,))


def stamps_on_site(organisation: OrganisationFacts, *, on: date) -> Stamps:
    """Return the stamps of a page on the organisation's own site that nobody checked itself."""
    return _inherited(organisation, True, False, on)


def author_of(statement: Statement) -> Author:
    """Return who made a statement."""
    if statement.author == OWN:
        return Author(kind=AuthorKind.OWN)
    return Author(kind=AuthorKind.PUBLISHER, name=statement.author_name, signed=statement.signed)


@lru_cache(maxsize=1_024)  # a list has many items of a few organisations
def _inherited(organisation: OrganisationFacts | None, on_site: bool | None, own_source: bool, on: date) -> Stamps:
    """Return what an item has of its organisation."""
    frame = _frame(organisation, on_site, own_source)
    if organisation is None or on_site is None:
        return Stamps(reading=frame, sharing=frame)
    if not on_site:
        elsewhere = replace(frame, trust=Trust.LEADS_ELSEWHERE)
        return Stamps(reading=elsewhere, sharing=elsewhere)
    stamps = stamps_of_organisation(organisation, on=on)
    reading = _put_into(frame, stamps.reading)
    if len(stamps.statements) <= 1:  # they all are one
        return Stamps(reading=reading, sharing=reading, statements=(reading,) * len(stamps.statements))
    return Stamps(
        reading=reading,
        sharing=_put_into(frame, stamps.sharing),
        statements=tuple(_put_into(frame, stamp) for stamp in stamps.statements),
    )


def _of_check(item: ItemFacts, statement: Statement, frame: Stamp, on: date) -> Stamp:
    """Return the stamp of an item's own check. At another address it is another page, whatever it says there."""
    moved = has_moved(item, statement)
    changed = moved or has_changed(item, statement)
    return _of_statement(statement, frame, vetted=Trust.CHECKED, changed=changed, moved=moved, on=on)


def _counting(item: ItemFacts, on_site: bool | None) -> tuple[Statement, ...]:
    """Return the statements that count for an item: of each author the last of those that are about it."""
    about: dict[str, Statement] = {}
    for statement in item.statements:
        if is_about(item, statement, on_site=on_site):
            about.setdefault(statement.author, statement)
    return tuple(about.values())


def _frame(organisation: OrganisationFacts | None, on_site: bool | None, own_source: bool) -> Stamp:
    """Return what every stamp of an item says, whoever checked it."""
    return Stamp(
        trust=Trust.NOT_CHECKED,
        organisation="" if organisation is None else organisation.name,
        own_site=on_site is True,
        register=organisation.register if organisation is not None and on_site else "",
        own_source=own_source,
    )


def _put_into(frame: Stamp, said: Stamp) -> Stamp:
    return replace(said, own_site=frame.own_site, own_source=frame.own_source, inherited=True)


def _of_statement(statement: Statement, frame: Stamp, *, vetted: Trust, changed: bool, moved: bool, on: date) -> Stamp:
    author = author_of(statement)
    until = counts_until(
        statement.check_by, checked_on=statement.checked_on, of_organisation=vetted is Trust.TRUSTED_SOURCE
    )
    is_due = moved or until < on or statement.checked_on > on + _AHEAD
    return replace(
        frame,
        trust=_state(statement, author, vetted=vetted, is_due=is_due, changed=changed),
        author=author,
        checked_on=statement.checked_on,
        check_by=until,
        title=statement.title,
        address=statement.address,
        role=statement.role if author.signed else "",
        page_changed=changed,
        did_not_pass=statement.outcome is not Outcome.VETTED,
    )


def _state(statement: Statement, author: Author, *, vetted: Trust, is_due: bool, changed: bool) -> Trust:
    """Return what a statement comes to.

    A page with other words is due on the computer of whoever checked it, and only there; one at another address is
    nowhere the page that was checked.
    """
    if statement.withdrawn_on is not None:
        return Trust.WITHDRAWN
    if statement.outcome is not Outcome.VETTED:
        return Trust.NOT_CHECKED
    if is_due or (changed and author.kind is AuthorKind.OWN):
        return Trust.CHECK_DUE
    return vetted


def _for_reading(stamps: tuple[Stamp, ...]) -> Stamp:
    own = (stamp for stamp in stamps if stamp.author is not None and stamp.author.kind is AuthorKind.OWN)
    return next(own, None) or _most_careful(stamps)


def _most_careful(stamps: tuple[Stamp, ...] | list[Stamp]) -> Stamp:
    return min(stamps, key=lambda stamp: (_CAREFUL.index(stamp.trust), not stamp.page_changed))
