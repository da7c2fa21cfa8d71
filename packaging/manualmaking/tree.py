"""The command line as plain values, read from the commands themselves: what is written of it is never out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

import click

from caregiver_app.cli.main import NAME, make_command
from caregiver_app.cli.options import FolderType


class Takes(Enum):
    """What stands behind an option."""

    NOTHING = auto()
    WORD = auto()
    FILE = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFacts:
    """An option: its names, what stands behind it, which words may (empty: any), how it is written, what it is for."""

    names: tuple[str, ...]
    takes: Takes
    words: tuple[str, ...]
    written: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandFacts:
    """A command with those below it.

    `path` begins without the program's name. `usage` is what stands behind the path, `words` are those that its first
    argument may be (empty: any). `paragraphs` and `short` say what it does.
    """

    path: tuple[str, ...]
    usage: str
    words: tuple[str, ...]
    short: str
    paragraphs: tuple[str, ...]
    epilog: str
    options: tuple[OptionFacts, ...]
    commands: tuple[CommandFacts, ...]

    @property
    def name(self) -> str:
        """The last word of the path."""
        return self.path[-1]

    def walk(self) -> Iterator[CommandFacts]:
        """Yield this command and all below it, in the order in which help lists them."""
        yield self
        for command in self.commands:
            yield from command.walk()


def command_tree() -> CommandFacts:
    """Return the whole command line, in the language that is spoken now."""
    return _facts(make_command(), None, ())


def _facts(command: click.Command, parent: click.Context | None, path: tuple[str, ...]) -> CommandFacts:
    # Some commands load the rest of themselves only when they are run.
    with command.make_context(path[-1] if path else NAME, [], parent, resilient_parsing=True) as context:
        command = context.command
        parameters = command.get_params(context)
        below = tuple(
            _facts(child, context, (*path, name))
            for name in (command.list_commands(context) if isinstance(command, click.Group) else ())
            if isinstance(command, click.Group) and (child := command.get_command(context, name)) and not child.hidden
        )
        arguments = [each for each in parameters if isinstance(each, click.Argument)]
        return CommandFacts(
            path=path,
            usage=" ".join(command.collect_usage_pieces(context)),
            words=_words(arguments[0]) if arguments else (),
            short=command.get_short_help_str(limit=1_000),
            paragraphs=tuple(" ".join(part.split()) for part in (command.help or "").split("\n\n") if part.strip()),
            epilog=" ".join((command.epilog or "").split()),
            options=tuple(
                _option(each, context) for each in parameters if isinstance(each, click.Option) and not each.hidden
            ),
            commands=below,
        )


def _option(option: click.Option, context: click.Context) -> OptionFacts:
    written, help_text = option.get_help_record(context) or ("", "")
    return OptionFacts(
        names=(*option.opts, *option.secondary_opts),
        takes=_taken(option),
        words=_words(option),
        written=written,
        help=" ".join(help_text.split()),
    )


def _taken(option: click.Option) -> Takes:
    kind, named = option.type, option.metavar or ""
    if option.is_flag or option.count:
        return Takes.NOTHING
    if isinstance(kind, FolderType) or (isinstance(kind, click.Path) and not kind.file_okay):
        return Takes.FOLDER
    # Some commands take a name of a file as it is, since "-" is one too.
    return Takes.FILE if isinstance(kind, click.Path) or "FILE" in named else Takes.WORD


def _words(parameter: click.Parameter) -> tuple[str, ...]:
    return tuple(parameter.type.choices) if isinstance(parameter.type, click.Choice) else ()
