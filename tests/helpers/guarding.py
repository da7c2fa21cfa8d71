"""The guard as tests ask it: with what ships and no care notes; messages with their labels; what it found of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.scan import scan
from caregiver_app.links.tokens import has_token
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.private import PrivateHit, PrivateKind, PrivateWords
from caregiver_app.support.helplines import public_numbers

MESSAGES = Path(__file__).parents[1] / "data" / "messages"
_LABEL = re.compile(r"\{([a-z-]+):([^{}]*)\}")

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text, and the pieces of it that give somebody away: start, end and kind."""

    text: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """How many labelled pieces of each kind were there and found, and how many pieces were found without a label."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def recall(self, kind: str) -> float:
        """Return the share of a kind's pieces that were found."""
        return self.found[kind] / self.there[kind]

    def precision(self, kind: str) -> float:
        """Return the share of what was found that is labelled."""
        return self.found[kind] / max(1, self.found[kind] + self.extra[kind])


class WordsOf:
    """Private words that tests know: finds each of them to the letter."""

    def __init__(self, **words: PrivateKind) -> None:
        self._words = words

    def find(self, text: str) -> tuple[PrivateHit, ...]:
        """Return where the words stand."""
        return tuple(
            PrivateHit(start=found.start(), end=found.end(), kind=kind)
            for word, kind in self._words.items()
            for found in re.finditer(re.escape(word), text)
        )


@cache
def knowledge(*regions: str) -> Knowledge:
    """Return what the guard knows without care notes."""
    return Knowledge(regions=regions or Knowledge().regions, public_numbers=public_numbers(), holds_token=has_token)


def findings(text: str, *regions: str, private_words: PrivateWords | None = None) -> tuple[Finding, ...]:
    """Return what the guard finds in a text."""
    known = knowledge(*regions)
    if private_words is None:
        return scan(text, known)
    told = Knowledge(
        regions=known.regions,
        public_numbers=known.public_numbers,
        holds_token=known.holds_token,
        private_words=private_words,
    )
    return scan(text, told)


def found(text: str, *regions: str) -> list[tuple[FindingKind, str]]:
    """Return kind and text of each finding."""
    return [(finding.kind, finding.text) for finding in findings(text, *regions)]


def only(kind: FindingKind, text: str, *regions: str) -> list[str]:
    """Return the texts of the findings of one kind."""
    return [each for each_kind, each in found(text, *regions) if each_kind is kind]


def read_labelled(line: str) -> Labelled:
    r"""Return the message of a line in which `{kind:piece}` labels pieces and `\n` stands for a line's end."""
    text, spans, reached = "", [], 0
    for label in _LABEL.finditer(line):
        text += line[reached : label.start()].replace("\\n", "\n")
        spans.append((len(text), len(text) + len(label[2]), label[1]))
        text += label[2]
        reached = label.end()
    return Labelled(text=text + line[reached:].replace("\\n", "\n"), spans=tuple(spans))


def messages(name: str) -> tuple[Labelled, ...]:
    """Return the messages of one of our own files: "private" or "clean"."""
    lines = (MESSAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(read_labelled(line) for line in lines)


def overlaps(finding: Finding, span: Sequence[object]) -> bool:
    """Return whether a finding and a labelled piece share a character."""
    start, end = span[0], span[1]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return finding.start < end and finding.end > start


def family(kind: FindingKind) -> str:
    """Return the kind, all telephone numbers as one: whose they are is said apart."""
    phones = (FindingKind.PHONE, FindingKind.OWN_PHONE, FindingKind.SERVICE_PHONE)
    return FindingKind.PHONE.value if kind in phones else kind.value


def tally(texts: Iterable[Labelled]) -> Tally:
    """Return how well the guard does over labelled texts; a piece counts when one of its kind overlaps it."""
    counted = Tally()
    for each in texts:
        results = findings(each.text)
        for span in each.spans:
            counted.there[span[2]] += 1
            counted.found[span[2]] += any(overlaps(one, span) and family(one.kind) == span[2] for one in results)
        for one in results:
            if not any(overlaps(one, span) for span in each.spans):
                counted.extra[family(one.kind)] += 1
    return counted
