"""Tells a change of what a text says from one of how it is printed. Pure; linear in the length of the text.

Two texts say the same when nothing is left of the difference after taking out, on both sides alike:
- how it is typeset: white space, soft hyphens and zero-width signs, straight or curly quotes, kinds of dashes, an
  ellipsis in one sign or three, letters composed or not (Unicode NFKC);
- stamps at the beginning of a line or sentence: a date, a time or an age ("5 minutes ago") after a word such as
  "updated", or as all that stands there;
- counters that are all of a line or sentence: a number beside a word such as "views" or "comments".

Everything else is a real change: a letter, a capital, a full stop, any number and any date within a sentence. In doubt
it is a change, since a dose, visits a day or an opening day may stand there.
"""

from __future__ import annotations

import re
import unicodedata

from caregiver_app.support.mark_piles import without_piles
from caregiver_app.support.patterns import LatePattern

_SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fév|fev|avr|mai|juin|juil|aoû|déc|mär|mrz|okt"
    r"|dez|gen|mag|giu|lug|set|ott)[^\W\d]{0,7}\.?"
)
_DAY_NAME = r"(?:[^\W\d]{2,10}\.?,? (?:den |the )?)?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:utc|gmt|bst|cet|cest|[ecmp][sd]?t|z))?"
_DATE = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:t{_CLOCK})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|{_DAY_NAME}\d{{1,2}}(?:st|nd|rd|th|\.)?,? (?:of |de |d')?{_MONTH},? (?:de |del )?\d{{4}}"
    rf"|{_DAY_NAME}{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_WHEN = rf"(?:{_DATE}(?:,? (?:at |um |a las |à )?{_CLOCK})?|{_CLOCK})"
_STAMPED = (
    r"(?:last |page |content |zuletzt |dernière )?(?:updated?|modified|reviewed|published|posted|generated|retrieved"
    r"|accessed|printed|changed|actualizado|actualización|publicado|aktualisiert|veröffentlicht|stand|mis à jour"
    r"|mise à jour|publié|aggiornato|pubblicato)"
)
_AGE = (
    r"(?:an?|one|\d{1,4}) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|vor \d{1,4} [^\W\d]{3,9}"
    r"|hace \d{1,4} [^\W\d]{3,9}|il y a \d{1,4} [^\W\d]{2,9}"
)
_NUMBER = r"\d[\d.,' ]{0,15}(?<=\d)[km]?"
_COUNTED = (
    r"(?:page ?views?|views?|reads?|visits?|visitors?|hits|likes?|shares?|comments?|replies|downloads?|followers?"
    r"|retweets|votes?|vistas|visitas|lecturas|comentarios|aufrufe|kommentare|vues|lectures|commentaires|visualizzazioni"
    r"|commenti)"
)
_BEGINS = r"(?:(?<=\A)|(?<=\n)|(?<=[.!?|·•] )|(?<=\) ))"
_ENDS = r"(?=\Z|\n| ?[|·•]|[.!?](?:\s|\Z))"
_STAMPS = LatePattern(
    rf"{_BEGINS}(?:{_STAMPED}(?: on| at| am| le| el| il)?:? ?(?:{_WHEN}|{_AGE})\b|(?:{_WHEN}|{_AGE}){_ENDS})",
    re.IGNORECASE,
)
_COUNTERS = LatePattern(
    rf"{_BEGINS}(?:{_NUMBER} {_COUNTED}|{_COUNTED}:? {_NUMBER}|{_COUNTED} ?\({_NUMBER}\)){_ENDS}", re.IGNORECASE
)
_LONGEST = 500_000
"""Stamps and counters are not looked for in longer texts; what is printed alike is found in texts of any length."""


def is_real_change(before: str, after: str) -> bool:
    """Return True when the two texts do not say the same; see above for what makes no difference."""
    if before == after:
        return False
    before, after = _typeset_alike(before), _typeset_alike(after)
    if before == after or max(len(before), len(after)) > _LONGEST:
        return before != after
    return _substance(before) != _substance(after)


def what_it_says(text: str) -> str:
    """Return a text without what makes no difference, for comparing by a hash."""
    return _substance(_typeset_alike(text))


def _typeset_alike(text: str) -> str:
    """Return the text with one spelling for what only looks different; lines stay apart."""
    plain = text.translate(_SIGNS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", without_piles(plain)).translate(_SIGNS)
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n".join(filter(None, lines))


def _substance(text: str) -> str:
    """Return what is left without stamps and counters, in one line."""
    return " ".join(_COUNTERS.sub("", _STAMPS.sub("", text)).split())
