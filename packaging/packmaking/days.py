"""Awareness days of all packs, with a text to share for each. One that moves has no date until somebody confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from caregiver_app.model.awareness import DateRule
from caregiver_app.model.pack import PackText
from caregiver_app.model.pack_help import PackDate, PackKit
from packmaking.day_words import when_it_is
from packmaking.subjects import packs_of, topics_of
from packmaking.tables import Row, decided, secure, shown, table

PREFIX = "day-"
_MOST_TEXTS = 2
_MOST_PAGES = 2
_THE_FIRST = "first"


@cache
def all_dates() -> tuple[PackDate, ...]:
    """Return the days that ship, without kits, in the order of their ids."""
    rows = shown(decided(table("awareness.csv"), "dates"))
    return tuple(_date(row) for row in rows if topics_of(row["topic"]))


def kits_of(day: PackDate, pack: str, guides: Sequence[PackText], well_known: Mapping[str, str]) -> tuple[PackKit, ...]:
    """Return the texts to share on a day out of one pack, its own or else those of the pack's topic.

    `well_known` are the countries of links to known organisations' own pages, by their ids: these may be passed on.
    """
    own = [row for row in table("kits.csv") if row["topic"] == day.id.removeprefix(PREFIX)]
    return tuple(
        PackKit(
            language=row["language"],
            title=name,
            message=row["message"].format(name=name),
            facts=tuple(fact for fact in (when_it_is(day.rule, day.when, row["language"]),) if fact),
            links=_goes_with(day, _texts_of(row, pack, guides), well_known),
        )
        for row in own or [row for row in table("kits.csv") if row["topic"] == pack]
        if (name := _name(day, row["language"]))
    )


def _goes_with(day: PackDate, texts: Sequence[PackText], well_known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the guides that go with a text to share, and pages to read on that fit the day's country."""
    named = dict.fromkeys(link for text in texts for link in text.read_on)
    places = (day.country, "INT") if day.country != "INT" else tuple(well_known.values())
    pages = [link for link in named if well_known.get(link) in places]
    return (*(text.id for text in texts), *pages[:_MOST_PAGES])


def _texts_of(row: Row, pack: str, guides: Sequence[PackText]) -> tuple[PackText, ...]:
    """Return the guides that go with a text to share: the first of the pack, some by their names, or none."""
    own = [text for text in guides if text.language == row["language"]]
    if row["texts"] == _THE_FIRST:
        return tuple(own[:_MOST_TEXTS])
    wanted = {f"{pack}-{name}" for name in row["texts"].split(";")}
    return tuple(text for text in own if wanted & {text.id, text.translation_of})


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
        name=row["name"].removesuffix(" (US)"),  # the country says so
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
