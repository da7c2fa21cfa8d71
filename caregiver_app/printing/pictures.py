"""The pictures of a text, for paper: those that are kept here, within a bound; in place of the others a box says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.sheets.blocks import Picture
from caregiver_app.support.guide_html import PACK_ADDRESS
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ItemId

MOST_PICTURES = 40
MOST_BYTES = 20_000_000
"""Of one text; what comes after is left out and said."""


class Pictures:
    """The pictures of one item. Reads files of the library and fetches nothing."""

    def __init__(self, library: Library, item_id: ItemId) -> None:
        self._files = library.assets.files
        self._kept = library.assets.of(item_id)
        self._left = MOST_BYTES
        self._shown = 0

    def show(self, description: str, address: str) -> Picture:
        """Return a picture by its description and the address that the text names."""
        name = self._kept.get(address) or self._kept.get(address.removeprefix(PACK_ADDRESS))
        data = None if name is None or self._shown >= MOST_PICTURES else self._files.read(name)
        if data is None or len(data) > self._left:
            return Picture(data=None, says=_missing(description, is_here=name is not None))
        self._left -= len(data)
        self._shown += 1
        return Picture(data=data, says=description or _("A picture without a description."))


def _missing(description: str, *, is_here: bool) -> str:
    if is_here:
        why = _("A picture stands here that is not printed.")
    else:
        why = _("A picture stands here that is not saved on this computer.")
    return f"{why}\n{description}" if description else why
