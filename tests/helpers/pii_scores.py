"""How well the guard does over the corpus of texts with personal data, by the corpus' own names of kinds.

A piece counts as found when a finding of a kind that fits overlaps it. A case in which nothing is labelled counts
against precision when such a finding is made. Bare numbers, which are nothing but digits without a word or a grouping,
are counted by themselves: a check digit alone is no proof.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from caregiver_app.model.guard import FindingKind
from tests.helpers.corpora import corpus
from tests.helpers.guarding import findings, overlaps

_PHONES = (FindingKind.PHONE, FindingKind.OWN_PHONE, FindingKind.SERVICE_PHONE)
_NATIONAL = (FindingKind.NATIONAL_NUMBER,)

CHECKED = {
    "IBAN_CODE": (FindingKind.IBAN,),
    "CREDIT_CARD": (FindingKind.CARD,),
    "EMAIL_ADDRESS": (FindingKind.EMAIL,),
    "PHONE_NUMBER": _PHONES,
    "UK_NHS": _NATIONAL,
    "UK_NINO": _NATIONAL,
    "US_SSN": _NATIONAL,
    "US_MBI": _NATIONAL,
    "CA_SIN": _NATIONAL,
    "DE_HEALTH_INSURANCE": _NATIONAL,
    "DE_SOCIAL_SECURITY": _NATIONAL,
    "ES_NIF": _NATIONAL,
    "ES_NIE": _NATIONAL,
    "FI_PERSONAL_IDENTITY_CODE": _NATIONAL,
    "IN_AADHAAR": _NATIONAL,
}
"""Kinds with floors of 0.95 for what is found and 0.90 for what of it is right."""

OTHERS = {
    "DATE_OF_BIRTH": (FindingKind.BIRTH_DATE,),
    "IP_ADDRESS": (FindingKind.IP_ADDRESS,),
    "MAC_ADDRESS": (FindingKind.MAC_ADDRESS,),
    "UK_POSTCODE": (FindingKind.POSTCODE,),
    "UK_DRIVING_LICENCE": _NATIONAL,
    "AGE": (FindingKind.AGE,),
    "STREET_ADDRESS": (FindingKind.ADDRESS, FindingKind.POSTCODE),
    "PERSON": (FindingKind.NAME,),
}
KINDS = CHECKED | OTHERS


@dataclass(slots=True)
class Scores:
    """Counts by the corpus' names of kinds."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)
    bare_found: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        """Return the share of pieces that were found, bare ones apart."""
        return self.found[kind] / self.there[kind]

    def precision(self, kind: str) -> float:
        """Return the share of findings that are right."""
        return self.found[kind] / max(1, self.found[kind] + self.wrong[kind])


def read(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file of the corpus."""
    return [json.loads(line) for line in (corpus("pii") / name).read_text(encoding="utf-8").splitlines()]


def score(name: str) -> Scores:
    """Return the scores over one file."""
    scores = Scores()
    for case in read(name):
        _count(case, scores)
    return scores


def _count(case: dict[str, Any], scores: Scores) -> None:
    results = findings(case["text"])
    for start, end, kind in case["spans"]:
        if kind not in KINDS or case.get("weak"):
            continue
        is_found = any(one.kind in KINDS[kind] and overlaps(one, (start, end)) for one in results)
        if _is_bare(case["text"], start, end):
            scores.bare[kind] += 1
            scores.bare_found[kind] += is_found
            continue
        scores.there[kind] += 1
        scores.found[kind] += is_found
        if not is_found:
            scores.missed.append((kind, case["text"]))
    judged = KINDS if case["about"] == "*" else [kind for kind in case["about"] if kind in KINDS]
    for kind in judged:
        free = (one for one in results if not any(overlaps(one, span) for span in case["spans"]))
        scores.wrong[kind] += any(one.kind in KINDS[kind] for one in free)


def _is_bare(text: str, start: int, end: int) -> bool:
    return text.strip() == text[start:end] and text[start:end].isdigit()
