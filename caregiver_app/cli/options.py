"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.session import Session
from caregiver_app.model.article import Sort
from caregiver_app.support.i18n import gettext as _

LARGEST_ID = (1 << 63) - 1
DATA_DIR = "--data-dir"
"""Stands before every command and behind none."""


class IdType(click.ParamType[int]):
    """A number that names one thing, also written with its kind before it, e.g. `article:12`."""

    name = "id"

    def __init__(self, kind: str) -> None:
        self._prefix = f"{kind}:"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; one larger than any that is given out names nothing."""
        digits = str(value).removeprefix(self._prefix)
        if not (digits.isascii() and digits.isdigit()):
            self.fail(_("{value} is not the number of anything.").format(value=repr(value)), param, ctx)
        return min(int(digits[:20]), LARGEST_ID)


class FolderType(click.ParamType[Path]):
    """A folder that need not exist yet."""

    name = "folder"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; an empty one would mean the folder where one happens to stand."""
        text = str(value)
        if not text or "\0" in text:
            self.fail(_("Name a folder."), param, ctx)
        return Path(text)


def json_option() -> click.Option:
    """`--json`, taken before the command and after it."""
    return click.Option(
        ["--json"], is_flag=True, expose_value=False, callback=_wish_json, help=_("Print one JSON document.")
    )


def limit_option(default: int) -> click.Option:
    """`--limit N`."""
    return click.Option(
        ["--limit"],
        type=click.IntRange(1, 1_000_000),
        default=default,
        show_default=True,
        metavar="N",
        help=_("Show at most so many."),
    )


def source_option(help_text: str, *, multiple: bool = False) -> click.Option:
    """`--source ID`."""
    name = "source_ids" if multiple else "source_id"
    return click.Option(["--source", name], type=IdType("source"), multiple=multiple, metavar="ID", help=help_text)


def topic_option(help_text: str, *, multiple: bool = False) -> click.Option:
    """`--topic T`, by its id or its title."""
    name = "topics" if multiple else "topic"
    return click.Option(["--topic", name], multiple=multiple, metavar="T", help=help_text)


def sort_option() -> click.Option:
    """`--sort ORDER`."""
    return click.Option(
        ["--sort"],
        type=click.Choice([sort.value for sort in Sort]),
        default=Sort.NEWEST.value,
        show_default=True,
        help=_("In which order they stand."),
    )


def muted_option() -> click.Option:
    """`--muted`."""
    return click.Option(["--muted"], is_flag=True, help=_("Also what mute words keep out of lists."))


def collection_option() -> click.Option:
    """`--collection NAME`."""
    return click.Option(["--collection"], metavar="NAME", help=_("Only those on this collection."))


def ids_argument(kind: str, *, required: bool = True) -> click.Argument:
    """`ID ...`."""
    return click.Argument(["ids"], type=IdType(kind), nargs=-1, required=required, metavar="ID ...")


def _wish_json(context: click.Context, _parameter: click.Parameter, wished: bool) -> None:
    session = context.find_object(Session)
    if wished and session is not None:
        session.console.as_json = True
