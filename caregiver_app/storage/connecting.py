"""Makes connections to database files, plain and encrypted ones. Sets no other pragma and looks at no table.

With a key, SQLCipher's own log is silenced first: it would write of keys and files to standard error.
"""

from __future__ import annotations

from caregiver_app.storage.driver import Connection, connect
from caregiver_app.storage.keys import FileKey


def connect_file(address: str, key: FileKey | None = None, *, timeout_s: float = 5.0) -> Connection:
    """Connect to the file at a path or a `file:` address; transactions are begun by hand.

    A wrong key, like damage, shows only when something is read: as "file is not a database".

    Raises:
        DriverError: the file cannot be opened.
        RuntimeError: a key is given, and the driver cannot encrypt.
    """
    connection = connect(
        address,
        uri=address.startswith("file:"),
        timeout=timeout_s,
        isolation_level=None,
        check_same_thread=False,
    )
    if key is not None:
        try:
            _unlock(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Connection, key: FileKey) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.set_key(key.as_sqlcipher())
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this driver cannot encrypt")
