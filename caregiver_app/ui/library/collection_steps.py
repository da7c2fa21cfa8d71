"""What is done with collections, as steps that run in the library's thread and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId
from caregiver_app.model.collection import Collection
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.library.named_steps import removing, renaming
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def put_on(collection: Collection, item_ids: Sequence[ItemId], *, at: Millis) -> Step[Library]:
    """Put items on a collection."""

    def step(library: Library) -> Done[Library] | None:
        return _added(collection, library.collections.add(collection.id, item_ids, at=at), at=at)

    return step


def take_off(collection: Collection, item_ids: Sequence[ItemId]) -> Step[Library]:
    """Take items off a collection; undo restores since when they stood there."""

    def step(library: Library) -> Done[Library] | None:
        before = library.collections.times(collection.id, item_ids)
        taken = library.collections.take_out(collection.id, item_ids)
        if not taken:
            return None
        # Translators: a page was taken off the collection with this name
        text = _("Taken out of “{name}”").format(name=shorten(collection.name, NAME_CHARS))
        return Done(
            text=text,
            undo=lambda library: library.collections.put_in(collection.id, before),
            redo=lambda library: library.collections.take_out(collection.id, taken),
            icon=Icon.FOLDER,
        )

    return step


def make_with(name: str, item_ids: Sequence[ItemId], *, at: Millis) -> Step[Library]:
    """Make a collection and put items on it; one that is called so already only gets the items."""

    def step(library: Library) -> Done[Library] | None:
        known = {collection.id for collection in library.collections.list()}
        made = library.collections.make(name, at=at)
        collection = next(one for one in library.collections.list() if one.id == made)
        added = library.collections.add(made, item_ids, at=at)
        return _added(collection, added, at=at) if made in known else _made(collection, added, at=at)

    return step


def rename(collection: Collection, name: str) -> Step[Library]:
    """Call a collection otherwise."""

    def call(library: Library, called: str) -> None:
        library.collections.rename(collection.id, called)

    return renaming(collection.name, name, call, icon=Icon.FOLDER)


def remove(collection: Collection, *, at: Millis) -> Step[Library]:
    """Take a collection away; its pages stay in the library."""
    return removing(
        _("Removed the collection “{name}”").format(name=shorten(collection.name, NAME_CHARS)),
        lambda library: library.collections.remove(collection.id),
        lambda library, removed: library.collections.put_back(removed, at=at),
    )


def _added(collection: Collection, added: Sequence[ItemId], *, at: Millis) -> Done[Library] | None:
    """Return what was done when items were put on a collection that was there before."""
    if not added:
        return None
    return Done(
        text=_saved_to(collection.name),
        undo=lambda library: library.collections.take_out(collection.id, added),
        redo=lambda library: library.collections.add(collection.id, added, at=at),
        icon=Icon.FOLDER,
    )


def _made(collection: Collection, added: Sequence[ItemId], *, at: Millis) -> Done[Library]:
    """Undo takes the whole collection away; redo brings it back as it was then."""
    removed = []

    def undo(library: Library) -> None:
        removed.append(library.collections.remove(collection.id))

    text = _saved_to(collection.name) if added else _made_words(collection.name)
    return Done(
        text=text,
        undo=undo,
        redo=lambda library: library.collections.put_back(removed.pop(), at=at),
        icon=Icon.FOLDER,
    )


def _saved_to(name: str) -> str:
    # Translators: a page was put on the collection with this name
    return _("Saved to “{name}”").format(name=shorten(name, NAME_CHARS))


def _made_words(name: str) -> str:
    return _("Made the collection “{name}”").format(name=shorten(name, NAME_CHARS))
