"""Which topics of the starter content a message names, in English or in Spanish, whatever language is spoken. Pure.

Only plain names of conditions and of what belongs to one alone count: everyday words ("heart", "memory", "sugar") stand
in talk about anything.
"""

from __future__ import annotations

from caregiver_app.library.word_forms import fold
from caregiver_app.support.patterns import LatePattern

_BEFORE_STROKE = (
    "a|the|of|his|her|my|your|another|second|first|had|after|causes?|caused|prevents?|stops?|from|about|against"
)

# Looked for in small letters without accents.
_NAMES = {
    "dementia": r"\b(?:dementias?|demencias?|alzheimer)\b",
    "heart": (
        r"\b(?:heart (?:attacks?|failure|disease)|cardiac[oa]?s?|blood pressure|hypertension|cholesterol|"
        r"angina|atrial fibrillation|infartos?(?! cerebral)|(?:presion|tension) arterial|hipertension|colesterol|"
        r"ataques? al corazon)\b"
    ),
    "stroke": (
        rf"\b(?:(?:{_BEFORE_STROKE}) strokes?(?! (?:of|at) )|mini[- ]?strokes?|"
        r"strokes? (?:patients?|survivors?|risk|signs?)|"
        r"ictus|derrames? cerebral(?:es)?|accidentes? cerebrovascular(?:es)?|infartos? cerebral(?:es)?)\b"
    ),
    "diabetes": (
        r"\b(?:diabetes|diabetic(?:[oa]?s?)|insulina?|blood (?:sugar|glucose)|glucemia|"
        r"(?:azucar|glucosa) en (?:la )?sangre)\b"
    ),
    "cancer": (
        r"\b(?:cancer(?:s|es|igeno|igenos)?|tumou?r(?:s|es)?|leuka?emia|leucemia|lymphoma|linfoma|melanoma|metastasis|"
        r"chemo(?:therapy)?|quimio(?:terapia)?|radiotherapy|radioterapia)\b"
    ),
    "mental-health": (
        r"\b(?:depression|depresion|antidepressants?|antidepresivos?|anxiety|ansiedad|schizophrenia|esquizofrenia)\b"
    ),
    "end-of-life": r"\b(?:palliative|hospices?|paliativ[oa]s?)\b",
}
_PATTERNS = {topic: LatePattern(names) for topic, names in _NAMES.items()}
_LOOKED_THROUGH = 20_000  # characters


def named_topics(text: str) -> tuple[str, ...]:
    """Return the ids of the topics that a message names, the one first that it names most often, else first."""
    plain = fold(text[:_LOOKED_THROUGH])
    found = {topic: [match.start() for match in names.finditer(plain)] for topic, names in _PATTERNS.items()}
    named = [topic for topic, places in found.items() if places]
    return tuple(sorted(named, key=lambda topic: (-len(found[topic]), found[topic][0])))
