"""What the commands of `ask` read that is private: names, reasons, texts. From a terminal by asking, else from standard
input; never from arguments.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import click

from caregiver_app.cli.failures import USAGE, CommandFailed
from caregiver_app.cli.files import read_words
from caregiver_app.cli.session import Session
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

LONGEST_TYPED = 600_000


def read_labelled(labels: Mapping[str, Callable[[], str]]) -> dict[str, str]:
    """Return a short text for each label: asked for one by one at a terminal, else from lines like `why: because`.

    Raises:
        CommandFailed: a line begins with none of the labels.
    """
    if _asks():
        return {
            label: click.prompt(question(), default="", show_default=False, err=True)
            for label, question in labels.items()
        }
    found = dict.fromkeys(labels, "")
    for line in read_words(LONGEST_TYPED).splitlines():
        if line.strip():
            label, _colon, text = line.partition(":")
            found[_known(label, labels)] = text.strip()
    return found


def read_line(question: Callable[[], str]) -> str:
    """Return a short text, asked for at a terminal, else all of standard input."""
    if _asks():
        return str(click.prompt(question(), default="", show_default=False, err=True))
    return read_words(LONGEST_TYPED).strip()


def read_groups(wanted: Iterable[int]) -> dict[int, str]:
    """Return groups of words by number: those `wanted` at a terminal, else lines like `2: four words of it`.

    Raises:
        CommandFailed: fewer than two groups, or a line that names none.
    """
    if _asks():
        return {number: str(click.prompt(_("Group {number}").format(number=number), err=True)) for number in wanted}
    numbers = {"1": 1, "2": 2, "3": 3}
    found: dict[int, str] = {}
    for line in read_words(LONGEST_TYPED).splitlines():
        if line.strip():
            label, _colon, words = line.partition(":")
            found[numbers[_known(label, numbers)]] = words
    if len(found) < 2:
        raise _usage(_("Type at least two groups, each in a line that begins with its number: 2: four words of it"))
    return found


def read_answers(question: int) -> dict[int, str]:
    """Return one text for one question; for question 0 a JSON object on standard input, from numbers to texts.

    Raises:
        CommandFailed: it is no such object.
    """
    text = read_words(LONGEST_TYPED)
    if question:
        return {question: text}
    try:
        return {int(number): str(answer) for number, answer in json.loads(text).items()}
    except (ValueError, AttributeError, RecursionError):
        raise _usage(
            _("Name the one question that this answers, as --question 1, or give a JSON object of answers by number.")
        ) from None


@contextmanager
def written_or(session: Session, again: str) -> Iterator[None]:
    """Write a file in a block; where that fails, say how it is had once more.

    Raises:
        CommandFailed: it was not written.
    """
    try:
        yield
    except CommandFailed:
        session.console.note(again)
        raise


class DayType(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(_("Write a day like 2026-11-23."), param, ctx)


def output_option(*, required: bool = True) -> click.Option:
    """`-o FILE`."""
    return click.Option(
        ["-o", "--output", "output"], required=required, metavar="FILE", help=_("Write this file, whole or not at all.")
    )


def name_option() -> click.Option:
    """`--name -`."""
    return click.Option(
        ["--name"], type=click.Choice(["-"]), help=_("Read the name from standard input: it may tell of somebody.")
    )


def _asks() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _known(label: str, labels: Iterable[str]) -> str:
    word = label.strip().casefold()
    if word not in labels:
        expected = ", ".join(f"{each}:" for each in labels)
        raise _usage(_("Each line begins with one of: {words}").format(words=expected))
    return word


def _usage(happened: str) -> CommandFailed:
    return CommandFailed("usage", Sentence(happened=happened), USAGE)
