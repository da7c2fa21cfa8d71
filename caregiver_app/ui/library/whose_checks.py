"""Whose check stands behind the rows that are checked: asked of the library with each page of a list, in its thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleRow, ItemId, Trust
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.desk import StampsOf

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def whose_checks(library: Library, rows: Collection[ArticleRow], stamps_of: StampsOf) -> Mapping[ItemId, Stamp]:
    """Return the stamps of those rows whose word says more with them; few or none in most lists."""
    checked = [row.id for row in rows if row.trust is Trust.CHECKED]
    return {item_id: stamps.reading for item_id, stamps in stamps_of(library, checked).items()} if checked else {}
