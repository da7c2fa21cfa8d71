"""`caregiver ledger`: every request that left this computer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.files import write_file
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import ledger_shape
from caregiver_app.cli.terminal_text import cell_width, fit
from caregiver_app.model.time import Millis, from_datetime, to_datetime, to_iso
from caregiver_app.model.web import LedgerLine
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.ledger_export import ledger_csv, ledger_json
from caregiver_app.support.sentences.upkeep import ledger_warning

if TYPE_CHECKING:
    from caregiver_app.library.ledger import HostTotals, LedgerMonth

_ALL = (1 << 31) - 1
_HEADS = ("AT", "HOST", "WHY", "SENT", "RECEIVED", "RESULT")
_HOST_HEADS = ("LAST", "HOST", "WHY", "REQUESTS", "SENT", "RECEIVED")
_MONTH_HEADS = ("MONTH", "HOST", "WHY", "REQUESTS", "SENT", "RECEIVED")


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
            click.Option(["--by-host"], is_flag=True, help=_("Show each site once, with its totals.")),
            click.Option(["--months"], is_flag=True, help=_("Show the totals of earlier months.")),
            click.Option(["--export"], metavar="FILE", help=_("Write the list into a file, FILE.csv or FILE.json.")),
            click.Option(
                ["--days"],
                type=click.IntRange(0, 365),
                metavar="N",
                help=_("Keep single requests for N days, 0 to 365; after that only totals."),
            ),
            click.Option(["--erase"], is_flag=True, help=_("Forget all of it, in the daily copies too.")),
            json_option(),
        ],
        help=_("Show every request that left this computer. It says when, to whom, why and how much."),
    )


def _ledger(
    session: Session,
    *,
    since: Millis | None,
    by_host: bool,
    months: bool,
    export: str | None,
    days: int | None,
    erase: bool,
) -> None:
    if sum((by_host, months, erase, export is not None, days is not None)) > 1:
        raise click.UsageError(_("Take one of --by-host, --months, --export, --days and --erase."))
    if since is not None and (months or erase or days is not None):
        raise click.UsageError(_("--since goes with the list, --by-host and --export only."))
    if erase:
        _erase(session)
    elif days is not None:
        _set_days(session, days)
    elif months:
        _show_months(session)
    elif by_host:
        _show_hosts(session, since)
    elif export is not None:
        _export(session, export, since)
    else:
        _show_lines(session, since)


def _show_lines(session: Session, since: Millis | None) -> None:
    with session.library() as library:
        lines = library.ledger.list(since=since, limit=_ALL)
    if session.console.as_json:
        session.console.document([ledger_shape(line) for line in lines])
    else:
        _print_table(session, _HEADS, [_cells(line) for line in lines])


def _show_hosts(session: Session, since: Millis | None) -> None:
    with session.library() as library:
        hosts = library.ledger.by_host(since=since)
    if session.console.as_json:
        session.console.document([_host_shape(host) for host in hosts])
        return
    rows = [
        (
            "" if host.last_at is None else _local(host.last_at),
            host.host,
            ", ".join(host.whys),
            *map(str, (host.requests, host.sent_bytes, host.received_bytes)),
        )
        for host in hosts
    ]
    _print_table(session, _HOST_HEADS, rows)


def _show_months(session: Session) -> None:
    with session.library() as library:
        months = library.ledger.months()
    if session.console.as_json:
        session.console.document([_month_shape(month) for month in months])
        return
    rows = [(m.month, m.host, m.why, *map(str, (m.requests, m.sent_bytes, m.received_bytes))) for m in months]
    _print_table(session, _MONTH_HEADS, rows)


def _export(session: Session, file: str, since: Millis | None) -> None:
    if not file.lower().endswith((".csv", ".json")):
        raise click.UsageError(_("Name a file that ends in .csv or .json."))
    with session.library() as library:
        lines = library.ledger.list(since=since, limit=_ALL)
    write_file(file, ledger_csv(lines) if file.lower().endswith(".csv") else ledger_json(lines))
    if session.console.as_json:
        session.console.document({"file": file, "lines": len(lines)})
    else:
        session.console.line(_("The list is in {name}.").format(name=file))
    session.console.note(ledger_warning())


def _set_days(session: Session, days: int) -> None:
    with session.library() as library:
        library.ledger.set_life_days(days, now=session.services.clock.now())
    if session.console.as_json:
        session.console.document({"days": days})
        return
    sentence = ngettext(
        "Single requests are kept for {count} day, then only totals of the month.",
        "Single requests are kept for {count} days, then only totals of the month.",
        days,
    )
    session.console.line(sentence.format(count=days))


def _erase(session: Session) -> None:
    with session.writing("ledger"), session.library() as library:
        session.services.erase_ledger(library)
    if session.console.as_json:
        session.console.document([])
    else:
        session.console.line(_("The ledger is empty now."))


def _host_shape(host: HostTotals) -> Json:
    return {
        "host": host.host,
        "requests": host.requests,
        "sent_bytes": host.sent_bytes,
        "received_bytes": host.received_bytes,
        "last_at": to_iso(host.last_at),
        "whys": list(host.whys),
    }


def _month_shape(month: LedgerMonth) -> Json:
    return {
        "month": month.month,
        "host": month.host,
        "why": month.why,
        "requests": month.requests,
        "sent_bytes": month.sent_bytes,
        "received_bytes": month.received_bytes,
    }


def _print_table(session: Session, heads: tuple[str, ...], cells: Sequence[tuple[str, ...]]) -> None:
    if not cells:
        session.console.note(_("Nothing has left this computer in that time."))
        return
    rows = [heads, *cells]
    widths = [max(cell_width(row[column]) for row in rows) for column in range(len(heads))]
    for row in rows:
        session.console.line("  ".join(fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(line: LedgerLine) -> tuple[str, ...]:
    return _local(line.at), line.host, line.why.value, str(line.sent_bytes), str(line.received_bytes), line.result


def _local(at: Millis) -> str:
    return to_datetime(at).astimezone().isoformat(sep=" ", timespec="seconds")
