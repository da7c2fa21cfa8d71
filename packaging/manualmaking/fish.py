"""Completion for fish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manualmaking.following import ANYTHING, FILES, FOLDERS, behind, below, options
from manualmaking.tree import CommandFacts

_FORM = """\
# Completion of caregiver for fish. Made from the commands; it starts nothing.

set -g __caregiver_commands @COMMANDS@
set -g __caregiver_taking @TAKING@

# Print the command that the line has come to.
function __caregiver_here
    set -l here ""
    set -l skip no
    set -l said (commandline -opc)
    for word in $said[2..-1]
        if test $skip = yes
            set skip no
        else if string match -q -- '-*' $word
            contains -- "$here $word" $__caregiver_taking; and set skip yes
        else if contains -- (string trim -- "$here $word") $__caregiver_commands
            set here (string trim -- "$here $word")
        end
    end
    echo $here
end

function __caregiver_at
    test (__caregiver_here) = "$argv[1]"
end

@LINES@
"""
_BEHIND = {FILES: "-r -F", FOLDERS: "-x -a '(__fish_complete_directories)'", ANYTHING: "-x"}


def fish_completion(tree: CommandFacts) -> str:
    """Return the file for fish."""
    commands = tuple(tree.walk())
    taking = [f"{' '.join(each.path)} {name}" for each in commands for name in behind(each)]
    parts = {
        "@COMMANDS@": _listed(" ".join(each.path) for each in commands if each.path),
        "@TAKING@": _listed(taking),
        "@LINES@": "\n".join(line for each in commands for line in _lines(each)),
    }
    form = _FORM
    for sign, words in parts.items():
        form = form.replace(sign, words)
    return form


def _lines(command: CommandFacts) -> Iterator[str]:
    condition = f"__caregiver_at {_quoted(' '.join(command.path))}"
    start = f"complete -c caregiver -n {_quoted(condition)}"
    for word, what in below(command).items():
        yield f"{start} -f -a {_quoted(word)}{_told(what)}"
    taken = behind(command)
    for name, what in options(command).items():
        yield f"{start} {_named(name)}{_behind(taken.get(name, ''))}{_told(what)}"


def _named(option: str) -> str:
    return f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"


def _behind(taken: str) -> str:
    if not taken:
        return ""
    return f" {_BEHIND.get(taken) or f'-x -a {_quoted(taken)}'}"


def _told(what: str) -> str:
    return f" -d {_quoted(what)}" if what else ""


def _listed(words: Iterable[str]) -> str:
    return " ".join(_quoted(word) for word in words)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
