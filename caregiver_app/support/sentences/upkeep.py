"""Sentences about safety copies, the doctor's findings beside the library, and the list of what left this computer."""

from __future__ import annotations

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.folder_places import NETWORK
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.storage import storage_sentence


def snapshot_trouble(error: StorageError, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what it means that the daily copy of the library could not be made after updates."""
    of_disk = storage_sentence(error, audience)
    return Sentence(
        happened=_("Updates are in, but today's safety copy of the library could not be made."),
        means=_("Earlier copies are still there."),
        to_do=of_disk.to_do,
        detail=of_disk.detail,
    )


def ledger_warning() -> str:
    """Return what to bear in mind before the ledger is handed to anybody."""
    return _("This list says which health sites this computer asked. Treat it like a letter from the doctor.")


def sentence_for_check(name: str, detail: str, audience: Audience = Audience.WINDOW) -> Sentence | None:
    """Return what a failed check beside the library means; None for one that is about the library itself."""
    if name in ("care-file", "care-envelope") and detail == StorageTrouble.READ_ONLY:
        return storage_sentence(StorageError(StorageTrouble.READ_ONLY), audience)  # rights are missing, not the file
    found = _words(detail, audience).get(name)
    return None if found is None else Sentence(happened=found[0], means=found[1], to_do=found[2])


def _words(detail: str, audience: Audience) -> dict[str, tuple[str, str, str]]:
    return {
        "snapshots": (
            _("One of the safety copies is damaged."),
            _("The others are good."),
            _("Nothing to do now. A new one is made each day once updates have come in."),
        ),
        "folder-place": _place(detail, audience),
        "library-keys": (
            _("The keys of your protected library are lost or damaged."),
            _("Without them nobody can open it."),
            _("Restore a backup."),
        ),
        "library-plain": (
            _("Your library is protected, but beside it lies something of it that anybody can read."),
            "",
            _plain(audience),
        ),
        "care-file": (
            _("The file of the care notes is damaged or gone."),
            "",
            _go_back(audience),
        ),
        "care-pages": (
            _("A part of the care notes is damaged."),
            "",
            _go_back(audience),
        ),
        "care-envelope": (
            _("The file that goes with the passphrase is gone or damaged."),
            _("The care notes are still here."),
            _with_sheet(audience),
        ),
        "care-copies": (
            _("One of the copies of the care notes is damaged, or of other notes."),
            _("The others are good."),
            _("Nothing to do now. A new one is made each day on which the notes are opened."),
        ),
        "free-space": (
            _("The disk is nearly full."),
            _("Updates and safety copies may fail soon."),
            _("Make some room on the disk."),
        ),
        "clock": (
            _("This computer's clock seems to be wrong."),
            _("What is new and what is old may be told wrongly."),
            _("Set the date and time in the system's settings."),
        ),
        "pictures-whole": (
            _("Some pictures of offline pages are missing."),
            _("The texts are there."),
            _("They come again with the next updates."),
        ),
        "packs-whole": (
            _("The copy of a pack that is kept here is damaged."),
            _("What it brought is still here."),
            _("Install the pack again."),
        ),
    }


def _plain(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Protect it anew, which clears that away: caregiver vault protect off, then on.")
    return _("Take the protection away and protect it anew: that clears it away.")


def _go_back(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Put the last good copy back: caregiver vault go-back")
    return _("Put the last good copy back.")


def _with_sheet(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Open them with your recovery sheet: caregiver vault recover")
    return _("Open them with your recovery sheet.")


def care_snapshot_trouble(error: StorageError, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what it means that the daily copy of the care notes could not be made."""
    if error.kind in (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE):
        return Sentence(
            happened=_("A part of the care notes is damaged."),
            means=_("No copy was made of them. Earlier copies are still there."),
            to_do=_go_back(audience),
        )
    of_disk = storage_sentence(error, audience)
    return Sentence(
        happened=_("Today's copy of the care notes could not be made."),
        means=_("Earlier copies are still there."),
        to_do=of_disk.to_do,
        detail=of_disk.detail,
    )


def folder_place_words(place: str, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what it means that the data folder lies at a `place` (`folder_places`) which others have too."""
    happened, means, to_do = _place(place, audience)
    return Sentence(happened=happened, means=means, to_do=to_do)


def notes_place_words(place: str, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what that means for care notes, before there are any."""
    happened = (
        _("Your notes will lie on a network drive: locked, but they can be damaged when the line breaks.")
        if place == NETWORK
        else _(
            "Your notes will lie in a folder that a service copies to its own computers: locked, but copying at the "
            "wrong moment can damage them."
        )
    )
    return Sentence(happened=happened, to_do=_move(audience))


def _move(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Move the folder to this computer's own disk, or name another one with --data-dir.")
    return _("Move the folder to this computer's own disk.")


def _place(detail: str, audience: Audience) -> tuple[str, str, str]:
    move = _move(audience)
    if detail == NETWORK:
        return (
            _("The library lies on a network drive."),
            _("Others may be able to read it, and it can be damaged when the line breaks."),
            move,
        )
    return (
        _("The library lies in a folder that a service copies to its own computers."),
        _("That service can read it, and copying at the wrong moment can damage it."),
        move,
    )


def check_words(name: str) -> str:
    """Return what a check looks at, in words; a name without words stands for itself."""
    return {
        "library-opens": _("The library can be opened"),
        "library-pages": _("Its file is whole"),
        "library-schema": _("Its tables are all there"),
        "library-references": _("What belongs together is together"),
        "articles-whole": _("Each article has its text"),
        "articles-with-source": _("Each article has a source"),
        "sources-with-state": _("Each source has a state"),
        "items-whole": _("Each item has its article"),
        "revisions-whole": _("Each earlier text can be read"),
        "search-index": _("The search index fits the texts"),
        "pictures-whole": _("Each stored picture is there"),
        "packs-whole": _("Each pack is as it was when it was installed"),
        "pictures-needed": _("Each stored picture is needed"),
        "snapshots": _("Copies that can be put back"),
        "leftovers": _("Nothing is left of work that was cut short"),
        "folder-place": _("The data folder lies on this computer alone"),
        "free-space": _("There is room on the disk"),
        "clock": _("The clock shows a likely time"),
        "library-keys": _("The keys of the protected library can be read"),
        "library-plain": _("Nothing of the protected library lies in plain"),
        "care-file": _("The file of the care notes is there, encrypted"),
        "care-envelope": _("What goes with the passphrase can be read"),
        "care-copies": _("Copies of the care notes that can be put back"),
        "care-pages": _("Each page of the care notes is whole"),
    }.get(name, name)
