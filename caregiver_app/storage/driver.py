"""The one SQLite driver: sqlcipher3, for the library and for care notes alike. Only `storage.tables` names it too."""

from __future__ import annotations

from sqlcipher3 import dbapi2

connect = dbapi2.connect
Connection = dbapi2.Connection
Row = dbapi2.Row
DriverError = dbapi2.Error
ClosedError = dbapi2.ProgrammingError  # what a closed connection answers to everything

ALLOW: int = dbapi2.SQLITE_OK  # answers of an authorizer, and what it is asked about
DENY: int = dbapi2.SQLITE_DENY
ATTACH: int = dbapi2.SQLITE_ATTACH
DETACH: int = dbapi2.SQLITE_DETACH
RUN_PRAGMA: int = dbapi2.SQLITE_PRAGMA
CALL_FUNCTION: int = dbapi2.SQLITE_FUNCTION

__all__ = [
    "ALLOW",
    "ATTACH",
    "CALL_FUNCTION",
    "DENY",
    "DETACH",
    "RUN_PRAGMA",
    "ClosedError",
    "Connection",
    "DriverError",
    "Row",
    "connect",
]
