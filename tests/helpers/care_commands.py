"""Commands over care notes that were made for a test, with their passphrase in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.helpers.command_line import CommandLine, Ran
from tests.helpers.vaults import PASSPHRASE, locked_care


class CareCommands:
    """Runs commands on one data folder that has care notes."""

    def __init__(self, folder: Path) -> None:
        self.command = CommandLine(folder / "data")
        locked_care(folder / "data")
        secret = folder / "passphrase"
        secret.touch(mode=0o600)
        secret.write_text(PASSPHRASE, encoding="utf-8")
        self.secret = ("--passphrase-file", str(secret))

    def __call__(self, *arguments: str, typed: str = "") -> Ran:
        """Run a command with the passphrase."""
        return self.command(*arguments, *self.secret, typed=typed)

    def json(self, *arguments: str, typed: str = "") -> Any:
        """Run a command with the passphrase and return its document."""
        return self.command.json(*arguments, *self.secret, typed=typed)
