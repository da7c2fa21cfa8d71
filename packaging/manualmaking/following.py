"""What may follow a command on the line, in the words that the completion of every shell shares."""

from __future__ import annotations

from manualmaking.tree import CommandFacts, OptionFacts, Takes

FILES, FOLDERS, ANYTHING = ":files", ":folders", ":anything"
"""Signs for what stands behind an option where it is none of a few words; no word of ours begins with a colon."""

_SIGNS = {Takes.FILE: FILES, Takes.FOLDER: FOLDERS, Takes.WORD: ANYTHING}


def below(command: CommandFacts) -> dict[str, str]:
    """Return the words that may come next, each with what it does: commands, or what the first argument may be."""
    if command.commands:
        return {each.name: each.short for each in command.commands}
    return dict.fromkeys(command.words, "")


def options(command: CommandFacts) -> dict[str, str]:
    """Return the names of options, each with what it is for."""
    return {name: option.help for option in command.options for name in option.names}


def behind(command: CommandFacts) -> dict[str, str]:
    """Return the names of options that take something, each with the words that it takes, or a sign."""
    return {name: _taken(option) for option in command.options for name in option.names if _taken(option)}


def _taken(option: OptionFacts) -> str:
    return " ".join(option.words) or _SIGNS.get(option.takes, "")
