"""Where somebody stood in pages that were open, as long as the window is: never on the disk."""

from __future__ import annotations

from collections import OrderedDict

from caregiver_app.model.article import ItemId

MOST = 200


class KeptPlaces:
    """Of the `MOST` pages that were left last. Places are in device-independent pixels from the top of a page."""

    def __init__(self) -> None:
        self._places: OrderedDict[ItemId, int] = OrderedDict()

    def of(self, item_id: ItemId) -> int:
        """Return the place in a page, its top where none is kept."""
        return self._places.get(item_id, 0)

    def keep(self, item_id: ItemId, place: int) -> None:
        """Keep the place in a page, in place of what was kept longest where there are too many."""
        self._places[item_id] = place
        self._places.move_to_end(item_id)
        if len(self._places) > MOST:
            self._places.popitem(last=False)

    def forget(self) -> None:
        """Keep none."""
        self._places.clear()
