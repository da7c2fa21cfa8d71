"""Rows by sqlite-utils over the one driver. Imported when a row is first written so: most runs never need it.

sqlite-utils prefers a module named `pysqlite3` over the standard library's. Its own exception handling then looks
for sqlcipher3's classes, which is what makes its transactions and errors work. `alter=True` and
`drop(ignore=True)` rely on the standard library's classes all the same and must not be used.
"""

from __future__ import annotations

import sys
import threading
from importlib.abc import MetaPathFinder

import sqlcipher3
from sqlcipher3 import dbapi2

from caregiver_app.storage.driver import Connection

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)


class _NoNumpyHere(MetaPathFinder):
    """Hides numpy from the thread that made it, and from no other: None in `sys.modules` would be met by all."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, name: str, *_where: object) -> None:
        if name == "numpy" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(name=name)


# It loads numpy where it finds it, to know its kinds of numbers: 0.3 seconds for something that no row of ours holds.
# The list of finders is another one each time: threads that just go along the old one shall miss none.
_no_numpy = _NoNumpyHere()
sys.meta_path = [_no_numpy, *sys.meta_path]
# One of its modules asks by name for the standard library's driver, which a frozen build has not, and none of us uses.
_is_put = sys.modules.setdefault("sqlite3", sqlcipher3) is sqlcipher3
import sqlite_utils  # noqa: E402  the names above must stand before sqlite-utils looks for its driver

sys.meta_path = [finder for finder in sys.meta_path if finder is not _no_numpy]
if _is_put:
    del sys.modules["sqlite3"]

if vars(sqlite_utils.utils)["sqlite3"] is not sqlcipher3:
    raise RuntimeError("sqlite-utils was imported before its driver")

Tables = sqlite_utils.Database


def tables_of(connection: Connection) -> Tables:
    """Return sqlite-utils' view of an open connection; nothing is read or written yet."""
    return Tables(connection, recursive_triggers=False, execute_plugins=False)  # ours are on since it was opened
