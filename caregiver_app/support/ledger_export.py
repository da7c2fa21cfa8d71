"""The ledger as a file for other programs: a table (CSV) or JSON. Health data, which whoever writes it must say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from caregiver_app.model.time import to_iso
from caregiver_app.model.web import LedgerLine

COLUMNS = ("at", "host", "why", "sent_bytes", "received_bytes", "result")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def ledger_csv(lines: Iterable[LedgerLine]) -> bytes:
    """Return the lines as CSV (RFC 4180) in UTF-8. Nothing in it is taken for a formula by a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for line in lines:
        writer.writerow({name: _plain(value) for name, value in _row(line).items()})
    return out.getvalue().encode()


def ledger_json(lines: Iterable[LedgerLine]) -> bytes:
    """Return the lines as a JSON list, each as `caregiver ledger --json` prints it."""
    return json.dumps([_row(line) for line in lines], indent=1).encode() + b"\n"


def _row(line: LedgerLine) -> Mapping[str, str | int | None]:
    return {
        "at": to_iso(line.at),
        "host": line.host,
        "why": line.why.value,
        "sent_bytes": line.sent_bytes,
        "received_bytes": line.received_bytes,
        "result": line.result,
    }


def _plain(value: str | int | None) -> str | int | None:
    """A spreadsheet runs what begins so; a name of a host never does, but the file may be anybody's."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
