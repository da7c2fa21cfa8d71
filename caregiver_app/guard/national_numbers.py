"""Finds numbers that states and insurers give to persons: by their check digits, and by their writing or words near.

A check digit alone is no proof: one in ten numbers has it by chance. So it counts together with the usual grouping, or
with what such numbers are called; kinds with letters or a strong check are distinct by themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from caregiver_app.guard.digits import near_numbers
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.numbers.american import AMERICAN
from caregiver_app.guard.numbers.australasian import AUSTRALASIAN
from caregiver_app.guard.numbers.british import BRITISH
from caregiver_app.guard.numbers.canadian import CANADIAN
from caregiver_app.guard.numbers.eastern import EASTERN
from caregiver_app.guard.numbers.german import GERMAN
from caregiver_app.guard.numbers.northern import NORTHERN
from caregiver_app.guard.numbers.romance import ROMANCE
from caregiver_app.guard.numbers.rule import NumberRule, always
from caregiver_app.guard.numbers.wider import WIDER
from caregiver_app.guard.plain import lowered
from caregiver_app.model.guard import FindingKind

RULES = (*BRITISH, *AMERICAN, *CANADIAN, *AUSTRALASIAN, *GERMAN, *ROMANCE, *NORTHERN, *EASTERN, *WIDER)
"""All kinds. Where a number is of several, the one whose words stand near counts, then the first here."""

_BY_LENGTH: dict[int, list[NumberRule]] = defaultdict(list)
for _rule in RULES:
    for _length in _rule.lengths:
        _BY_LENGTH[_length].append(_rule)
_SHAPES = {
    length: re.compile("|".join(f"(?:{each.shape.pattern})" for each in rules)) for length, rules in _BY_LENGTH.items()
}
"""What a number of so many letters and digits looks like, whatever it is: most pieces of a text are none."""

_TOKEN = re.compile(r"([A-Za-z]+)(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?:NHS|nhs)(?=\d)|[A-Za-z0-9]+")
_ANY_ID = re.compile(
    r"(?<![^\W_])(?:(?:national|personal|identity|identification|citizen|resident|social|insurance|health|medical|tax)"
    r"(?: (?:insurance|security|identity|identification|card|id|service|care))?[ -](?:id|no|nr|num(?:ber)?|code|card)|"
    r"id(?: (?:number|no|card|nr))?|identit\w+|identifica\w+)(?![^\W_])",
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PHONE = re.compile(r"\b(?:phone|tel|telephone|call|ring|mobile|cell|fax|text|dial)\b")
_LINKS = frozenset((" ", "-", ".", "/", "+", " /", "/ "))
_LONGEST, _SHORTEST, _MOST_TOKENS, _FEWEST_DIGITS, _WIDEST_GAP = 18, 7, 8, 4, 14
_LONGEST_WORD, _LONGEST_SMALL = 6, 2
_BEFORE, _AFTER, _PHONE_REACH = 48, 30, 20

_Token = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of a text that may be a number; `number` is its letters and digits alone, in capitals,
    `small` the text in small letters.

    `is_whole` says that no further digits stand beside it.
    """

    text: str
    small: str
    start: int
    end: int
    number: str
    is_whole: bool

    def is_near(self, words: re.Pattern[str]) -> bool:
        before, after = max(0, self.start - _BEFORE), min(len(self.text), self.end + _AFTER)
        return bool(words.search(self.small, before, self.start) or words.search(self.small, self.end, after))

    def is_written_together(self) -> bool:
        return self.end - self.start == len(self.number)

    def is_phone(self) -> bool:
        return bool(_PHONE.search(self.small, max(0, self.start - _PHONE_REACH), self.start))


def find_national_numbers(text: str) -> Iterator[Hit]:
    """Yield numbers of persons; `rule` of each says whose kind it is."""
    small = lowered(text)
    for near, far in near_numbers(text, fewest=_FEWEST_DIGITS, gap=_WIDEST_GAP, before=_WIDEST_GAP, after=_WIDEST_GAP):
        for run in _runs(text, _word_start(text, near), far):
            for first in range(len(run)):
                yield from _beginning_at(text, small, run, first)


def _word_start(text: str, place: int) -> int:
    """Return where the word at `place` begins."""
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place


