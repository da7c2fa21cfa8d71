"""The one SQLite driver: sqlcipher3, for the library and for care notes alike. Only `storage.tables` names it too."""

from __future__ import annotations

from sqlcipher3 import dbapi2

connect = dbapi2.connect
Connection = dbapi2.Connection
Row = dbapi2.Row
DriverError = dbapi2.Error
ClosedError = dbapi2.ProgrammingError  # what a closed connection answers to everything

__all__ = ["ClosedError", "Connection", "DriverError", "Row", "connect"]
