"""The ledger as a table, from the window and from a command."""

from __future__ import annotations

from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.support.ledger_export import ledger_csv
from tests.helpers.clock import MONDAY


def test_no_line_of_the_table_is_a_formula() -> None:
    line = LedgerLine(at=MONDAY, host="=cmd", why=Why.UPDATE, sent_bytes=420, received_bytes=12_000, result="200")
    assert ledger_csv([line]).splitlines()[1] == b"2026-11-23T08:05:00+00:00,'=cmd,update,420,12000,200"
