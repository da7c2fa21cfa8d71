"""`caregiver sync`: asks the sources what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.bootstrap.folder_notice import place_to_tell_once
from caregiver_app.cli.choosing import find_sources
from caregiver_app.cli.console import Console
from caregiver_app.cli.failures import DONE, PARTLY
from caregiver_app.cli.looking_after import look_after
from caregiver_app.cli.newer_packs import ask_for_packs, packs_shape, print_packs
from caregiver_app.cli.options import json_option, source_option
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import COUNTED_AS, report_shape, with_detail
from caregiver_app.cli.stopping import Stop
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import SourceId
from caregiver_app.model.sync import SourceResult, SyncReport, SyncState
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, result_word, sentence_for_report, sentence_for_result
from caregiver_app.support.sentences.upkeep import folder_place_words

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_SOURCE = "--source"
_NOT_REACHED = (SyncState.FAILED, SyncState.GONE, SyncState.OFFLINE)


class _SeveralSources(click.Command):
    """Takes several numbers behind one `--source`: nothing else of it stands without a dash."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give each number an option of its own."""
        given: list[str] = []
        behind: int | None = None  # how many numbers stand behind the last option, if that was ours
        for argument in args:
            if argument.startswith("-"):
                behind = {_SOURCE: 0}.get(argument, 1 if argument.startswith(f"{_SOURCE}=") else None)
            elif behind is not None:
                given += [_SOURCE] if behind else []
                behind += 1
            given.append(argument)
        return super().parse_args(ctx, given)


def sync_command() -> click.Command:
    """Return the command that asks the sources."""
    return _SeveralSources(
        "sync",
        callback=click.pass_obj(_sync),
        params=[source_option(_("Only these sources, on or off."), multiple=True), json_option()],
        help=_(
            "Ask all sources that are on what is new, and keep what they say. Those whose packs you trust are asked "
            "whether there are newer ones."
        ),
    )


def _sync(session: Session, source_ids: Sequence[int]) -> int:
    with Stop() as stop:
        report = run_sync(session, [SourceId(number) for number in source_ids], stop)
        news = None if source_ids else ask_for_packs(session, report, stop)
    if session.console.as_json:
        session.console.document({**report_shape(report), **packs_shape(news)})
    else:
        print_report(session.console, report)
        print_packs(session.console, news)
    if not report.results and not report.cancelled:
        session.console.note(_("No source is on. To choose what to follow: caregiver topic choose"))
    if stop.is_set():
        return stop.exit_code
    look_after(session)
    return PARTLY if report.count(*_NOT_REACHED) else DONE


def run_sync(session: Session, source_ids: Sequence[SourceId], stop: Stop) -> SyncReport:
    """Ask the named sources, without names all that are on, with a bar where somebody can see it.

    Raises:
        InstanceRunning: another process writes to the data folder.
        UnknownSource: a number is nobody's.
        StorageError: the library cannot be written; what was stored before stays.
    """
    with session.writing("sync"), session.library() as library:
        find_sources(library, source_ids)
        _warn_of_place(session, library)
        bar = ProgressBar(session.console.progress_stream, session.services.clock)
        try:
            return session.services.sync(library, source_ids=source_ids or None, on_progress=bar.show, cancel=stop)
        finally:
            bar.clear()


def _warn_of_place(session: Session, library: Library) -> None:
    """Say at the first updates that the data folder lies where others have it too."""
    place = place_to_tell_once(library, session.services.paths.data_dir)
    if place:
        session.console.note(folder_place_words(place, Audience.COMMAND).text)


def print_report(console: Console, report: SyncReport) -> None:
    """Print what a sync brought: the counters, what it means, and the sources in trouble under what is wrong."""
    counters = ", ".join(
        f"{format_number(report.count(*states))} {result_word(_SHOWN[name])}" for name, states in COUNTED_AS.items()
    )
    console.line(
        _("{count} sources: {counters} ({seconds} s)").format(
            count=format_number(len(report.results)), counters=counters, seconds=f"{report.seconds:.1f}"
        )
    )
    sentence = sentence_for_report(report, Audience.COMMAND)
    if report.offline:
        console.line(sentence.text)
    else:
        console.line(sentence.message)
        _print_troubles(console, [result for result in report.results if result.state in _NOT_REACHED])


def _print_troubles(console: Console, results: Sequence[SourceResult]) -> None:
    """Print each trouble once, with the sources that have it: one lost network is one trouble of many sources."""
    by_trouble: dict[str, list[SourceResult]] = {}
    for result in sorted(results, key=lambda result: (result.title.casefold(), result.source_id)):
        trouble = f"{result_word(result.state)}: {with_detail(sentence_for_result(result, Audience.COMMAND))}"
        by_trouble.setdefault(trouble, []).append(result)
    for trouble, troubled in by_trouble.items():
        console.line()
        console.line(trouble)
        width = max(len(str(result.source_id)) for result in troubled)
        for result in troubled:
            console.line(f"  {result.source_id:>{width}}  {shown_title(result.title)}")


_SHOWN = {
    "ok": SyncState.OK,
    "unchanged": SyncState.UNCHANGED,
    "paused": SyncState.PAUSED,
    "failed": SyncState.FAILED,
}
