"""`caregiver saved`: searches kept by a name. `caregiver search --save NAME` keeps one."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.article_list import read_rows, show_rows
from caregiver_app.cli.choosing import find_saved_search
from caregiver_app.cli.collections import needs_a_name
from caregiver_app.cli.options import json_option, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import saved_search_shape
from caregiver_app.model.collection import SavedSearch
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _


def saved_group() -> click.Group:
    """Return the commands about saved searches."""
    return click.Group("saved", (_list(), _run(), _rename(), _remove()), help=_("Searches that you keep by a name."))


def _list() -> click.Command:
    return click.Command(
        "list", callback=click.pass_obj(_list_searches), params=[json_option()], help=_("List your saved searches.")
    )


def _run() -> click.Command:
    return click.Command(
        "run",
        callback=click.pass_obj(_run_search),
        params=[click.Argument(["name"], metavar="SEARCH"), limit_option(20), json_option()],
        help=_("Ask a saved search anew, best first."),
    )


def _rename() -> click.Command:
    return click.Command(
        "rename",
        callback=click.pass_obj(_rename_search),
        params=[click.Argument(["name"], metavar="SEARCH"), click.Argument(["new_name"]), json_option()],
        help=_("Call a saved search otherwise."),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove_search),
        params=[click.Argument(["name"], metavar="SEARCH"), json_option()],
        help=_("Forget a saved search."),
    )


def _list_searches(session: Session) -> None:
    with session.library() as library:
        _show(session, library.saved_searches.list())


def _run_search(session: Session, name: str, limit: int) -> None:
    with session.library() as library:
        saved = find_saved_search(library, name)
        query = ArticleQuery(text=saved.query, with_guides=True, with_links=True, language=current_language())
        rows, more = read_rows(library, query, limit)
    show_rows(session.console, rows, more=more)


def _rename_search(session: Session, name: str, new_name: str) -> None:
    needs_a_name(new_name)
    with session.library() as library:
        saved = find_saved_search(library, name)
        library.saved_searches.rename(saved.id, new_name)
        _show(session, [each for each in library.saved_searches.list() if each.id == saved.id])


def _remove_search(session: Session, name: str) -> None:
    with session.library() as library:
        saved = find_saved_search(library, name)
        library.saved_searches.remove(saved.id)
        _show(session, [saved])


def _show(session: Session, searches: Sequence[SavedSearch]) -> None:
    if session.console.as_json:
        session.console.document([saved_search_shape(each) for each in searches])
        return
    for each in searches:
        session.console.line(f"{each.id}  {each.name}: {each.query}")
    if not searches:
        session.console.note(_("There are no saved searches yet. To keep one: caregiver search QUERY --save NAME"))
