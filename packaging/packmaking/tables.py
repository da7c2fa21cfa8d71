"""The tables of the built-in packs, with what was left out and what was decided otherwise. Never the network."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import make_starter

PACKAGING = Path(__file__).resolve().parent.parent
FOLDER = PACKAGING / "packs"
STARTER = make_starter.TABLES
SHIPPED = ("high", "medium")
"""Confidence of rows that ship; those of low confidence wait until a person has checked them."""
LANGUAGES = ("en", "es")  # of the window

Row = dict[str, str]


def table(name: str) -> list[Row]:
    """Return the rows of a table: one of the packs, or one gathered for the starter content.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return [dict(row) for row in _read(FOLDER / name if (FOLDER / name).is_file() else STARTER / name)]


def decided(rows: list[Row], kind: str) -> list[Row]:
    """Return the rows of one kind with the overrides carried out, without those that were left out, by their ids.

    Raises:
        ValueError: an override or an omission names a row that is not there.
    """
    by_id = {row["id"]: dict(row) for row in rows}
    for override in _of_kind("overrides.csv", kind):
        _row(by_id, override["id"])[override["field"]] = override["value"]
    for omission in _of_kind("left_out.csv", kind):
        _row(by_id, omission["id"])
        del by_id[omission["id"]]
    return [by_id[identifier] for identifier in sorted(by_id)]


def shown(rows: list[Row]) -> list[Row]:
    """Return the rows that may be shown: good evidence, in a language of the window."""
    return [row for row in rows if row["confidence"] in SHIPPED and row.get("language", "en") in LANGUAGES]


def secure(address: str) -> str:
    """Return an address in the form that packs have, empty where it is none that they may name."""
    if not address.startswith("https://"):
        return ""
    return address if urlsplit(address).path else f"{address}/"


@cache
def _read(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _of_kind(name: str, kind: str) -> list[Row]:
    return [row for row in table(name) if row["list"] == kind]


def _row(by_id: dict[str, Row], identifier: str) -> Row:
    if identifier not in by_id:
        raise ValueError(f"no such row: {identifier}")
    return by_id[identifier]
