"""What the guard reads of a share: the typed words, and of each card its title, its link and whose page it is. Pure.

What a person here put in is read as the message is. What came by a feed is looked through for the words of the care
notes alone: it is published, but that somebody passes on just this may tell of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caregiver_app.guard.readable import readable
from caregiver_app.model.card import Candidate, CardPart, ShareableCard
from caregiver_app.model.guard import Finding, Words
from caregiver_app.sharing.typed_links import with_typed_links

_BETWEEN_WORDS = re.compile(r"[/?&=#_+:;,|-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that leaves, and where it stands: in the message where `page` is None, else in a part of a card."""

    words: Words
    page: int | None = None
    part: CardPart = CardPart.TITLE


def readings_of(message: str, candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
    """Return all texts of a share: the message first, then those of its cards in their order."""
    of_cards = (
        Reading(words=Words(text=text, typed=typed), page=place, part=part)
        for place, each in enumerate(candidates)
        if each.card is not None
        for text, typed, part in _of_card(each.card, typed=each.own_title)
    )
    return (Reading(words=Words(text=message)), *of_cards)


def findings_in(reading: Reading, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what the guard found in a text, with the links in it that are not clean where a person wrote them."""
    if reading.words.typed and reading.part is CardPart.TITLE:
        return with_typed_links(reading.words.text, found)
    return tuple(found)


def _of_card(card: ShareableCard, *, typed: bool) -> Iterator[tuple[str, bool, CardPart]]:
    """Yield the texts of a card, and whether a person typed them; of a link also the words in it, letter for letter."""
    link = readable(card.link)
    yield card.title, typed, CardPart.TITLE
    if typed:
        yield link, True, CardPart.LINK
    yield _BETWEEN_WORDS.sub(" ", link), typed, CardPart.LINK
    if card.organisation:
        yield card.organisation, False, CardPart.ORGANISATION
