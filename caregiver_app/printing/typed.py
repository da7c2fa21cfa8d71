"""What of a sheet somebody here typed: its title, its message, and links of their own. The guard reads all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemKind
from caregiver_app.trust.recording import find_subject

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.sheets.wishes import PublicWish
    from caregiver_app.model.trust import Subject

_OWN = "user/"


def typed_words(library: Library, wish: PublicWish, subjects: Iterable[Subject]) -> tuple[str, ...]:
    """Return the texts; raises UnknownItem where the library does not hold one of the subjects."""
    links = (words for each in subjects for words in _of_own_link(library, each))
    return tuple(text for text in (wish.title, wish.message, *links) if text.strip())


def _of_own_link(library: Library, subject: Subject) -> tuple[str, ...]:
    thing = find_subject(library, subject)
    if thing.kind is not ItemKind.LINK or thing.item_id is None:
        return ()
    uid = library.item_uids.uid_of(thing.item_id) or ""
    return (thing.title,) if uid.startswith(_OWN) and thing.article_id is None else ()
