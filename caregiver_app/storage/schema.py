"""What a database file promises about itself: whose it is, which version, how to get there from any earlier one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """Takes a file from version `to - 1` to `to`; one statement a string, run in order."""

    to: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """`application_id` marks the file as ours (SQLite file format, section 1.3.7); migrations count 1, 2, 3.

    Raises:
        ValueError: the migrations are not numbered 1, 2, 3, ...
    """

    application_id: int
    migrations: tuple[Migration, ...]

    def __post_init__(self) -> None:
        if [m.to for m in self.migrations] != list(range(1, len(self.migrations) + 1)):
            raise ValueError("migrations are numbered 1, 2, 3, ...")

    @property
    def version(self) -> int:
        """The version that this program reads and writes."""
        return len(self.migrations)

    def up_to(self, version: int) -> Schema:
        """Return what a program of an earlier version read and wrote."""
        return Schema(application_id=self.application_id, migrations=self.migrations[:version])
