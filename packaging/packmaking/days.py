"""Awareness days of all packs, with a text to share for each. One that moves has no date until somebody confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from caregiver_app.model.awareness import DateRule
from caregiver_app.model.pack import PackText
from caregiver_app.model.pack_help import PackDate, PackKit
from packmaking.subjects import packs_of, topics_of
from packmaking.tables import Row, decided, secure, shown, table

PREFIX = "day-"
_MOST_TEXTS = 2
_THE_FIRST = "first"


@cache
def all_dates() -> tuple[PackDate, ...]:
    """Return the days that ship, without kits, in the order of their ids."""
    rows = shown(decided(table("awareness.csv"), "dates"))
    return tuple(_date(row) for row in rows if topics_of(row["topic"]))


def kits_of(day: PackDate, pack: str, guides: Sequence[PackText]) -> tuple[PackKit, ...]:
    """Return the texts to share on a day out of one pack, its own or else those of the pack's topic."""
    own = [row for row in table("kits.csv") if row["topic"] == day.id.removeprefix(PREFIX)]
    return tuple(
        PackKit(
            language=row["language"],
            title=name,
            message=row["message"].format(name=name),
            links=_texts_of(row, pack, guides),
        )
        for row in own or [row for row in table("kits.csv") if row["topic"] == pack]
        if (name := _name(day, row["language"]))
    )


def _texts_of(row: Row, pack: str, guides: Sequence[PackText]) -> tuple[str, ...]:
    """Return the guides that go with a text to share: the first of the pack, one by its name, or none."""
    own = [text for text in guides if text.language == row["language"]]
    if row["texts"] == _THE_FIRST:
        return tuple(text.id for text in own[:_MOST_TEXTS])
    wanted = f"{pack}-{row['texts']}"
    return tuple(text.id for text in own if wanted in (text.id, text.translation_of))


def _name(day: PackDate, language: str) -> str:
    """Return what a day is called in a language, empty where nobody wrote it down."""
    if language == day.language:
        return day.name
    names = {(row["id"], row["language"]): row["name"] for row in table("date_names.csv")}
    return names.get((day.id.removeprefix(PREFIX), language), "")


def _date(row: Row) -> PackDate:
    rule = DateRule(row["rule_type"])
    return PackDate(
        id=f"{PREFIX}{row['id']}",
        name=row["name"],
        language="en",
        rule=rule,
        when="" if rule is DateRule.FLOATING else row["rule"],
        lasting=int(row["duration_days"] or 1) if rule is not DateRule.MONTH else 1,
        organiser=row["organiser"],
        country=row["scope"],
        topics=topics_of(row["topic"]),
        page=secure(row["page"]),
        fund_raising=row.get("fundraising") == "yes",
    )


def in_pack(day: PackDate, pack: str) -> bool:
    """Return True where a pack holds this day: one does, since a text to share names what stands beside it."""
    return pack == packs_of(day.topics)[0]
