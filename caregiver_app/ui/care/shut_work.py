"""Work on the files of the care notes while nobody has them open: locks them first, then says how they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from caregiver_app.ui.care.access import CareAccess

T = TypeVar("T")


class ShutWork(QObject):
    """One for a window. What it is given runs in a lane beside that of the notes and must need no open ones."""

    def __init__(self, access: CareAccess, parent: QObject) -> None:
        super().__init__(parent)
        self._access = access

    def beside(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], None],
    ) -> None:
        """Have `work` done beside the notes, locked or not, e.g. a passphrase tried on a copy."""
        self._access.apart(owner, work, done, failed=failed)

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], *, failed: Callable[[BaseException], object]
    ) -> None:
        """Lock the notes, then have `work` done once their connection and key are gone."""

        def over(give: Callable[[], object]) -> None:
            self._access.look_again()
            give()

        def begin() -> None:
            self._access.apart(
                self, work, lambda answer: over(lambda: done(answer)), failed=lambda error: over(lambda: failed(error))
            )

        def closed() -> None:
            self._access.closed.disconnect(closed)
            begin()

        if self._access.is_open:
            self._access.closed.connect(closed)
            self._access.lock()
        else:
            begin()
