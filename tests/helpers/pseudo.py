"""A language that nobody speaks: English with accents, brackets and two fifths more room, so that what was not
translated, was cut, or was joined from pieces is seen at once.
"""

from __future__ import annotations

import gettext
import re
import unicodedata

from caregiver_app.support.i18n import use_words

LEFT, RIGHT, MORE = "[", "]", "ø"
_FIELD = re.compile(r"(\{[^{}]*\}|--[a-z-]+|%\w)")
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíöüÁÉÍÖÜ")
_LONGEST_WORD = 9
_GAP = "\0"


class PseudoWords(gettext.NullTranslations):
    """Says everything so; what has several forms has as many."""

    def gettext(self, message: str) -> str:
        """Return the text, dressed up."""
        return dressed_up(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n`, dressed up."""
        return dressed_up(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the text, dressed up."""
        del context
        return dressed_up(message)

    def info(self) -> dict[str, str]:
        """Say that nothing is missing."""
        return {"x-window": "complete"}


def speak_pseudo(tag: str = "en-GB") -> None:
    """Have everything said so from now on, with days, numbers and direction of `tag` (e.g. "ar-EG")."""
    use_words(PseudoWords(), tag)


def dressed_up(text: str) -> str:
    """Return a text with accents and brackets, two fifths longer; fields and options of commands stay as they are."""
    if not text:
        return text
    parts = _FIELD.split(text)
    accented = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    return f"{LEFT}{accented}{_more(len(text) * 2 // 5)}{RIGHT}"


def plain_again(text: str) -> str:
    """Return what a text was before, with what was put into its fields."""
    bare = re.sub(rf"(?: {MORE}+)+{RIGHT}", RIGHT, text).replace(LEFT, "").replace(RIGHT, "")
    return "".join(one for one in unicodedata.normalize("NFD", bare) if not unicodedata.combining(one))


def untranslated(text: str) -> list[str]:
    """Return the pieces that stand outside of all brackets and have letters."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"\[[^\[\]]*\]", _GAP, text)
    pieces = (piece.strip(" .,:;·()0123456789") for piece in text.split(_GAP))
    return [piece for piece in pieces if any(letter.isalpha() for letter in piece)]


def _more(room: int) -> str:
    words = [MORE * _LONGEST_WORD] * (room // _LONGEST_WORD)
    if rest := room % _LONGEST_WORD:
        words.append(MORE * rest)
    return "".join(f" {word}" for word in words)
