"""Recognises recalls of products by what feeds of authorities write, and says which product. Pure; no lists of names.

Whether an entry counts as a warning is not decided here: the library takes recalls of alert sources only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.support.plain_text import one_line, shorten

MAX_PRODUCT_CHARS = 200

# One of these is in each of the words below: to look for them first costs a hundredth.
_STEMS = ("recall", "rappel", "retir", "rückruf", "richiam")
# The word in the languages of the sources that ship: English, French, Spanish, German, Italian. Patterns are compiled
# when the first title with such a word comes.
_WORD = (
    r"\brecall(?:s|ed|ing)?\b|\brappel(?:s|le|lent|é|ée|és|ées)?\b(?! vaccin)|\brückruf|\brichiam(?:o|i|ato|ati)\b|"
    r"\bretir(?:o|os|ada|adas|an|a) (?:voluntari[oa] )?(?:del mercado|de(?: varios)? lotes?)"
)
_CATEGORY = r"\brecall|\brappels?\b|\bretirada|\brückruf|\brichiami\b"
# A feed of nothing but recalls; one of alerts, recalls and safety information holds other things too.
_FEED = r"\brecalls?\b|\brappels?\b|\bretiradas?\b|\brückrufe?\b|\brichiami\b"
_OTHER_THINGS = r"alert|safety|news|information|advisor|avis|alerte|aviso|warn|sécurité|seguridad"

_REASON = (
    r"(?=\s*(?:\b(?:due to|because|after|following|over|for (?:possible|potential)|as (?:it|they)|en raison|pour cause|"
    r"debido|por (?:riesgo|posible)|wegen|per (?:rischio|presenza))\b|[;|(]|, EL ?\(| [-–—] |\Z))"
)
_AFTER_A_LABEL = (  # as in "Class 2 Medicines Recall", "Medical device recall", "Rappel", with a colon or a dash
    r"^.{0,60}?\b(?:recalls?|rappels?|rückruf|richiamo)(?: (?:action|notice|alert|update|information))?"
    r"(?:\s*:|\s+[-–—])\s*(?P<product>.{2,}?)"
)
_AFTER_OF = (  # as in "issues a voluntary nationwide recall of", "Rappel de", "Retirada del mercado de"
    r"(?:\brecalls?|\brappels?|\brückruf|\brichiamo|\bretir(?:o|ada)(?: voluntari[oa])?(?: del mercado)?)(?: \w+)? "
    r"(?:of|on|for|involving|de la|de l['’]|de los|de las|des|du|de|d['’]|von|di|del)\s*(?P<product>.{2,}?)"
)
_BEFORE_IS_RECALLED = (
    r"^(?P<product>.{2,}?) (?:(?:is|are|has been|have been) )?(?:voluntarily )?(?:being )?"
    r"(?:recalled|rappelée?s?|richiamat[oi])"
)
_AFTER_WHO_RECALLS = r"\b(?:recalls|recalling|rappelle(?:nt)?)\s+(?P<product>.{2,}?)"
_PRODUCTS = tuple(pattern + _REASON for pattern in (_AFTER_A_LABEL, _AFTER_OF, _BEFORE_IS_RECALLED, _AFTER_WHO_RECALLS))


def recall_facts(feed_title: str, title: str, categories: Sequence[str], *, identifier: str) -> AlertFacts | None:
    """Return the facts of an entry that recalls a product, None for any other."""
    beside = "\n".join((feed_title, title, *categories)).lower()
    if not any(stem in beside for stem in _STEMS):
        return None
    said = _found(_WORD, title) or any(_found(_CATEGORY, name) for name in categories)
    if not said and not _holds_only_recalls(feed_title):
        return None
    return AlertFacts(kind=AlertKind.RECALL, identifier=identifier, event=_product_in(one_line(title)))


def _holds_only_recalls(feed_title: str) -> bool:
    return _found(_FEED, feed_title) is not None and _found(_OTHER_THINGS, feed_title) is None


def _found(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def _product_in(title: str) -> str:
    """Return the words for the product, the whole title where no pattern finds them."""
    found = (_found(pattern, title) for pattern in _PRODUCTS)
    product = next((match["product"] for match in found if match), title)
    return shorten(product.strip(" :;,.-–—"), MAX_PRODUCT_CHARS)
