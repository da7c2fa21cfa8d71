"""A piece of a text as it reads once some of it is undone: what stands there then, and where that was typed.

`Edit`s say what is to be undone; `readings` makes of each and of what stands around it a text of its own, so that a
disguise costs its own length and not that of the whole. Pure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caregiver_app.guard.digits import word_end
from caregiver_app.guard.plain import Place, Plain, read_plain

_BEFORE, _AFTER, _LONGEST_WORD = 72, 48, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What stands from `start` to `end` of a plain text is read as `text`; `places` say where each of it was.

    An edit without length puts something between two letters.
    """

    start: int
    end: int
    text: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, where each of its characters was typed, and which places of the typed text were undone, in order."""

    text: str
    places: tuple[Place, ...]
    undone: tuple[Place, ...]

    def span(self, start: int, end: int) -> Place:
        """Return where a piece of the text was typed; a piece may be turned around."""
        held = self.places[start:end]
        return min(first for first, _last in held), max(last for _first, last in held)

    def concerns(self, start: int, end: int) -> bool:
        """Return whether a typed piece holds something that was undone; what holds none is found without it."""
        place = bisect_right(self.undone, start, key=_end)
        return place < len(self.undone) and self.undone[place][0] < end


def readings(plain: Plain, edits: Iterable[Edit]) -> Iterator[Reading]:
    """Yield readings of a plain text with these edits, which are in order and do not overlap."""
    group: list[Edit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > _BEFORE + _AFTER:
            yield _reading(plain, group)
            group = []
        group.append(edit)
    if group:
        yield _reading(plain, group)


def reading_of(signs: Iterable[tuple[str, Place]], undone: tuple[Place, ...]) -> Reading:
    """Return a reading of single signs, each with where it was typed."""
    held = tuple(signs)
    plain = read_plain("".join(sign for sign, _place in held))
    places = tuple(place for _sign, place in held)
    if plain.places is not None:
        places = tuple(
            (min(first for first, _ in places[start:end]), max(last for _, last in places[start:end]))
            for start, end in plain.places
        )
    return Reading(text=plain.text, places=places, undone=undone)


def _reading(plain: Plain, group: list[Edit]) -> Reading:
    near = _word_start(plain.text, group[0].start - _BEFORE)
    far = word_end(plain.text, group[-1].end + _AFTER, min(len(plain.text), group[-1].end + _AFTER + _LONGEST_WORD))
    return reading_of(
        _signs(plain, group, near, far),
        tuple(_typed(plain, (edit.start, edit.end)) for edit in group),
    )


def _signs(plain: Plain, group: list[Edit], near: int, far: int) -> Iterator[tuple[str, Place]]:
    reached = near
    for edit in group:
        yield from zip(plain.text[reached : edit.start], plain.places_of(reached, edit.start), strict=True)
        yield from ((sign, _typed(plain, place)) for sign, place in zip(edit.text, edit.places, strict=True))
        reached = edit.end
    yield from zip(plain.text[reached:far], plain.places_of(reached, far), strict=True)


def _typed(plain: Plain, place: Place) -> Place:
    start, end = place
    if start < end:
        return plain.span(start, end)
    between = plain.span(start, start + 1)[0] if start < len(plain.text) else plain.span(start - 1, start)[1]
    return between, between


def _word_start(text: str, place: int) -> int:
    """Return where the word at `place` begins, at most a long word before it."""
    if place <= 0:
        return 0
    last = max(0, place - _LONGEST_WORD)
    while place > last and not text[place - 1].isspace():
        place -= 1
    return place


def _end(place: Place) -> int:
    return place[1]
