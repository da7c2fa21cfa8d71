"""What is done for the library after updates, once their report is out: it never changes what the command answers."""

from __future__ import annotations

from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.model.errors import InstanceRunning, StorageError
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.upkeep import snapshot_trouble


def look_after(session: Session) -> None:
    """Take the daily snapshot and tidy where that is due; a trouble is a note, and Ctrl+C ends it at once."""
    session.console.flush()
    trouble: StorageError | None
    tidied = 0
    try:
        with Stop() as stop, session.writing("sync"), session.library() as library:
            done = session.services.look_after(library, cancel=stop)
        trouble, tidied = done.trouble, done.tidied.articles if done.tidied is not None else 0
    except InstanceRunning:
        return
    except StorageError as error:
        trouble = error
    if trouble is not None:
        session.console.note(snapshot_trouble(trouble, Audience.COMMAND).text)
    if tidied:
        session.console.note(tidied_words(tidied))


def tidied_words(articles: int) -> str:
    """Return what was tidied away and how it comes back."""
    sentence = ngettext(
        "{count} old article was tidied away. To bring it back: caregiver tidy --undo",
        "{count} old articles were tidied away. To bring them back: caregiver tidy --undo",
        articles,
    )
    return sentence.format(count=articles)
