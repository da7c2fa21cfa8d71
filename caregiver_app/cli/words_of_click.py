"""What click says by itself, in help and about wrong usage, in the language that is spoken.

click asks the gettext of the system, which knows only the language of the computer and none of our catalogues.
"""

from __future__ import annotations

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext, pgettext

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)


def speak_for_click() -> None:
    """Have click say its words as we say them, from now on and in whatever language is spoken then."""
    for module in _MODULES:
        vars(module).update(_=_said, ngettext=_said_of_many)


def words_of_click() -> dict[str, str]:
    """Return what we say for each text of click that somebody who uses our commands can meet."""
    words: dict[str, str] = {}
    # Translators: in the help of a command, before how it is written
    words["Usage:"] = _("Usage:")
    # Translators: in the help of a command, above what may be written behind it, such as --json
    words["Options"] = _("Options")
    # Translators: in the help of the command line, above the list of commands
    words["Commands"] = _("Commands")
    # Translators: what the option --help does
    words["Show this message and exit."] = _("Show this message and exit.")
    # Translators: {default} is what holds where an option is not given, e.g. "en"
    words["default: {default}"] = _("default: {default}")
    # Translators: of an option that must be given
    words["required"] = pgettext("an option", "required")
    words["Missing command."] = _("Missing command.")
    # Translators: a name follows, e.g. "Missing argument 'ADDRESS'."
    words["Missing argument"] = _("Missing argument")
    # Translators: a name follows, e.g. "Missing option '--title'."
    words["Missing option"] = _("Missing option")
    # Translators: {name!r} is what somebody typed
    words["No such option {name!r}."] = _("No such option {name!r}.")
    # Translators: {name!r} is what somebody typed
    words["No such command {name!r}."] = _("No such command {name!r}.")
    # Translators: {name!r} is the name of an option, e.g. "'--json'"
    words["Option {name!r} does not take a value."] = _("Option {name!r} does not take a value.")
    # Translators: {param_hint} is the name of an option, {message} a sentence
    words["Invalid value for {param_hint}: {message}"] = _("Invalid value for {param_hint}: {message}")
    # Translators: {value!r} is what somebody typed
    words["{value!r} is not a valid {number_type}."] = _("{value!r} is not a whole number.")
    # Translators: {range} is e.g. "1<=x<=100"
    words["{value} is not in the range {range}."] = _("{value} is not in the range {range}.")
    # Translators: {choices} are words, one on a line
    words["Choose from:\n\t{choices}"] = _("Choose from:\n\t{choices}")
    # Translators: {filename!r} is the name of a file
    words["{name} {filename!r} is a file."] = _("{filename!r} is a file, not a folder.")
    # Translators: {filename!r} is the name of a folder
    words["{name} {filename!r} is a directory."] = _("{filename!r} is a folder, not a file.")
    # Translators: {filename!r} is the name of a file
    words["{name} {filename!r} is not readable."] = _("{filename!r} cannot be read.")
    return words


def words_of_many(n: int) -> dict[str, str]:
    """Return what we say for the texts of click that go with a number of things, by the one for a single thing."""
    words: dict[str, str] = {}
    # Translators: {args} are words that somebody typed
    words["Got unexpected extra argument ({args})"] = ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", n
    )
    # Translators: {possibility} and {possibilities} are names of options or commands
    words["Did you mean {possibility}?"] = ngettext(
        "Did you mean {possibility}?", "Did you mean one of these: {possibilities}?", n
    )
    # Translators: {name!r} is the name of an option
    words["Option {name!r} requires an argument."] = ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", n
    )
    # Translators: {value!r} is what somebody typed, {choice} and {choices} are words that would do
    words["{value!r} is not {choice}."] = ngettext(
        "{value!r} is not {choice}.", "{value!r} is not one of {choices}.", n
    )
    # Translators: {value!r} is what somebody typed, {format} is e.g. "%Y-%m-%d"
    words["{value!r} does not match the format {format}."] = ngettext(
        "{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}.", n
    )
    return words


def _said(text: str) -> str:
    return words_of_click().get(text, text)


def _said_of_many(one: str, many: str, n: int) -> str:
    return words_of_many(n).get(one, one if n == 1 else many)
