"""The page for `man`, in roff: the macros of man(7) alone, and no day, so that the same program has the same page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from caregiver_app import __version__
from caregiver_app.cli.main import NAME
from manualmaking.tree import CommandFacts, OptionFacts

_OF_MANY = 20
"""An option that so many commands have, with the same words, is told once for all of them."""
_OF_ALL = frozenset({"--json", "--help"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """What the parts of a page are called, and what the command line does not say by itself."""

    manual: str
    name: str
    what: str
    synopsis: str
    description: str
    options: str
    of_many: str
    also: str
    commands: str
    exit_codes: str
    environment: str
    data_folder: str
    files: str
    own_folder: str


HEADINGS = {
    "en": Headings(
        manual="User Commands",
        name="NAME",
        what="a library and notes for people who look after someone",
        synopsis="SYNOPSIS",
        description="DESCRIPTION",
        options="OPTIONS",
        of_many="OPTIONS OF MANY COMMANDS",
        also="Also",
        commands="COMMANDS",
        exit_codes="EXIT STATUS",
        environment="ENVIRONMENT",
        data_folder="The folder with the data, where --data-dir names none.",
        files="FILES",
        own_folder="The data, private to you, where nothing else is named.",
    ),
    "es": Headings(
        manual="Órdenes de usuario",
        name="NOMBRE",
        what="una biblioteca y notas para quienes cuidan de alguien",
        synopsis="SINOPSIS",
        description="DESCRIPCIÓN",
        options="OPCIONES",
        of_many="OPCIONES DE MUCHOS COMANDOS",
        also="También",
        commands="COMANDOS",
        exit_codes="ESTADO DE SALIDA",
        environment="ENTORNO",
        data_folder="La carpeta con los datos, si --data-dir no nombra ninguna.",
        files="ARCHIVOS",
        own_folder="Los datos, solo para usted, si no se nombra otra carpeta.",
    ),
}


def man_page(tree: CommandFacts, headings: Headings) -> str:
    """Return the page of the whole command line."""
    shared = _shared(tree)
    lines = [
        f'.TH {NAME.upper()} 1 "" "Caregiver {__version__}" "{_text(headings.manual)}"',
        # No word is divided and no line stretched: commands are copied from the page.
        ".nh",
        ".ad l",
        *_part(headings.name, [f"{NAME} \\- {_text(headings.what)}"]),
        *_part(headings.synopsis, [*_usage(tree), ".br", f"\\fB{NAME}\\fR \\fIFILE\\fR"]),
        *_part(headings.description, _paragraphs(tree)),
        *_part(headings.options, _options(tree, ())),
        *_part(headings.of_many, [line for option in shared if option not in tree.options for line in _option(option)]),
        *_part(headings.commands, [line for each in tree.commands for line in _commands(each, shared, headings.also)]),
        *_part(headings.exit_codes, [_text(tree.epilog)]),
        *_part(headings.environment, [".TP", ".B CAREGIVER_DATA_DIR", _text(headings.data_folder)]),
        *_part(headings.files, [".TP", ".I \\(ti/.local/share/Caregiver", _text(headings.own_folder)]),
    ]
    return "\n".join(lines) + "\n"


def _shared(tree: CommandFacts) -> tuple[OptionFacts, ...]:
    counted = Counter(option for command in tree.walk() for option in command.options)
    return tuple(option for option, times in counted.items() if times >= _OF_MANY)


def _part(heading: str, lines: list[str]) -> list[str]:
    return [f'.SH "{_text(heading)}"', *lines]


def _commands(top: CommandFacts, shared: Collection[OptionFacts], also: str) -> Iterator[str]:
    for command in top.walk():
        yield f'.SS "{_text(" ".join((NAME, *command.path)))}"'
        yield from _usage(command)
        yield ".PP"
        yield from _paragraphs(command)
        yield from _options(command, shared)
        others = [each for each in command.options if each in shared and _OF_ALL.isdisjoint(each.names)]
        if others:
            yield from (".PP", f"{_text(also)}: {', '.join(_bold(each.written) for each in others)}.")
        if command.epilog:
            yield from (".PP", _text(command.epilog))


def _usage(command: CommandFacts) -> list[str]:
    return [f"{_bold(' '.join((NAME, *command.path)))} {_text(command.usage)}"]


def _paragraphs(command: CommandFacts) -> list[str]:
    lines: list[str] = []
    for paragraph in command.paragraphs:
        lines += [".PP", _text(paragraph)] if lines else [_text(paragraph)]
    return lines


def _options(command: CommandFacts, shared: Collection[OptionFacts]) -> list[str]:
    return [line for option in command.options if option not in shared for line in _option(option)]


def _option(option: OptionFacts) -> list[str]:
    return [".TP", _bold(option.written), _text(option.help) or "\\&"]


def _bold(words: str) -> str:
    return f"\\fB{_text(words)}\\fR"


def _text(words: str) -> str:
    """Return words as they are to be read: nothing in them is a command of the typesetter."""
    escaped = words.replace("\\", "\\(rs").replace("-", "\\-").replace('"', "\\(dq").replace("~", "\\(ti")
    escaped = escaped.replace("|", "|\\:")  # where a long choice of words may be broken
    escaped = escaped.replace("^", "\\(ha").replace("`", "\\(ga").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
