"""What of a sheet somebody here typed: its title, its message, and links of their own. The guard reads all of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.printing.pages import paper_page

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.sheets.wishes import PublicWish
    from caregiver_app.model.trust import Subject


def typed_words(library: Library, wish: PublicWish, subjects: Iterable[Subject], *, on: date) -> tuple[str, ...]:
    """Return the texts of a sheet that is made on a day.

    Raises:
        UnknownItem: the library does not hold one of the subjects.
    """
    pages = (paper_page(library, each, on=on) for each in subjects)
    titles = (page.title for page in pages if page.own_title)
    return tuple(text for text in (wish.title, wish.message, *titles) if text.strip())
