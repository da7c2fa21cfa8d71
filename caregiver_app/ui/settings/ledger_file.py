"""The ledger as a file for a spreadsheet. It tells which health pages were asked for; whoever saves it is told so."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from caregiver_app.model.time import to_datetime
from caregiver_app.model.web import LedgerLine

FILE_NAME = "connections.csv"
_HEADS = ("at", "host", "why", "sent_bytes", "received_bytes", "result")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def ledger_csv(lines: Iterable[LedgerLine]) -> bytes:
    """Return lines as CSV (RFC 4180, UTF-8) with a head; times are ISO 8601 in UTC."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADS)
    for line in lines:
        at = to_datetime(line.at).isoformat(timespec="seconds")
        writer.writerow(
            (at, _plain(line.host), line.why.value, line.sent_bytes, line.received_bytes, _plain(line.result))
        )
    return text.getvalue().encode()


def _plain(value: str) -> str:
    """Keep a spreadsheet from taking a value for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
