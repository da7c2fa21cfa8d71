"""Which topics, as people see them, and which packs the finer words of the tables belong to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from packmaking.tables import table

WITHOUT_A_TOPIC = "carer-wellbeing"
"""The pack of what belongs to no topic: health in general, illnesses without a pack. No choice switches it on."""

_FURTHER = {"poison": "alerts", "general": "carer-wellbeing"}
"""Words that name no topic of sources, but say where a helpline belongs."""


def topics_of(words: str) -> tuple[str, ...]:
    """Return the topics that words of a table (`a;b`) stand for, in their order."""
    known = _topics_by_word()
    return tuple(sorted({known[word] for word in words.split(";") if word in known}))


def topics_of_helpline(words: str) -> tuple[str, ...]:
    """Return the topics of a helpline: poison and medical advice have a place of their own."""
    further = {_FURTHER[word] for word in words.split(";") if word in _FURTHER}
    return topics_of(words) or tuple(sorted(further))


def packs_of(topics: Iterable[str]) -> tuple[str, ...]:
    """Return the packs that hold something on these topics."""
    wanted = frozenset(topics)
    return tuple(pack for pack, own in _topics_by_pack().items() if own & wanted) or (WITHOUT_A_TOPIC,)


@cache
def _topics_by_word() -> dict[str, str]:
    return {word: row["id"] for row in table("topics.csv") if row["id"] for word in row["words"].split(";")}


@cache
def _topics_by_pack() -> dict[str, frozenset[str]]:
    return {row["id"]: frozenset(row["topics"].split(";")) for row in table("packs.csv")}
