"""In which words of a notice that is sought what care notes name. Pure.

Whoever lists many medicines in one title would stand in red in many families, whatever it is about: a title that is
a list beyond doubt is not looked at. Real titles name a maker, a product, a strength and a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from caregiver_app.library.alerts import AlertRow

_MOST_NAMES: Final = 3
_MOST_WORDS: Final = 2
_BETWEEN: Final = re.compile(r"[,;:/|+&•·\n]| [-–—] ")
_JOINED: Final = re.compile(r"\s(?:and|or|y|o)\s", re.IGNORECASE)
_NO_NAME: Final = re.compile(
    r"\d\S*|\b(?:[mk]?g|mcg|m?l|micrograms?|tablets?|capsules?|injections?|oral|solution|suspension|cream|syrup|"
    r"comprimidos?|cápsulas?|inyectables?|suspensión|solución|crema|jarabe|blisters?|blíster(?:es)?|bottles?|frascos?|"
    r"batch(?:es)?|lots?|lotes?|packs?|box(?:es)?|envases?|cajas?|de|del|en|y|o|con|of|in|and|or|the|with|for|by|from|uk|"
    r"contaminated|contaminad[oa]s?|recall\w*|retirad\w*|class|clase|type|medicines?|medicamentos?|products?)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_NONE: Final = re.compile(r"\b(?:level|limited|ltd|inc|pharma\w*|health\w*|laborator\w*)\b", re.IGNORECASE)
_STRENGTH: Final = re.compile(r"\b\d[\d.,]*\s*(?:[mk]?g|mcg|m?l|micrograms?|%)(?!\w)", re.IGNORECASE)
# The ends of names by which WHO tells kinds of medicines apart ("The use of stems in the selection of INN"), those that
# people at home take most; Spanish names have a vowel more.
_LIKE_A_MEDICINE: Final = re.compile(
    r"\b\w{2,}(?:pril|sartan|olol|statin|dipin|pezil|mantin|stigmin|tript[yi]lin|oxetin|tralin|pram|azepam|zolam|azepin|"
    r"apin|idon|peridol|triptan|setron|formin|gliptin|gliflozin|glitazon|azid|semid|lacton|xaban|grel|parin|farin|cill?in|"
    r"m[yi]cin|c[yi]clin|floxacin|azol|vir|tidin|profen|fenac|oxicam|coxib|codein|mor(?:ph|f)in|fentan[yi]l|dopa|gilin|"
    r"cetamol|th?[yi]roxin|predniso(?:lon|n)|terol|tropium|th?iazid)[aeo]?\b",
    re.IGNORECASE,
)


def named_words(alert: AlertRow) -> str:
    """Return the words in which what care notes name is sought: what it is about, not the whole page."""
    said = dict.fromkeys(filter(None, (alert.title, alert.facts.event)))
    return "\n".join(each for each in said if not _lists_many(each))


def _lists_many(text: str) -> bool:
    """Return whether it lists names beyond doubt: a recall of somebody's medicine that is missed is the worse mistake.

    Beside one medicine alone, other words are makers, places and packs. So are words between strengths where not even
    two are like a medicine.
    """
    by_kind = {name.casefold() for name in _LIKE_A_MEDICINE.findall(text)}
    if len(by_kind) == 1:
        return False
    by_strength = _count_names(_STRENGTH.split(text)) if by_kind else 0
    return max(len(by_kind), by_strength, _count_between_signs(text)) > _MOST_NAMES


def _count_between_signs(text: str) -> int:
    parts = _BETWEEN.split(text)
    if len(_JOINED.findall(text)) >= _MOST_NAMES:
        parts = [name for part in parts for name in _JOINED.split(part)]
    return _count_names(parts)


def _count_names(parts: Iterable[str]) -> int:
    """Return how many parts may be a name of which no word was seen in those before."""
    count, seen = 0, set[str]()
    for part in parts:
        words = [word.casefold() for word in _WORD.findall(_NO_NAME.sub(" ", part))]
        short = 0 < len(words) <= _MOST_WORDS and not _OF_NONE.search(part)
        count += short and seen.isdisjoint(words)
        seen.update(words)
    return count
