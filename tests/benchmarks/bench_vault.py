"""Care notes measured with many of them: unlocking, saving, searching, the timeline, and how they grow.

    python3 dev.py bench vault -- [--notes 1000 10000 ...] [--saves 200] [--write]

The notes are of words spread as in prose, some 60 words each, about two people, one in ten changed and with a version,
beside measurements, questions and medicines in the usual proportion. A save is one transaction with `synchronous` FULL:
the text, the search words and, once a stretch of writing, a version. Searches ask for frequent, middle and rare words,
beginnings and pairs, always the first page of 50 with snippets.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles

from caregiver_app.model.time import Millis
from caregiver_app.support.plain_text import strip_markup
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.benchmarks.figures import Figure, add_writing_option, growth_exponent, show
from tests.benchmarks.made_library import made_articles
from tests.benchmarks.private_finding import finding_figures
from tests.benchmarks.unlocking import unlock_figures
from tests.helpers.care_notes import MINUTE, open_notes
from tests.helpers.clock import MONDAY

SAVE_MUST_MS, SAVE_AIM_MS = 50.0, 15.0
SEARCH_MUST_MS, SEARCH_AIM_MS = 60.0, 20.0
PAGE_MUST_MS, PAGE_AIM_MS = 50.0, 5.0
PAGE = 50
WORDS_A_NOTE = 60


def main() -> None:
    """Make the notes, measure, print."""
    options = _options()
    figures = [*unlock_figures(), *finding_figures(_words())]
    costs: dict[str, dict[int, float]] = {}
    for count in sorted(options.notes):
        with tempfile.TemporaryDirectory() as folder:
            taken = measure(Path(folder), count, options.saves)
        for what, seconds in taken.items():
            must, aim = _bounds(what)
            p95 = quantiles(seconds, n=100, method="inclusive")[94] * 1000
            costs.setdefault(what, {})[count] = p95
            figures.append(Figure(what=f"{what}, p95, {count:,} notes", ours=p95, unit="ms", must=must, aim=aim))
    if len(options.notes) > 1:
        figures += (Figure(what=f"{what}: growth", ours=growth_exponent(cost), unit="") for what, cost in costs.items())
    show("Care notes", "Unlocking, saving, searching and walking them.", figures, write=options.write)


def measure(folder: Path, count: int, saves: int) -> Mapping[str, Sequence[float]]:
    """Return seconds of each try by what was tried, in fresh care notes with so many notes."""
    vault = open_notes(folder).vault
    chance = random.Random(11)  # noqa: S311 the same notes every time are what makes runs comparable
    words = _words()
    mum, dad = vault.people.add("Mum", at=MONDAY), vault.people.add("Dad", at=MONDAY)
    started = time.perf_counter()
    ids = _fill(vault, count, (mum, dad), words, chance)
    sys.stdout.write(f"{count:,} notes made in {time.perf_counter() - started:.1f} s\n")
    tries: dict[str, Sequence[Callable[[], object]]] = {
        "save a new note": [partial(_save_new, vault, mum, words, chance) for _ in range(saves)],
        "autosave a note": [partial(_autosave, vault, ids, words, chance, number) for number in range(saves)],
        "search": [partial(vault.searchable.find, typed, limit=PAGE) for typed in _queries(words, chance, saves)],
        "timeline, first page": [partial(vault.timeline.page, mum, limit=PAGE)] * saves,
        "timeline, far below": [partial(_deep_page, vault, mum, count)] * max(10, saves // 10),
        "timeline of all": [partial(vault.timeline.page, limit=PAGE)] * saves,
        "list of notes": [partial(vault.notes.list, mum, limit=PAGE)] * saves,
    }
    taken = {what: [_took(one) for one in each] for what, each in tries.items()}
    vault.close()
    return taken


def _fill(
    vault: Vault, count: int, people: tuple[PersonId, PersonId], words: Sequence[str], chance: random.Random
) -> list[NoteId]:
    ids = []
    with vault.write("bench.fill"):
        for number in range(count):
            at = Millis(MONDAY - (count - number) * 60 * MINUTE)
            person = people[number % 2]
            ids.append(vault.notes.add(NewNote(text=_text(words, chance), person_id=person), at=at))
            if number % 10 == 0:
                vault.notes.change(ids[-1], text=_text(words, chance), at=Millis(at + 1))
            if number % 3 == 0:
                reading = Reading(kind="weight", value=70 + number % 50 / 10, unit="kg")
                vault.measures.add(reading, person_id=person, at=at)
            if number % 20 == 0:
                vault.questions.add(NewQuestion(text=_text(words, chance)[:80], person_id=person), at=at)
    return ids


def _save_new(vault: Vault, person: PersonId, words: Sequence[str], chance: random.Random) -> None:
    vault.notes.add(NewNote(text=_text(words, chance), person_id=person, tags=("night",)), at=MONDAY)


def _autosave(vault: Vault, ids: Sequence[NoteId], words: Sequence[str], chance: random.Random, number: int) -> None:
    note = ids[len(ids) - 1 - number // 20]
    text = vault.notes.get(note).text
    vault.notes.change(note, text=f"{text} {chance.choice(words)}", at=Millis(MONDAY + number * 1_000))


def _deep_page(vault: Vault, person: PersonId, count: int) -> None:
    middle = vault.timeline.page(person, until=Millis(MONDAY - count * 30 * MINUTE), limit=PAGE)
    vault.timeline.page(person, before=middle[-1].key, limit=PAGE)


def _queries(words: Sequence[str], chance: random.Random, count: int) -> list[str]:
    kinds: list[Callable[[], str]] = [
        lambda: chance.choice(words[:20]),
        lambda: chance.choice(words[200:600]),
        lambda: chance.choice(words[-500:]),
        lambda: chance.choice(words[:200])[:3],
        lambda: f"{chance.choice(words[:50])} {chance.choice(words[50:400])}",
    ]
    return [kinds[number % len(kinds)]() for number in range(count)]


def _words() -> list[str]:
    """Return words of the made articles, the most frequent first."""
    held: dict[str, int] = {}
    for _, html in made_articles(200):
        for word in strip_markup(html).lower().split():
            if word.isalpha() and len(word) > 2:
                held[word] = held.get(word, 0) + 1
    return sorted(held, key=lambda word: (-held[word], word))


def _text(words: Sequence[str], chance: random.Random) -> str:
    picked = (words[min(len(words) - 1, int(chance.paretovariate(0.7)) - 1)] for _ in range(WORDS_A_NOTE))
    return " ".join(picked)


def _took(one: Callable[[], object]) -> float:
    started = time.perf_counter()
    one()
    return time.perf_counter() - started


def _bounds(what: str) -> tuple[float, float]:
    if "save" in what:
        return SAVE_MUST_MS, SAVE_AIM_MS
    return (SEARCH_MUST_MS, SEARCH_AIM_MS) if what == "search" else (PAGE_MUST_MS, PAGE_AIM_MS)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--saves", type=int, default=200)
    add_writing_option(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
