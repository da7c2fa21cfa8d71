"""How long it takes to find private words in a text of 2,000 characters, with the records of years in the notes."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

from caregiver_app.vault.private_words.matcher import PrivateMatcher
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.store import Vault
from tests.benchmarks.figures import Figure
from tests.helpers.care_notes import open_notes
from tests.helpers.clock import MONDAY

CHARACTERS = 2_000
RECORDS = 400
TEXTS = 300
MUST_MS, AIM_MS = 16.0, 5.0


def finding_figures(words: Sequence[str]) -> list[Figure]:
    """Measure with `words`, the most frequent first: texts are of all of them, records of the rarer ones."""
    chance = random.Random(13)  # noqa: S311 the same texts every time are what makes runs comparable
    with tempfile.TemporaryDirectory() as folder:
        vault = open_notes(Path(folder)).vault
        _fill(vault, words[len(words) // 3 :], chance)
        started = time.perf_counter()
        matcher = PrivateMatcher(bytes(32), vault.private_texts.all(), languages=("es", "en"))
        made_ms = (time.perf_counter() - started) * 1000
        vault.close()
    taken = [_find(matcher, _text(words, chance)) for _ in range(TEXTS)]
    p95 = quantiles(taken, n=100, method="inclusive")[94] * 1000
    return [
        Figure(what=f"private words in {CHARACTERS:,} characters, p95", ours=p95, unit="ms", must=MUST_MS, aim=AIM_MS),
        Figure(what=f"matcher of {3 * RECORDS:,} records made", ours=made_ms, unit="ms"),
    ]


def _fill(vault: Vault, words: Sequence[str], chance: random.Random) -> None:
    def said() -> str:
        return f"{chance.choice(words)} {chance.choice(words)}".title()

    with vault.write("bench.fill"):
        for number in range(RECORDS):
            phones = (Phone(number=f"01632 96{number:04}"),)
            contact = ContactText(name=said(), phones=phones, address=f"{number} {said()}\n{said()}")
            vault.contacts.add(contact, at=MONDAY)
            vault.medicines.add(MedicineText(name=f"{said()} {number} mg", by_whom=said()), at=MONDAY)
            visit = NewAppointment(title="Visit", starts="2026-11-23T14:30", zone="Europe/London", place=said())
            vault.appointments.add(visit, at=MONDAY)


def _text(words: Sequence[str], chance: random.Random) -> str:
    picked = (words[min(len(words) - 1, int(chance.paretovariate(0.7)) - 1)] for _ in range(CHARACTERS))
    return " ".join(picked)[:CHARACTERS]


def _find(matcher: PrivateMatcher, text: str) -> float:
    started = time.perf_counter()
    matcher.find(text)
    return time.perf_counter() - started
