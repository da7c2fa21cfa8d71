"""Phone lines and groups for the words of a search of the library. Makes no connection; words are kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.help_choosing import Wanted, groups_for, lines_for, said_in_groups, said_in_lines
from caregiver_app.bootstrap.widening import is_plain
from caregiver_app.library.search_query import read_query

if TYPE_CHECKING:
    from caregiver_app.bootstrap.helping import Helping
    from caregiver_app.library.store import Library
    from caregiver_app.model.help_lines import HelpDirectory, HelpGroup, HelpLine

_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFound:
    """Entries of Help in its order: `lines` and `groups` are all that it shows for the words, in the country with which
    it opens; those `said` have all of the words in what is said of themselves.
    """

    lines: tuple[HelpLine, ...] = ()
    groups: tuple[HelpGroup, ...] = ()
    said: tuple[HelpLine | HelpGroup, ...] = ()

    @property
    def entries(self) -> tuple[HelpLine | HelpGroup, ...]:
        """All of them, those first that say the words themselves."""
        return tuple(dict.fromkeys((*self.said, *self.lines, *self.groups)))


def help_found(helping: Helping, library: Library, typed: str) -> HelpFound:
    """Return what Help has for a search; nothing for one with filters or with words that must not be there.

    Raises:
        StorageError: the library cannot be read.
    """
    words = plain_words_of(typed)
    return found_in(helping.directory(library), words) if words else HelpFound()


def found_in(directory: HelpDirectory, words: str) -> HelpFound:
    """Return what a directory has for words."""
    if sum(letter.isalnum() for letter in words) < _FEWEST_LETTERS:
        return HelpFound()
    wanted = Wanted(country=directory.country.partition("-")[0], words=words)
    return HelpFound(
        lines=lines_for(directory, wanted),
        groups=groups_for(directory, wanted),
        said=(*said_in_lines(directory, wanted), *said_in_groups(directory, wanted)),
    )


def plain_words_of(typed: str) -> str:
    """Return the words of a search without the signs around them, "" for one that asks for more than words."""
    search = read_query(typed)
    return " ".join(term.text.rstrip("*") for (term,) in search.wanted) if is_plain(search) else ""
