"""What commands print of backups, and how they show how far one is."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.model.sync import SyncProgress
from caregiver_app.model.time import to_iso

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupFacts, BackupProgress, OnBackup


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
