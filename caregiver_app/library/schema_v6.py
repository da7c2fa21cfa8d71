"""What version 6 of `library.db` adds to version 5. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

VERSION_6 = ("ALTER TABLE offline_copy ADD COLUMN canonical TEXT NOT NULL DEFAULT ''",)
