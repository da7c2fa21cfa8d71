"""What one command has at hand: its console, and the services over the data folder, built when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


class Session:
    """One run of the command line."""

    def __init__(self, console: Console, *, unlock_library: Callable[[Session], None]) -> None:
        self.console = console
        self.data_dir: Path | None = None
        self.passphrase_file: Path | None = None
        self.passphrase_fd: int | None = None
        self._unlock_library = unlock_library
        self._services: Services | None = None

    @property
    def services(self) -> Services:
        """The services over the data folder that was asked for; erasing that was cut short there is finished before.

        Raises:
            InstanceRunning: another process is erasing it.
            StorageError: what is to be erased cannot be removed, or nobody may enter the folder.
        """
        if self._services is None:
            from caregiver_app.bootstrap.paths import find_paths
            from caregiver_app.bootstrap.services import build_services
            from caregiver_app.bootstrap.writing_alone import one_writer
            from caregiver_app.support.files import translated_os_errors

            paths = find_paths(self.data_dir)
            with translated_os_errors(paths.data_dir):
                was_cut_short = paths.erasing.exists() or paths.erasing_notes.exists()
            if was_cut_short:
                with one_writer(paths, holder="erase"):
                    pass  # who holds the folder finishes that first, and nothing is read or written beside it
            self._services = build_services(paths)
        return self._services

    def start_log(self) -> None:
        """Send notes to the log of the data folder that was asked for."""
        from caregiver_app.bootstrap.paths import find_paths
        from caregiver_app.support.clock import SystemClock
        from caregiver_app.support.logs import start_log

        start_log(find_paths(self.data_dir).log, SystemClock())

    @contextmanager
    def library(self) -> Iterator[Library]:
        """Open the library for a block; one that is protected is unlocked before.

        Raises:
            StorageError: it cannot be opened.
            VaultError: it is protected, and the passphrase is missing or wrong.
        """
        self.unlock_library()
        library = self.services.open_library()
        try:
            yield library
        finally:
            library.close()

    @contextmanager
    def writing(self, holder: str) -> Iterator[None]:
        """Hold the data folder against other long work for a block; `holder` names this one to others.

        Raises:
            InstanceRunning: another process holds it.
            StorageError: the folder cannot be used.
        """
        from caregiver_app.bootstrap.writing_alone import one_writer

        with one_writer(self.services.paths, holder=holder):
            yield

    def unlock_library(self) -> None:
        """Unlock the library where it is protected; raises as `library` does."""
        if self.services.protection.needs_passphrase():
            self._unlock_library(self)

    def close(self) -> None:
        """End what the services started; closing twice is fine."""
        if self._services is not None:
            self._services.close()
