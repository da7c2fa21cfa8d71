"""Scenario of a share: written into a file, put into the log, copied with the library, and erased."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.model.card import Channel, ShareContent, ShareForm, ToShare
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.files import write_whole
from tests.faults.telling import tell
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library
from tests.helpers.sharing import add_organisation

FILE = "share.md"
FORM = ShareForm(channel=Channel.MARKDOWN)


def share(folder: Path) -> None:
    """Pass an organisation on by all steps that write."""
    library = a_library(folder)
    thing = ToShare(subject=Subject(kind=SubjectKind.ORGANISATION, id=add_organisation(library)))
    sharing = Sharing(Guarding(Care(Paths(data_dir=folder), StillClock())), StillClock())
    tell("stored")
    cards = tuple(each.card for each in sharing.candidates(library, [thing]) if each.card is not None)
    rendered = sharing.preview(ShareContent(cards=cards), FORM)  # what is released, without the guard's slow start
    write_whole(folder / FILE, rendered.data)
    tell("written")
    sharing.record(library, [thing], FORM.channel)
    tell("recorded")
    library.snapshot(at=MONDAY)
    tell("copied")
    sharing.erase_log(library)
    tell("erased")
    library.close()


SHARES = (share,)
