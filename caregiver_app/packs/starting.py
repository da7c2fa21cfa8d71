"""Begins a pack: from nothing, or from rows of a list. What a row says is taken as it is; what cannot be is left out.

Pure. Nothing is looked up and no check is made up: what comes in is "Listed, not checked".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from caregiver_app.links.tokens import has_token, mask_address
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_help import PackCommunity, PackHelpline
from caregiver_app.model.pack_places import PackLink, PackOrganisation, PackSource
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import record_from
from caregiver_app.packs.spreadsheets import Row
from caregiver_app.trust.reviewing import months_later

_GOOD_FOR_MONTHS: Final = 12
_LONGEST_ID = 80
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_KINDS: Final[dict[str, tuple[str, type[Any]]]] = {
    "link": ("links", PackLink),
    "source": ("sources", PackSource),
    "feed": ("sources", PackSource),
    "page": ("pages", PackSource),
    "community": ("communities", PackCommunity),
    "helpline": ("helplines", PackHelpline),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPack:
    """What is asked of somebody who begins a pack."""

    title: str
    publisher: str
    topics: tuple[str, ...]
    language: str = "en"
    country: str = "INT"
    licence: str = "CC BY 4.0 for our own texts"
    identifier: str = ""  # made from the title where it is empty


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunPack:
    """A new pack, and what of the rows was left out: the place is the row's number."""

    pack: Pack
    taken: int = 0
    left_out: tuple[PackProblem, ...] = ()


def begin_pack(asked: NewPack, rows: Sequence[Row], on: date) -> BegunPack | tuple[PackProblem, ...]:
    """Return a new pack with what rows hold, or what is wrong with what was asked."""
    problems = Problems()
    pack = record_from(_head(asked, on), Pack, "", problems)
    if pack is None:
        return problems.all
    filling = _Filling(pack, asked)
    for row in rows:
        filling.take(row)
    return filling.done()


def slug_of(words: str) -> str:
    """Return an id made of words: small letters, digits and hyphens; "item" where nothing is left of them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _OTHER_SIGNS.sub("-", plain)[:_LONGEST_ID].strip("-") or "item"


def _head(asked: NewPack, on: date) -> Json:
    return {
        "schema": 1,
        "id": asked.identifier or slug_of(asked.title),
        "version": 1,
        "title": asked.title,
        "languages": [asked.language],
        "topics": list(asked.topics),
        "countries": [] if asked.country == "INT" else [asked.country],
        "licence": asked.licence,
        "publisher": asked.publisher,
        "published_on": on.isoformat(),
        "review_by": months_later(on, _GOOD_FOR_MONTHS).isoformat(),
    }


class _Filling:
    """A pack while rows are put into it."""

    def __init__(self, pack: Pack, asked: NewPack) -> None:
        self._pack = pack
        self._asked = asked
        self._ids: set[str] = set()
        self._numbers: dict[str, int] = {}  # up to which the ids made of some words are taken
        self._organisations: dict[str, PackOrganisation] = {}
        self._lists: dict[str, list[Any]] = {name: [] for name, _ in _KINDS.values()}
        self._left_out = Problems()

    def take(self, row: Row) -> None:
        """Put one row where it belongs, or note why it is left out."""
        where = f"{row.number}"
        kind = row.get("kind").casefold() or "link"
        if not row.get("kind") and row.get("phone") and not row.get("address"):
            self._left_out.add(f"{where}.kind", PackFault.UNCLEAR)  # a list of people reads just like one of lines
            return
        if kind not in _KINDS:
            self._left_out.add(where, PackFault.NOT_SUCH_A_WORD, kind[:40])
            return
        name, made_of = _KINDS[kind]
        before = len(self._left_out.all)
        made = record_from(self._record(row, name), made_of, where, self._left_out)
        if made is None or len(self._left_out.all) > before:
            return
        if has_token(row.get("address")):
            self._left_out.add(where, PackFault.PRIVATE_LINK, mask_address(row.get("address")))
            return
        if row.get("organisation"):
            made = replace(made, organisation=self._organisation(row.get("organisation")))
        self._ids.add(made.id)
        self._lists[name].append(made)

    def done(self) -> BegunPack:
        """Return the pack with all that was taken."""
        pack = replace(
            self._pack,
            organisations=tuple(self._organisations.values()),
            sources=tuple(self._lists["sources"]),
            pages=tuple(self._lists["pages"]),
            links=tuple(self._lists["links"]),
            communities=tuple(self._lists["communities"]),
            helplines=tuple(self._lists["helplines"]),
        )
        return BegunPack(pack=pack, taken=pack.items, left_out=self._left_out.all)

    def _record(self, row: Row, name: str) -> Json:
        title = row.get("title") or row.get("address")
        said: dict[str, Json] = {
            "id": self._free(row.get("id") or slug_of(f"{self._country(row)} {title}")),
            "country": self._country(row),
            "topics": _words(row.get("topics")) or list(self._pack.topics),
        }
        language = row.get("language").lower() or self._pack.languages[0]
        if name == "helplines":
            said |= {"name": title, "kind": "caring", "languages": [language], "phone": row.get("phone")}
            said |= {"hours_said": row.get("hours"), "note": row.get("summary"), "page": row.get("address")}
            return said
        said |= {"address": row.get("address"), "language": language}
        said["name" if name == "communities" else "title"] = title
        if row.get("summary"):
            said["note" if name in ("sources", "pages") else "summary"] = row.get("summary")
        return said

    def _country(self, row: Row) -> str:
        return row.get("country").upper() or self._asked.country

    def _organisation(self, name: str) -> str:
        """Return the id of an organisation, which is added when it is named for the first time."""
        key = name.casefold()
        if key not in self._organisations:
            identifier = self._free(slug_of(name))
            self._ids.add(identifier)
            self._organisations[key] = PackOrganisation(id=identifier, name=name[:200])
        return self._organisations[key].id

    def _free(self, wanted: str) -> str:
        if wanted not in self._ids:
            return wanted
        number = self._numbers.get(wanted, 2)
        while f"{wanted}-{number}" in self._ids:
            number += 1
        self._numbers[wanted] = number
        return f"{wanted}-{number}"


def _words(said: str) -> list[str]:
    return list(dict.fromkeys(slug_of(part) for part in _split(said)))


def _split(said: str) -> Iterable[str]:
    return (part.strip() for part in re.split("[,;|]", said) if part.strip())
