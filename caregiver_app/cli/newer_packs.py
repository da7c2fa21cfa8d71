"""What `caregiver sync` asks those whose packs are trusted, and how it says that. Installs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import failure_of
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.model.sync import SyncReport
from caregiver_app.support.i18n import format_number, ngettext

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews


def ask_for_packs(session: Session, report: SyncReport, stop: Stop) -> ChannelNews | None:
    """Ask for news of packs after the sources, None where nobody was asked.

    Raises:
        StorageError: the library cannot be opened.
    """
    bar = ProgressBar(session.console.progress_stream, session.services.clock)
    with session.library() as library:
        try:
            return session.services.channel_asking.after_sync(library, report, on_progress=bar.show, cancel=stop)
        finally:
            bar.clear()


def packs_shape(news: ChannelNews | None) -> dict[str, Json]:
    """Return what `sync` adds to its report of the sources."""
    return {
        "channels": 0 if news is None else len(news.checked) + len(news.failed),
        "channels_failed": 0 if news is None else len(news.failed),
        "newer_packs": 0 if news is None else news.newer,
    }


def print_packs(console: Console, news: ChannelNews | None) -> None:
    """Print in one line that there are newer packs, and in a note who could not be asked."""
    if news is None:
        return
    for each in news.failed:
        console.note(f"{each.channel.name}: {failure_of(each.error).sentence.text}")
    words = ngettext(
        "{count} pack has a newer version. To see what changes: caregiver pack update --preview",
        "{count} packs have a newer version. To see what changes: caregiver pack update --preview",
        news.newer,
    )
    if news.newer:
        console.line(words.format(count=format_number(news.newer)))
