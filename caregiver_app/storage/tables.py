"""Rows by sqlite-utils over the one driver. Imported when a row is first written so: most runs never need it.

sqlite-utils prefers a module named `pysqlite3` over the standard library's. Its own exception handling then looks
for sqlcipher3's classes, which is what makes its transactions and errors work. `alter=True` and
`drop(ignore=True)` rely on the standard library's classes all the same and must not be used.
"""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

from caregiver_app.storage.driver import Connection

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

# It loads numpy where it finds it, to know its kinds of numbers: 0.3 seconds for something that no row of ours holds.
# One of its modules asks by name for the standard library's driver, which a frozen build has not.
_stand_ins = {"numpy": None, "sqlite3": sqlcipher3}  # None is the documented way to make an import fail
_put = {name: module for name, module in _stand_ins.items() if name not in sys.modules}
sys.modules.update(_put)
import sqlite_utils  # noqa: E402  the names above must stand before sqlite-utils looks for its driver

for _name in _put:
    del sys.modules[_name]

if vars(sqlite_utils.utils)["sqlite3"] is not sqlcipher3:
    raise RuntimeError("sqlite-utils was imported before its driver")

Tables = sqlite_utils.Database


def tables_of(connection: Connection) -> Tables:
    """Return sqlite-utils' view of an open connection; nothing is read or written yet."""
    return Tables(connection, recursive_triggers=False, execute_plugins=False)  # ours are on since it was opened