def _runs(text: str, near: int, far: int) -> Iterator[list[_Token]]:
    """Yield neighbouring pieces of letters and digits that may hold a number; words of prose belong to none."""
    run: list[_Token] = []
    reached, digits = near, 0
    for found in _TOKEN.finditer(text, near, far):
        start, end = found.span()
        fits = end - start <= _LONGEST and not (found[1] and _is_prose(text, start, end))
        if not fits or text[reached:start] not in _LINKS:
            if digits >= _FEWEST_DIGITS:
                yield run
            run, digits = [], 0
        if fits:
            run.append((start, end))
            digits += 0 if found[1] else end - start
        reached = end
    if digits >= _FEWEST_DIGITS:
        yield run


def _is_prose(text: str, start: int, end: int) -> bool:
    """Tell a word of the sentence from letters of a number: it is long, in small letters, or goes on with accents."""
    word = text[start:end]
    if len(word) > _LONGEST_WORD or (len(word) > _LONGEST_SMALL and not word.isupper()):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() or after.isalpha() or before == "_" or after == "_"


def _beginning_at(text: str, small: str, run: list[_Token], first: int) -> Iterator[Hit]:
    """Yield the numbers that begin with one piece and take in at most some of the next."""
    number, digits = "", 0
    for last in range(first, min(first + _MOST_TOKENS, len(run))):
        token = text[run[last][0] : run[last][1]]
        number += token.upper()
        digits += 0 if token.isalpha() else sum(map(str.isdigit, token))
        if len(number) > _LONGEST:
            return
        if len(number) < _SHORTEST or digits < _FEWEST_DIGITS or not _has_shape(number):
            continue
        start, end = run[first][0], run[last][1]
        is_whole = not (_continues(text, run, first - 1) or _continues(text, run, last))
        if not is_whole and not _has_words(text, start, end):
            continue
        piece = _Piece(text=text, small=small, start=start, end=end, number=number, is_whole=is_whole)
        rule = _rule_of(piece)
        if rule is not None:
            yield Hit(start=piece.start, end=piece.end, kind=FindingKind.NATIONAL_NUMBER, rule=rule.id)


def _has_shape(number: str) -> bool:
    shape = _SHAPES.get(len(number))
    return shape is not None and shape.fullmatch(number) is not None


def _has_words(text: str, start: int, end: int) -> bool:
    """Return whether anything near could say what a number is; in the middle of a table nothing does."""
    before, after = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    return bool(_LETTERS.search(text, before, start) or _LETTERS.search(text, end, after))


def _continues(text: str, run: list[_Token], left: int) -> bool:
    """Return whether digits go on, linked, from the piece at `left` to the next one."""
    if not 0 <= left < len(run) - 1:
        return left == -1 and text[max(0, run[0][0] - 1) : run[0][0]] == "+"
    (start, end), (next_start, next_end) = run[left], run[left + 1]
    return text[start:end].isdigit() and text[next_start:next_end].isdigit()


def _rule_of(piece: _Piece) -> NumberRule | None:
    """Return what kind a number is: the one whose words stand near before one that only looks like it."""
    looks_like: NumberRule | None = None
    is_any_id: bool | None = None
    for rule in _BY_LENGTH.get(len(piece.number), ()):
        if not rule.shape.fullmatch(piece.number):
            continue
        is_usual = _is_usual(rule, piece)
        is_called = piece.is_near(rule.called)
        if not (is_called or is_usual):
            is_any_id = piece.is_near(_ANY_ID) if is_any_id is None else is_any_id
            if not is_any_id or rule.check is always:
                continue
        if not rule.check(piece.number):
            continue
        if rule.only_usual and not is_usual and not piece.is_written_together():
            continue
        if is_called:
            return rule
        looks_like = looks_like or rule
    if looks_like is not None and not looks_like.distinct and piece.is_phone():
        return None
    return looks_like


def _is_usual(rule: NumberRule, piece: _Piece) -> bool:
    """Tell the usual writing of a kind, or one that nothing else has; small letters alone are words."""
    written = piece.text[piece.start : piece.end]
    if rule.written is not None and rule.written.fullmatch(written):
        return piece.is_whole
    return rule.distinct and piece.is_whole and (written.isalnum() or written == written.upper())
