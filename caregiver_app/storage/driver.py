"""Makes sqlcipher3 the one SQLite driver, also beneath sqlite-utils. Nothing else imports either of them.

sqlite-utils prefers a module named `pysqlite3` over the standard library's. Its own exception handling then looks
for sqlcipher3's classes, which is what makes its transactions and errors work. `alter=True` and
`drop(ignore=True)` rely on the standard library's classes all the same and must not be used.
"""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

import sqlite_utils  # noqa: E402  the two names above must stand before sqlite-utils looks for its driver

if vars(sqlite_utils.utils)["sqlite3"] is not sqlcipher3:
    raise RuntimeError("sqlite-utils was imported before its driver")

connect = dbapi2.connect
Connection = dbapi2.Connection
Row = dbapi2.Row
DriverError = dbapi2.Error
ClosedError = dbapi2.ProgrammingError  # what a closed connection answers to everything
Tables = sqlite_utils.Database

__all__ = ["ClosedError", "Connection", "DriverError", "Row", "Tables", "connect"]
