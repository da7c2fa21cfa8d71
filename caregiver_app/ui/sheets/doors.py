"""What the print screen needs of the sheets without anything private: made and written down in the library's thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from caregiver_app.model.card import Kept
from caregiver_app.model.guard import Finding
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.wishes import PublicWish

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

Pairs = tuple[tuple[str, str], ...]


class PublicSheets(Protocol):
    """Makes sheets of the library."""

    def make(self, library: Library, wish: PublicWish, kept: Collection[Kept] = ()) -> Sheet:
        """Return a sheet with all that may go on it. `kept` are details that the person lets pass.

        Raises:
            PrintError: there is nothing to stand on it.
            ShareError: something on it may not leave, or something that was typed is not settled.
        """
        ...

    def open_findings(self, library: Library, wish: PublicWish, kept: Collection[Kept] = ()) -> tuple[Finding, ...]:
        """Return what in the typed words keeps a sheet from being made."""
        ...

    def printed(self, library: Library, wish: PublicWish) -> None:
        """Write down that a sheet left."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryChoices:
    """What sheets of the library can be made of, each by its number or code, with its name.

    `country` is where the person lives, "" where that is not known. `packs` are the installed ones.
    """

    country: str = ""
    countries: Pairs = ()
    topics: Pairs = ()
    collections: tuple[tuple[int, str], ...] = ()
    days: tuple[tuple[int, str], ...] = ()
    packs: Pairs = ()
