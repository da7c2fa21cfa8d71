"""`caregiver collection`: shelves made by hand. What stands on one is kept for ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.article_list import show_rows
from caregiver_app.cli.choosing import find_collection
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import ids_argument, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import collection_shape
from caregiver_app.model.article import ItemId
from caregiver_app.model.collection import Collection
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def collection_group() -> click.Group:
    """Return the commands about collections."""
    commands = (_list(), _make(), _add(), _take_out(), _rename(), _remove())
    return click.Group(
        "collection", commands, help=_("Arrange articles on shelves of your own; they are kept for good.")
    )


def needs_a_name(name: str) -> None:
    """Refuse a name in which there is nothing to read.

    Raises:
        CommandFailed: it is such a name.
    """
    if not any(sign.isprintable() and not sign.isspace() for sign in name):
        raise CommandFailed("no-name", Sentence(happened=_("A name needs at least one letter."), to_do=_("Name it.")))


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_collections),
        params=[json_option()],
        help=_("List your collections."),
    )


def _make() -> click.Command:
    return click.Command(
        "make",
        callback=click.pass_obj(_make_collection),
        params=[click.Argument(["name"]), json_option()],
        help=_("Make a collection. One that is called so already stays as it is."),
    )


def _add() -> click.Command:
    return click.Command(
        "add",
        callback=click.pass_obj(_add_to_collection),
        params=[click.Argument(["name"], metavar="COLLECTION"), ids_argument("article"), json_option()],
        help=_("Put articles on a collection."),
    )


def _take_out() -> click.Command:
    return click.Command(
        "take-out",
        callback=click.pass_obj(_take_out_of_collection),
        params=[click.Argument(["name"], metavar="COLLECTION"), ids_argument("article"), json_option()],
        help=_("Take articles off a collection; they stay in the library."),
    )


def _rename() -> click.Command:
    return click.Command(
        "rename",
        callback=click.pass_obj(_rename_collection),
        params=[click.Argument(["name"], metavar="COLLECTION"), click.Argument(["new_name"]), json_option()],
        help=_("Call a collection otherwise."),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove_collection),
        params=[click.Argument(["name"], metavar="COLLECTION"), json_option()],
        help=_("Take a collection away; the articles on it stay in the library."),
    )


def _list_collections(session: Session) -> None:
    with session.library() as library:
        _show(session, library.collections.list())


def _make_collection(session: Session, name: str) -> None:
    needs_a_name(name)
    with session.library() as library:
        made = library.collections.make(name, at=session.services.clock.now())
        _show(session, [each for each in library.collections.list() if each.id == made])


def _add_to_collection(session: Session, name: str, ids: Sequence[int]) -> None:
    with session.library() as library:
        collection = find_collection(library, name)
        changed = library.collections.add(collection.id, _items(ids), at=session.services.clock.now())
        _show_changed(session, library, changed)


def _take_out_of_collection(session: Session, name: str, ids: Sequence[int]) -> None:
    with session.library() as library:
        collection = find_collection(library, name)
        _show_changed(session, library, library.collections.take_out(collection.id, _items(ids)))


def _rename_collection(session: Session, name: str, new_name: str) -> None:
    needs_a_name(new_name)
    with session.library() as library:
        collection = find_collection(library, name)
        library.collections.rename(collection.id, new_name)
        _show(session, [each for each in library.collections.list() if each.id == collection.id])


def _remove_collection(session: Session, name: str) -> None:
    with session.library() as library:
        collection = find_collection(library, name)
        library.collections.remove(collection.id)
        _show(session, [collection])


def _items(ids: Sequence[int]) -> list[ItemId]:
    return [ItemId(number) for number in dict.fromkeys(ids)]


def _show_changed(session: Session, library: Library, changed: Sequence[ItemId]) -> None:
    rows = library.articles.rows_of(changed)
    show_rows(session.console, rows, more=False, nothing=_("Nothing was changed."))


def _show(session: Session, collections: Sequence[Collection]) -> None:
    if session.console.as_json:
        session.console.document([collection_shape(each) for each in collections])
        return
    for each in collections:
        items = ngettext("{count} article", "{count} articles", each.items).format(count=format_number(each.items))
        session.console.line(f"{each.id}  {each.name} ({items})")
    if not collections:
        session.console.note(_("There are no collections yet. To make one: caregiver collection make NAME"))
