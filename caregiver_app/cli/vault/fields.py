"""Reads records as people write them: lines like `dose: one tablet` on standard input, or one JSON object.

A line that begins with a space goes on with the field before it. At a terminal each field is asked for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

import click

from caregiver_app.cli.failures import USAGE, CommandFailed
from caregiver_app.cli.files import read_words
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

LONGEST_INPUT = 600_000
_YES = frozenset({"yes", "true", "1"})
_NO = frozenset({"no", "false", "0", ""})

Fields = Mapping[str, str]


def read_fields(names: tuple[str, ...]) -> dict[str, str]:
    """Return what was given of these fields; what was not given is left out.

    Raises:
        CommandFailed: a line or key names no field of these, or a value is no text.
    """
    if os.isatty(0):
        return _asked(names)
    text = read_words(LONGEST_INPUT)
    given = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text, names)
    unknown = [name for name in given if name not in names]
    if unknown:
        raise _usage(names)
    return given


def read_text() -> str:
    """Return all of standard input, a text in any words."""
    return read_words(LONGEST_INPUT).strip()


def yes_or_no(written: str) -> bool:
    """Return what a field like `as-needed: yes` says.

    Raises:
        CommandFailed: it says neither.
    """
    word = written.strip().casefold()
    if word not in _YES | _NO:
        raise CommandFailed("usage", Sentence(happened=_("Write yes or no.")), USAGE)
    return word in _YES


def _asked(names: tuple[str, ...]) -> dict[str, str]:
    answers = {name: str(click.prompt(name, default="", show_default=False, err=True)) for name in names}
    return {name: answer for name, answer in answers.items() if answer}


def _from_json(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_json() from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise _no_json()
    return found


def _from_lines(text: str, names: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        if line[:1].isspace() and last:
            found[last] += f"\n{line.strip()}"
        elif line.strip():
            label, _colon, written = line.partition(":")
            last = label.strip().casefold()
            if last not in names:
                raise _usage(names)
            found[last] = written.strip()
    return found


def _usage(names: tuple[str, ...]) -> CommandFailed:
    expected = ", ".join(f"{name}:" for name in names)
    return CommandFailed(
        "usage", Sentence(happened=_("Each line begins with one of: {words}").format(words=expected)), USAGE
    )


def _no_json() -> CommandFailed:
    return CommandFailed("usage", Sentence(happened=_("Give a JSON object from names of fields to texts.")), USAGE)
