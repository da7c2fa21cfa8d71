"""What commands print of backups, and how they show how far one is."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import SourceId
from caregiver_app.model.sync import SyncProgress
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caregiver_app.bootstrap.backups import BackupFacts, BackupProgress, OnBackup, Restored


def backup_shape(file: str, facts: BackupFacts) -> dict[str, Json]:
    """Return what `backup create` and `backup verify` print."""
    return {
        "file": file,
        "created_at": to_iso(facts.created_at),
        "program": facts.program,
        "sources": facts.sources,
        "articles": facts.articles,
        "starred": facts.starred,
        "collections": facts.collections,
        "pictures": facts.pictures,
        "missing_pictures": facts.missing,
        "size_bytes": facts.size_bytes,
        "care_notes": None,
    }


def backup_bar(session: Session, stack: ExitStack, file: str) -> OnBackup:
    """Return what draws how far a backup is, until `stack` is left."""
    bar = ProgressBar(session.console.progress_stream, session.services.clock)
    stack.callback(bar.clear)

    def show(progress: BackupProgress) -> None:
        megabytes = [max(1, size // 1_000_000) for size in (progress.done, progress.total)]
        bar.show(SyncProgress(done=megabytes[0], total=megabytes[1], current=Path(file).name, new=0, failed=0))

    return show


def restored_shape(restored: Restored) -> dict[str, Json]:
    """Return what `backup restore` prints beside what the backup holds."""
    return {
        "asked_private": _sources_shape(restored.asked.private),
        "asked_alerts": _sources_shape(restored.asked.alerts),
        "aside": None if restored.aside is None else restored.aside.name,
    }


def print_asked(session: Session, restored: Restored) -> None:
    """Name the sources that were allowed something in the backup and wait for a word now."""
    for sources, words in (
        (restored.asked.alerts, _("These alert sources are off until you switch them on: caregiver source enable ID")),
        (
            restored.asked.private,
            _("These lie on your own network. To allow them again: caregiver source add ADDRESS --allow-private"),
        ),
    ):
        if sources:
            session.console.line(words)
            for source_id, title in sources:
                session.console.line(f"  {source_id}  {shown_title(title)}")
    if restored.aside is not None:
        session.console.note(
            _("The library before it was damaged. It is kept as {name}.").format(name=restored.aside.name)
        )


def _sources_shape(sources: Sequence[tuple[SourceId, str]]) -> list[Json]:
    return [{"id": source_id, "title": shown_title(title)} for source_id, title in sources]
