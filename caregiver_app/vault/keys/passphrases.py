"""Passphrases: how hard they are to guess, and new ones of plain words. Keeps none, and sends none anywhere.

The strength is an estimate of zxcvbn: how many guesses somebody needs who tries words, names, dates and patterns first.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.passphrase import Judged, Strength, StrengthTip
from caregiver_app.support.i18n import current_language
from caregiver_app.support.key_derivation import prepared
from caregiver_app.support.resources import resource

WORDS = 5
MOST_JUDGED = 72
"""The work of an estimate grows with the square of the length; what is longer is judged by its beginning and end."""

_LISTS = {"es": "spanish.txt"}
_REFUSED_BELOW, _STRONG_FROM = 3, 4
_MOST_NAMES, _SHORTEST_NAME, _LONGEST_NAME = 200, 3, 60
_NAMES = frozenset({"surnames", "male_names", "female_names"})
_PATTERNS = {
    "date": StrengthTip.DATE,
    "regex": StrengthTip.DATE,  # of these zxcvbn knows only recent years
    "spatial": StrengthTip.KEYS,
    "repeat": StrengthTip.REPEATED,
    "sequence": StrengthTip.SERIES,
}
_one_at_a_time = threading.Lock()


def judge(passphrase: str, family: Iterable[str] = ()) -> Judged:
    """Return how hard it is to guess for somebody who knows the names of the family. Takes some 10 to 300 ms."""
    typed = prepared(passphrase)
    if not typed.strip():
        return Judged(strength=Strength.EASY, tip=StrengthTip.EMPTY)
    names = _words_of(family)
    score, tip = _scored(typed, names)
    rest = _without(names, typed.casefold())
    if score >= _REFUSED_BELOW and rest != typed.casefold():
        score, tip = min(score, _scored(rest, names)[0]), StrengthTip.FAMILY
    if score < _REFUSED_BELOW:
        return Judged(strength=Strength.EASY, tip=tip)
    return Judged(strength=Strength.STRONG if score >= _STRONG_FROM else Strength.GOOD)


def refuse_weak(passphrase: str, family: Iterable[str] = ()) -> None:
    """Let pass what is hard enough to guess.

    Raises:
        VaultError: it is not; `detail` is the tip's word.
    """
    judged = judge(passphrase, family)
    if not judged.accepted:
        raise VaultError(VaultTrouble.WEAK_PASSPHRASE, judged.tip.value)


def suggest(words: int = WORDS) -> str:
    """Return a new passphrase of plain words of the language that is spoken, drawn by the system's own randomness.

    Both lists hold 8,192 words: 13 bits a word, 65 in five. What was made before opens as it did: no list is asked.
    """
    listed = plain_words(current_language())
    return " ".join(secrets.choice(listed) for _ in range(words))


@cache
def plain_words(language: str) -> Sequence[str]:
    """Return the words from which passphrases are made (docs/formats/words.md): for a language (e.g. "es-US") without
    a list of its own the English ones.
    """
    name = _LISTS.get(language.partition("-")[0], "english.txt")
    return tuple(resource("resources", "words", name).read_text(encoding="ascii").split())


def _scored(typed: str, names: list[str]) -> tuple[int, StrengthTip]:
    """Return the score from 0 to 4, of the harder of beginning and end, and what would make it higher."""
    if not typed.strip():
        return 0, StrengthTip.EMPTY
    best = max((_cautious(part, names) for part in {typed[:MOST_JUDGED], typed[-MOST_JUDGED:]}), key=_guesses)
    return int(best["score"]), _tip(best)


def _without(names: list[str], folded: str) -> str:
    """Return what is left once names are taken out: three names in a row look hard to who does not know them."""
    for name in sorted(names, key=len, reverse=True):
        folded = folded.replace(name, "") if len(name) >= _SHORTEST_NAME else folded
    return folded


def _cautious(part: str, family: list[str]) -> Mapping[str, Any]:
    """Judge as if there were no capitals: at the beginning of a name they are no secret."""
    return min((_estimate(each, family) for each in (part, part.casefold()[:MOST_JUDGED])), key=_guesses)


def _guesses(estimate: Mapping[str, Any]) -> int:
    return int(estimate["guesses"])


def _estimate(part: str, family: list[str]) -> Mapping[str, Any]:
    from zxcvbn import matching, zxcvbn

    with _one_at_a_time:  # it keeps the names in a table of its own until the next call
        try:
            return zxcvbn(part, user_inputs=family)
        finally:
            matching.RANKED_DICTIONARIES["user_inputs"] = {}


def _words_of(family: Iterable[str]) -> list[str]:
    """Return names as somebody would try them: whole, each part, and without the spaces."""
    found: dict[str, None] = {}
    for name in family:
        whole = prepared(name).casefold()[:_LONGEST_NAME]
        found.update(dict.fromkeys((whole, *whole.split(), "".join(whole.split()))))
    return [word for word in found if word][:_MOST_NAMES]


def _tip(estimate: Mapping[str, Any]) -> StrengthTip:
    """Return what the longest guessable part is, as zxcvbn's own advice goes by it."""
    match = max(estimate["sequence"], key=lambda each: len(each["token"]))
    if match["pattern"] != "dictionary":
        return _PATTERNS.get(match["pattern"], StrengthTip.LONGER)
    if match["dictionary_name"] == "user_inputs":
        return StrengthTip.FAMILY
    if match["dictionary_name"] in _NAMES:
        return StrengthTip.NAME
    return StrengthTip.COMMON if match["dictionary_name"] == "passwords" else StrengthTip.LONGER
