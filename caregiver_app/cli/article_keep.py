"""`caregiver article keep`: fetches whole pages and their pictures now, for reading without a network."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.console import Console
from caregiver_app.cli.failures import DONE, PARTLY
from caregiver_app.cli.options import ids_argument, json_option
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import keep_shape
from caregiver_app.cli.stopping import Stop
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.keeping import KeepProgress, KeepReport
from caregiver_app.model.offline import CopyState
from caregiver_app.model.sync import SyncProgress
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, sentence_for_copy, sentence_for_keeping

_HERE = (CopyState.KEPT, CopyState.PARTLY)


def keep_command() -> click.Command:
    """Return the command that keeps pages."""
    return click.Command(
        "keep",
        callback=click.pass_obj(_keep),
        params=[ids_argument("article"), json_option()],
        help=_("Fetch whole pages of articles now.\n\nWith their pictures, to be read without a network."),
    )


def _keep(session: Session, ids: Sequence[int]) -> int:
    wanted = tuple(dict.fromkeys(ItemId(number) for number in ids))
    with Stop() as stop:
        report = _run(session, wanted, stop)
    if session.console.as_json:
        session.console.document([keep_shape(result) for result in report.results])
    else:
        _print(session.console, report)
    if stop.is_set():
        return stop.exit_code
    return DONE if report.count(*_HERE) == len(wanted) else PARTLY


def _run(session: Session, wanted: Sequence[ItemId], stop: Stop) -> KeepReport:
    """Keep the pages of these articles, with a bar where somebody can see it.

    Raises:
        UnknownItem: a number is nobody's.
        InstanceRunning: another process writes to the data folder.
        StorageError: the library cannot be written; what was kept before stays.
    """
    with session.writing("article keep"), session.library() as library:
        there = {row.id for row in library.articles.rows_of(wanted)}
        for item_id in wanted:
            if item_id not in there:
                raise UnknownItem(str(item_id))
        bar = ProgressBar(session.console.progress_stream, session.services.clock)
        try:
            return session.services.keep_pages(
                library, wanted, on_progress=lambda progress: bar.show(_as_bar(progress)), cancel=stop
            )
        finally:
            bar.clear()


def _as_bar(progress: KeepProgress) -> SyncProgress:
    return SyncProgress(done=progress.done, total=progress.total, current=progress.current, new=0, failed=0)


def _print(console: Console, report: KeepReport) -> None:
    for result in report.results:
        console.line(f"{result.item_id}  {result.title}")
        sentence = sentence_for_copy(result.copy, Audience.COMMAND)
        console.line(" " * (len(str(result.item_id)) + 2) + sentence.text)
    console.line(sentence_for_keeping(report).text)
