"""What `caregiver print` was asked for, and whether that goes together: what says nothing for a sheet is refused."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from caregiver_app.model.sheets.kinds import PRIVATE, PUBLIC, SECRET, Audience, PrintSet, SheetKind, kinds_of
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.wishes import usual_hours
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _

STANDARD = "-"
_PDF = ".pdf"
_IN_A_PERIOD = (SheetKind.JOURNAL, SheetKind.MEASUREMENTS)
_FLYERS = (SheetKind.SHARE_FLYER, SheetKind.AWARENESS_FLYER)
_OF_ITEMS = (SheetKind.RESOURCE_LIST, SheetKind.ARTICLE, SheetKind.GUIDE, SheetKind.CHECKLIST, SheetKind.SHARE_FLYER)
_WITH_WORDS = tuple(kind for kind in PUBLIC if kind is not SheetKind.PACK_CONTENTS)
_FITS: Mapping[str, tuple[str, Collection[SheetKind]]] = MappingProxyType(
    {
        "person": ("--person", PRIVATE),
        "person_id": ("--person-id", PRIVATE),
        "audience": ("--for", PRIVATE),
        "since": ("--since", (*_IN_A_PERIOD, SheetKind.LOG_GRID, SheetKind.VISIT)),
        "until": ("--until", _IN_A_PERIOD),
        "visit": ("--visit", (SheetKind.VISIT, SheetKind.QUESTIONS)),
        "hours": ("--hours", (SheetKind.HANDOVER,)),
        "measures": ("--measure", (SheetKind.MEASUREMENTS,)),
        "items": ("--item", _OF_ITEMS),
        "collection": ("--collection", (SheetKind.RESOURCE_LIST,)),
        "topic": ("--topic", (SheetKind.RESOURCE_LIST, SheetKind.HELPLINES)),
        "country": ("--country", (SheetKind.HELPLINES,)),
        "wallet": ("--wallet", (SheetKind.HELPLINES,)),
        "day": ("--day", (SheetKind.AWARENESS_FLYER,)),
        "pack": ("--pack", (SheetKind.PACK_CONTENTS,)),
        "channel": ("--channel", (SheetKind.PACK_CONTENTS,)),
        "message_file": ("--message-file", _FLYERS),
        "title": ("--title", _WITH_WORDS),
        "keep": ("--keep", _WITH_WORDS),
        "keep_look": ("--keep-look", _WITH_WORDS),
        "put_on": ("--with", (*PRIVATE, *PUBLIC)),
        "left_out": ("--without", (*PRIVATE, *PUBLIC)),
    }
)
"""Of which sheets an option says something; the first word is how it is typed."""
_OF_ONE_ALONE = frozenset({"title", "keep", "keep_look"})
"""What would not be clear of a set: which of its sheets is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLook:
    """How a sheet is to look; no paper: the usual one, no size: large."""

    paper: PaperSize | None
    size: PrintSize | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintAsked:
    """What was asked for, as it was typed. `name` is a sheet or a set, `kinds` are its sheets in their order."""

    name: str
    kinds: tuple[SheetKind, ...]
    look: PrintLook
    file: str
    only_parts: bool
    password_file: Path | None
    allow_synced: bool
    person: str | None = field(repr=False)
    person_id: int | None
    audience: Audience | None
    since: str | None
    until: str | None
    visit: int | None
    hours: int
    measures: tuple[str, ...]
    put_on: tuple[str, ...]
    left_out: tuple[str, ...]
    items: tuple[Subject, ...]
    collection: str | None
    topic: str | None
    country: str
    wallet: bool
    day: str | None
    pack: str | None
    channel: Path | None
    title: str = field(repr=False)
    message_file: str | None
    keep: tuple[tuple[str, str], ...]
    keep_look: bool

    @property
    def is_private(self) -> bool:
        """Whether something on it comes from care notes."""
        return any(kind in PRIVATE for kind in self.kinds)


def named(name: str) -> SheetKind | PrintSet:
    """Return the sheet or the set of a name that the command takes."""
    return PrintSet(name) if name in {each.value for each in PrintSet} else SheetKind(name)


def secret_in(kinds: Collection[SheetKind]) -> SheetKind | None:
    """Return the sheet among these that carries a key, None where none does."""
    return next((kind for kind in kinds if kind in SECRET), None)


def asked_of(
    sheet: str,
    look: PrintLook,
    *,
    file: str | None,
    only_parts: bool,
    as_json: bool,
    audience: str | None,
    **given: Any,
) -> PrintAsked:
    """Return what was asked for.

    Raises:
        click.UsageError: something says nothing for this sheet, or there is no file to write.
    """
    what = named(sheet)
    kinds = kinds_of(what)
    _check_fitting(kinds, {**given, "audience": audience})
    if not only_parts:
        _check_file(file, as_json)
    return PrintAsked(
        name=sheet,
        kinds=kinds,
        look=look,
        file=file or "",
        only_parts=only_parts,
        audience=None if audience is None else Audience(audience),
        **(given if given.get("hours") is not None else {**given, "hours": usual_hours(what)}),
    )


def _check_fitting(kinds: Collection[SheetKind], given: Mapping[str, object]) -> None:
    for name, (option, fitting) in _FITS.items():
        fits = (all if name in _OF_ONE_ALONE else any)(kind in fitting for kind in kinds)
        if given.get(name) not in (None, "", (), False) and not fits:
            raise click.UsageError(_("{option} says nothing for this sheet.").format(option=option))
    if both := set(_several(given["put_on"])) & set(_several(given["left_out"])):
        part = min(both)
        raise click.UsageError(_("The part {part} cannot be put on and left out.").format(part=repr(part)))


def _check_file(file: str | None, as_json: bool) -> None:
    if file is None:
        raise click.UsageError(_("Name a file with -o."))
    if file == STANDARD and as_json:
        raise click.UsageError(_("With --json name a file with -o."))
    if file == STANDARD and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(_("A terminal shows no PDF. Hand it on, e.g. to a printer: -o - | lp"))
    if file != STANDARD and not file.lower().endswith(_PDF):
        raise click.UsageError(_("Name a file that ends in .pdf."))


def _several(given: object) -> tuple[str, ...]:
    return given if isinstance(given, tuple) else ()
