"""What can be done from anywhere, as values: every screen adds its own, the palette only finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from caregiver_app.support.word_starts import begin_like, words_of
from caregiver_app.ui.theme import Icon

USEFUL = 6
"""So many commands are shown before anything is typed."""

_TELLING = 5  # letters of a begun keyword; fewer begin too many other words


class CommandGroup(Enum):
    """Under which heading a command stands."""

    DO = auto()
    OPEN = auto()


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something to do or a place to open.

    `keywords` are further words by which people look for it. `shortcut` as Qt writes it, e.g. "Ctrl+K". `useful` is
    its place among those shown first, the lowest first; None: not among them. `possible` says whether it can be done
    now; what cannot is not offered. An `urgent` one is before all others wherever its name begins as it was typed, or
    its keywords have the words.
    """

    key: str
    name: str
    action: Callable[[], object]
    group: CommandGroup = CommandGroup.DO
    icon: Icon = Icon.CHEV_RIGHT
    keywords: str = ""
    shortcut: str = ""
    useful: int | None = None
    possible: Callable[[], bool] = _always
    urgent: bool = False

    def is_called(self, words: tuple[str, ...]) -> bool:
        """Return whether these words (see `words_of`) are its whole name."""
        return words_of(self.name) == words

    def begins(self, words: tuple[str, ...]) -> bool:
        """Return whether its name begins with these words, of which the last may be half typed."""
        *whole, last = words
        name = words_of(self.name)
        return name[: len(whole)] == tuple(whole) and len(name) > len(whole) and name[len(whole)].startswith(last)

    def is_needed(self, words: tuple[str, ...]) -> bool:
        """Return whether it is urgent and asked for by name or by keywords, of which a long one may be half typed."""
        if not self.urgent:
            return False
        there = words_of(self.keywords)
        told = all(word in there or (len(word) >= _TELLING and begin_like((word,), self.keywords)) for word in words)
        return told or self.begins(words)


class Commands:
    """The commands of the whole window, in the order in which they were added."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}

    def add(self, *commands: Command) -> None:
        """Take in commands.

        Raises:
            RuntimeError: there is one with the same key.
        """
        for command in commands:
            if command.key in self._commands:
                raise RuntimeError(f"two commands {command.key}")
            self._commands[command.key] = command

    def useful(self) -> tuple[Command, ...]:
        """Return what is shown before anything is typed."""
        ranked = [command for command in self._possible() if command.useful is not None]
        return tuple(sorted(ranked, key=lambda command: command.useful or 0)[:USEFUL])

    def find(self, typed: str) -> tuple[Command, ...]:
        """Return the commands of which some word begins like each word typed; those named so stand first.

        What is called just as it was typed is before all others, then what begins so, whatever group it is of.
        """
        wanted = words_of(typed)
        if not wanted:
            return ()
        found = [command for command in self._possible() if begin_like(wanted, f"{command.name} {command.keywords}")]

        def rank(each: Command) -> tuple[bool, ...]:
            named = begin_like(wanted, each.name)
            return (not each.is_needed(wanted), not each.is_called(wanted), not each.begins(wanted), not named)

        return tuple(sorted(found, key=rank))

    def _possible(self) -> Iterable[Command]:
        return (command for command in self._commands.values() if command.possible())
