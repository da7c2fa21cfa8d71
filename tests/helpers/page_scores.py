"""Compares the main text that we find in a page with what is expected of it, by runs of words, and counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from caregiver_app.feeds.jobs import PageJob
from caregiver_app.feeds.page_text import read_page
from caregiver_app.model.entry import EntryText
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.markup import replace_pictures
from caregiver_app.support.plain_text import strip_markup

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScore:
    """Shares of what we found that is right, and of what is right that we found."""

    precision: float
    recall: float


def read(body: bytes, url: str = "https://pages.example/a") -> EntryText | None:
    """Return what we find in a page, None where we say that it has no text."""
    try:
        (entry,) = read_page(PageJob(url=url, headers={}, body=body)).entries
    except FeedError as error:
        if error.kind is not FeedTrouble.NO_TEXT:
            raise
        return None
    return entry.text


def words_of(text: EntryText | None) -> str:
    """Return the words of a text without those that describe its pictures."""
    return "" if text is None else strip_markup(replace_pictures(text.html, lambda _description, _address: " "))


def score(ours: str, expected: str, *, run: int) -> PageScore:
    """Return how far two texts agree in their runs of so many words, each counted as often as it stands there."""
    found, wanted = _runs(ours, run), _runs(expected, run)
    right = (found & wanted).total()
    return PageScore(
        precision=right / found.total() if found else float(not wanted),
        recall=right / wanted.total() if wanted else 1.0,
    )


def means(scores: list[PageScore]) -> dict[str, float]:
    """Return mean precision and recall of pages, and the F1 of these means."""
    precision = sum(each.precision for each in scores) / len(scores)
    recall = sum(each.recall for each in scores) / len(scores)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }


def _runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    last = max(len(words) - length + 1, 1)
    return Counter(tuple(words[at : at + length]) for at in range(last))
