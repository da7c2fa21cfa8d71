"""A page ready to be shown: taken from the library in its own thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from caregiver_app.model.article import Article, ItemId
from caregiver_app.model.offline import CopyState
from caregiver_app.model.trust import Stamp, Stamps
from caregiver_app.ui.desk import StampsOf
from caregiver_app.ui.library.reader.marks_of_html import Missing
from caregiver_app.ui.library.reader.stored_pictures import read_pictures
from caregiver_app.ui.library.reader.versions import LastSeen, last_seen

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """An article as it is shown with its pictures by name, and when the person last shared, saved and read it.

    `own` says that the person added its source, `alert_ended` that a later message took the place of its warning.
    `stamps` say why it may be trusted, None where nobody was asked.
    """

    article: Article
    html: str
    seen: LastSeen
    own: bool
    alert_ended: bool = False
    pictures: Mapping[str, QImage] = field(default_factory=dict)
    stamps: Stamps | None = None

    @property
    def stamp(self) -> Stamp:
        """The stamp that counts for reading."""
        row = self.article.row
        return self.stamps.reading if self.stamps is not None else Stamp(trust=row.trust, own_source=self.own)


def open_page(library: Library, item_id: ItemId, *, own: bool, stamps_of: StampsOf) -> OpenPage:
    """Return a page ready to be shown; runs in the library's thread.

    Raises:
        UnknownItem: it is not there any more.
    """
    from caregiver_app.ui.library.reader.page_html import page_html  # it brings the sanitiser's library along

    article = library.articles.get(item_id)
    names = library.assets.of(item_id)
    pictures = read_pictures(names.values(), library.assets.files.read)
    stored = {address: name for address, name in names.items() if name in pictures}
    return OpenPage(
        article=article,
        html=page_html(article.row.title, article.html, stored, _missing(article)),
        seen=last_seen(library, item_id),
        own=own,
        alert_ended=article.alert is not None and library.alerts.has_ended(item_id),
        pictures=pictures,
        stamps=stamps_of(library, [item_id]).get(item_id),
    )


def _missing(article: Article) -> Missing:
    if article.offline is None:
        return Missing.ASKABLE
    return Missing.COMING if article.offline.state is CopyState.WANTED else Missing.FAILED
