"""Asks before a backup, or a copy of the library, takes the place of what is here. Whoever is told does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.whole_backups import is_whole
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.settings.backup_asking import AskPassphrase, restore_question
from caregiver_app.ui.settings.backup_way import WayTrying
from caregiver_app.ui.widgets.confirm import Question, ask_first


class RestoreAsking(QObject):
    """`restore` is given the wish, after a yes."""

    def __init__(
        self,
        desk: Desk,
        paths: Paths,
        restore: Callable[[RestoreWish], None],
        ask_passphrase: AskPassphrase,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ways = WayTrying(desk, paths, self)
        self._restore = restore
        self._ask_passphrase = ask_passphrase

    def ask_to_restore(self, path: Path) -> None:
        """Ask before a backup takes the place of what is here; one with care notes asks for its passphrase."""

        def known(whole: bool) -> None:
            if whole:
                self._ask_passphrase(
                    restore_question(),
                    lambda typed, asked: self._ways.try_way(
                        path,
                        typed,
                        asked,
                        lambda way: self._restore(RestoreWish(source=From.BACKUP, path=path, way=way)),
                    ),
                )
            else:
                self._ask_to_restore_library(path)

        self._desk.ask(self, lambda _library: is_whole(path), known, key="backup.kind")

    def _ask_to_restore_library(self, path: Path) -> None:
        question = Question(
            title=_("Put the backup in the place of what is here?"),
            text=_(
                "Sources, pages, stars and collections will be as they were in the backup. What is here now is kept "
                "as a copy, to which you can go back. The window opens again by itself."
            ),
            do=_("Restore the backup"),
            keep=_("Keep what is here"),
        )
        wish = RestoreWish(source=From.BACKUP, path=path)
        ask_first(self._desk.overlay, self._desk.theme, question, lambda: self._restore(wish))

    def ask_to_go_back(self, name: str) -> None:
        """Ask before a copy of the library takes its place."""
        question = Question(
            title=_("Go back to this copy?"),
            text=_(
                "Everything since then goes out of sight: new pages, stars, sources. What is here now is kept as a "
                "copy too, so you can come back. The window opens again by itself."
            ),
            do=_("Go back"),
            keep=_("Stay here"),
        )
        wish = RestoreWish(source=From.COPY, path=Path(name))
        ask_first(self._desk.overlay, self._desk.theme, question, lambda: self._restore(wish))
