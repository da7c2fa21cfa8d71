"""What of the library a note or question speaks of: cited by the number of an article, listed, taken away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Unpack

import click

from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import Secret, care_command, id_argument, opened_by
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.cli.vault.telling import tell_list
from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.errors import UnknownItem, UnknownRecord
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.citations import Citation, CitationId
from caregiver_app.vault.store import Vault

Get = Callable[[Vault, int], Any]
"""Returns a record by its number, and raises `UnknownRecord` where there is none."""


def citing_commands(kind: str, get: Get) -> tuple[click.Command, ...]:
    """Return `cite`, `citations` and `uncite` for one kind of record."""
    page = click.Argument(["article_id"], type=IdType("article"), metavar="ARTICLE")
    number = click.Argument(["citation_id"], type=IdType("citation"), metavar="N")

    def cite(session: Session, record_id: int, article_id: int, **secret: Unpack[Secret]) -> None:
        with opened_by(session, secret) as vault:
            get(vault, record_id)
            uid, row = _article(session, ItemId(article_id))
            at = session.services.clock.now()
            vault.citations.add(kind, record_id, library_uid=uid, title=row.title, address=row.url or "", at=at)
            found = vault.citations.of(kind, record_id)
        _tell(session, found)

    def citations(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
        with opened_by(session, secret) as vault:
            get(vault, record_id)
            found = vault.citations.of(kind, record_id)
        _tell(session, found)

    def uncite(session: Session, record_id: int, citation_id: int, **secret: Unpack[Secret]) -> None:
        with opened_by(session, secret) as vault:
            if citation_id not in {one.id for one in vault.citations.of(kind, record_id)}:
                raise UnknownRecord("citation")
            vault.citations.remove(CitationId(citation_id), at=session.services.clock.now())
            found = vault.citations.of(kind, record_id)
        _tell(session, found)

    one = id_argument(kind)
    return (
        care_command("cite", cite, [one, page], _("Keep with it that it speaks of an article of the library.")),
        care_command("citations", citations, [one], _("List of which articles it speaks.")),
        care_command("uncite", uncite, [one, number], _("Take one of them away.")),
    )


def citation_shape(citation: Citation) -> Shape:
    """Return an article that a record speaks of, as it was called then."""
    return {"id": citation.id, "title": citation.title, "address": citation.address, "uid": citation.library_uid}


def _article(session: Session, article_id: ItemId) -> tuple[str, ArticleRow]:
    """Return an article with its uid. The notes are open already: a protected library opens with them."""
    with session.library() as library:
        row = next(iter(library.articles.rows_of([article_id])), None)
        uid = library.item_uids.uid_of(article_id)
    if row is None or uid is None:
        raise UnknownItem(str(article_id))
    return uid, row


def _tell(session: Session, found: tuple[Citation, ...]) -> None:
    tell_list(session, found, citation_shape, _line, _("It speaks of no article."))


def _line(citation: Citation) -> str:
    return f"{citation.id}  {', '.join(filter(None, (citation.title, citation.address)))}"
