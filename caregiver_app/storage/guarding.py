"""Closes the ways by which text could leave an encrypted database: other files, other settings, the driver's log.

`ATTACH ... KEY ''` writes a plain copy anywhere, `VACUUM INTO` too (it attaches), `PRAGMA temp_store = 1` spills
plaintext into temporary files, `PRAGMA cipher_log = FILE` writes a log. So after a connection is set up, ATTACH and
every PRAGMA but a short list are denied (SQLite, "Compile-time authorization callbacks").
"""

from __future__ import annotations

from caregiver_app.storage.driver import ALLOW, ATTACH, CALL_FUNCTION, DENY, DETACH, RUN_PRAGMA, Connection

_PRAGMAS = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "data_version",
        "foreign_key_check",
        "foreign_key_list",
        "freelist_count",
        "incremental_vacuum",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "page_count",
        "secure_delete",
        "table_info",
        "table_xinfo",
        "user_version",
        "wal_checkpoint",
    }
)
_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "sqlcipher_export"})


def close_ways_out(connection: Connection) -> None:
    """Deny from now on what could write elsewhere; for as long as the connection lives."""
    connection.set_authorizer(_judge)


def _judge(action: int, first: str | None, second: str | None, *_where: str | None) -> int:
    if action in (ATTACH, DETACH):
        return DENY
    if action == RUN_PRAGMA:
        return ALLOW if (first or "").lower() in _PRAGMAS else DENY
    if action == CALL_FUNCTION and (second or "").lower() in _FUNCTIONS:
        return DENY
    return ALLOW
