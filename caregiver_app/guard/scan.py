"""Joins the detectors: reads a text once in its plain form, and says what in it gives somebody away.

Pure, and the same every time: no clock, no file, no network. What it finds is told in words elsewhere
(`support.sentences`). Offsets are code points of the text as it was typed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from caregiver_app.guard.detecting import detect
from caregiver_app.guard.hits import Hit, apart
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.links_in_text import find_links
from caregiver_app.guard.phones import is_public_line
from caregiver_app.guard.plain import Place, Plain, read_plain
from caregiver_app.guard.private_words import placed_words
from caregiver_app.guard.undoing import Undone, undone
from caregiver_app.guard.words_of_links import hits_in_links
from caregiver_app.guard.wrapped import unwrapped
from caregiver_app.model.guard import Finding, FindingKind, Level, level_of
from caregiver_app.model.private import PrivateHit, PrivateKind

_ALSO_IN_LINKS = frozenset(
    {
        FindingKind.EMAIL,
        FindingKind.IP_ADDRESS,
        FindingKind.COORDINATES,
        FindingKind.FILE_PATH,
        FindingKind.PRIVATE_LINK,
    }
)
"""What counts within a web address as it stands: its other numbers are those of pages (see `words_of_links`)."""


def scan(text: str, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what in `text` gives somebody away, in its order; nothing overlaps.

    Raises:
        VaultError: the care notes were locked while their words were looked for.
    """
    plain = read_plain(text)
    links = list(find_links(plain.text))
    others = list(undone(text, plain, links))
    seen = chain(_plainly(plain, links, knowledge), *(_undone(each, knowledge) for each in others))
    hits = list(_outside_links(seen, [plain.span(*link) for link in links if link[0] < link[1]]))
    hits += hits_in_links(plain, links, knowledge)
    if knowledge.private_words is not None:
        words = placed_words(plain, others, knowledge.private_words)
        hits += list(_private(words, text, list(apart(hits)), knowledge))
    return tuple(
        Finding(kind=hit.kind, start=hit.start, end=hit.end, text=text[hit.start : hit.end], rule=hit.rule)
        for hit in apart(hits)
    )


def _plainly(plain: Plain, links: list[Place], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield what stands in the plain form, placed in the text as typed."""
    for start, end in links:
        if knowledge.holds_token is not None and knowledge.holds_token(plain.text[start:end]):
            yield _placed(Hit(start=start, end=end, kind=FindingKind.PRIVATE_LINK), plain.span(start, end))
    flowing = unwrapped(plain)
    for hit in detect(flowing.text, knowledge):
        yield _placed(hit, flowing.span(hit.start, hit.end))


def _undone(other: Undone, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield what only another reading shows, placed in the text as typed."""
    for hit in detect(other.reading.text, knowledge, other.kinds):
        start, end = other.reading.span(hit.start, hit.end)
        if other.reading.concerns(start, end):
            yield _placed(hit, (start, end))


def _outside_links(hits: Iterable[Hit], links: list[Place]) -> Iterator[Hit]:
    starts = [start for start, _end in links]
    for hit in hits:
        place = bisect_right(starts, hit.start) - 1
        within = place >= 0 and hit.start < links[place][1]
        if not within or hit.kind in _ALSO_IN_LINKS:
            yield hit


def _private(words: Iterable[PrivateHit], text: str, others: list[Hit], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield private words, each with all of what it is a part of, so that nothing of that is left behind.

    What lies within a piece that stops anyway needs no finding of its own: it goes with that piece. `others` are apart.
    """
    for word in words:
        if word.kind is PrivateKind.PHONE and is_public_line(text[word.start : word.end], knowledge):
            continue
        over = list(_over(word, others))
        if any(hit.start <= word.start and word.end <= hit.end and level_of(hit.kind) is Level.STOP for hit in over):
            continue
        start = min([word.start, *(hit.start for hit in over)])
        end = max([word.end, *(hit.end for hit in over)])
        yield Hit(start=start, end=end, kind=FindingKind.PRIVATE_WORD, rule=word.kind.value)


def _over(word: PrivateHit, others: list[Hit]) -> Iterator[Hit]:
    place = bisect_right(others, word.start, key=_end)
    while place < len(others) and others[place].start < word.end:
        yield others[place]
        place += 1


def _end(hit: Hit) -> int:
    return hit.end


def _placed(hit: Hit, place: Place) -> Hit:
    return Hit(start=place[0], end=place[1], kind=hit.kind, rule=hit.rule)
