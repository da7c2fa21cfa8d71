"""Reads what a note is to say: a text, or lines that begin with the fields of its template, `text:` and `author:`."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.vault.fields import Fields, read_fields, read_text
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind

_TEXT, _AUTHOR = "text", "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """What was given; None where nothing was said of it. `answers` are those that were given."""

    text: str | None = field(default=None, repr=False)
    author: str | None = field(default=None, repr=False)
    answers: Fields = field(default_factory=dict, repr=False)


def fields_option() -> click.Option:
    """`--fields`."""
    return click.Option(
        ["--fields", "by_fields"],
        is_flag=True,
        help=_("Standard input has lines that begin with text:, author: and the fields of the template, like sleep:."),
    )


def read_note(kind: NoteKind | None, *, by_fields: bool) -> NoteWords:
    """Return what standard input says of a note; without a kind the fields of every template are known.

    Raises:
        CommandFailed: it says nothing, or a line begins with something else.
    """
    if not by_fields:
        text = read_text()
        if not text:
            raise _nothing()
        return NoteWords(text=text)
    asked = TEMPLATES[kind] if kind is not None else tuple(name for names in TEMPLATES.values() for name in names)
    given = read_fields((_TEXT, _AUTHOR, *dict.fromkeys(asked)))
    if not given:
        raise _nothing()
    answers = {name: answer for name, answer in given.items() if name not in (_TEXT, _AUTHOR)}
    return NoteWords(text=given.get(_TEXT), author=given.get(_AUTHOR), answers=answers)


def _nothing() -> CommandFailed:
    return CommandFailed("no-text", Sentence(happened=_("There is no text in this.")))
