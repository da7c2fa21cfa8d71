"""Looks for the words of open care notes alone, in titles and links that nobody here typed too.

Pure; tells no word of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caregiver_app.guard.hits import Hit, apart
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.links_in_text import find_links
from caregiver_app.guard.phones import is_public_line
from caregiver_app.guard.plain import Plain, read_plain
from caregiver_app.guard.undoing import Undone, undone
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.private import PrivateHit, PrivateKind, PrivateWords


def find_private_words(text: str, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the private words in `text`, in its order, in each of its readings; none where no notes are open.

    Raises:
        VaultError: the care notes were locked meanwhile.
    """
    if knowledge.private_words is None:
        return ()
    plain = read_plain(text)
    others = tuple(undone(text, plain, list(find_links(plain.text))))
    words = (
        Hit(start=hit.start, end=hit.end, kind=FindingKind.PRIVATE_WORD, rule=hit.kind.value)
        for hit in placed_words(plain, others, knowledge.private_words)
        if hit.kind is not PrivateKind.PHONE or not is_public_line(text[hit.start : hit.end], knowledge)
    )
    return tuple(
        Finding(kind=hit.kind, start=hit.start, end=hit.end, text=text[hit.start : hit.end], rule=hit.rule)
        for hit in apart(words)
    )


def placed_words(plain: Plain, others: Sequence[Undone], words: PrivateWords) -> Iterator[PrivateHit]:
    """Yield the private words of each reading of a text, placed in it as it was typed; they may overlap.

    Raises:
        VaultError: the care notes were locked meanwhile.
    """
    for found in words.find(plain.text):
        start, end = plain.span(found.start, found.end)
        yield PrivateHit(start=start, end=end, kind=found.kind)
    for other in others:
        for found in words.find(other.reading.text) if other.has_words else ():
            start, end = other.reading.span(found.start, found.end)
            if other.reading.concerns(start, end):
                yield PrivateHit(start=start, end=end, kind=found.kind)
