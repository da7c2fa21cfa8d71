"""`caregiver ledger`: every request that left this computer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import ledger_shape
from caregiver_app.cli.terminal_text import cell_width, fit
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.model.web import LedgerLine
from caregiver_app.support.i18n import gettext as _

_ALL = (1 << 31) - 1
_HEADS = ("AT", "HOST", "WHY", "SENT", "RECEIVED", "RESULT")


class DayType(click.ParamType[Millis]):
    """A day as YYYY-MM-DD; its value is when that day begins here."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Millis:
        """Return the first moment of the day in this computer's time zone."""
        try:
            midnight = datetime.combine(date.fromisoformat(str(value)), time.min)
            return from_datetime(midnight.astimezone())
        except (ValueError, OverflowError, OSError):
            self.fail(_("Write the day like 2026-11-23."), param, ctx)


def ledger_command() -> click.Command:
    """Return the command that shows the ledger."""
    return click.Command(
        "ledger",
        callback=click.pass_obj(_ledger),
        params=[
            click.Option(["--since"], type=DayType(), metavar="DAY", help=_("Only from this day on, like 2026-11-23.")),
            click.Option(["--erase"], is_flag=True, help=_("Forget all of it.")),
            json_option(),
        ],
        help=_("Show every request that left this computer. It says when, to whom, why and how much."),
    )


def _ledger(session: Session, since: Millis | None, erase: bool) -> None:
    if erase and since is not None:
        raise click.UsageError(_("--erase forgets all of the ledger; it does not go with --since."))
    with session.library() as library:
        if erase:
            library.ledger.erase()
        lines = library.ledger.list(since=since, limit=_ALL)
    if session.console.as_json:
        session.console.document([ledger_shape(line) for line in lines])
    elif erase:
        session.console.line(_("The ledger is empty now."))
    else:
        _print_lines(session, lines)


def _print_lines(session: Session, lines: Sequence[LedgerLine]) -> None:
    if not lines:
        session.console.note(_("Nothing has left this computer in that time."))
        return
    rows = [_HEADS, *(_cells(line) for line in lines)]
    widths = [max(cell_width(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        session.console.line("  ".join(fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(line: LedgerLine) -> tuple[str, ...]:
    at = to_datetime(line.at).astimezone().isoformat(sep=" ", timespec="seconds")
    return at, line.host, line.why.value, str(line.sent_bytes), str(line.received_bytes), line.result
