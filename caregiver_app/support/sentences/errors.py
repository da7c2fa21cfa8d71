"""Sentences and stable words for the family of errors (`model.errors`)."""

from __future__ import annotations

from caregiver_app.model.errors import (
    AddressRefused,
    AppraisalError,
    AskError,
    BackupError,
    Cancelled,
    CareFileError,
    CaregiverError,
    ChannelError,
    FeedError,
    InstanceRunning,
    LibraryError,
    OpmlError,
    PackError,
    PrintError,
    PublishError,
    RecordRefused,
    SetUpError,
    ShareError,
    StorageError,
    UnknownItem,
    UnknownRecord,
    UnknownSource,
    VaultError,
    WebError,
)
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.addresses import address_sentence
from caregiver_app.support.sentences.appraisals import appraisal_sentence
from caregiver_app.support.sentences.asking import ask_sentence
from caregiver_app.support.sentences.backups import backup_sentence
from caregiver_app.support.sentences.care import care_sentence
from caregiver_app.support.sentences.care_files import care_file_sentence
from caregiver_app.support.sentences.channels import channel_sentence, publish_sentence
from caregiver_app.support.sentences.feeds import feed_sentence, opml_sentence
from caregiver_app.support.sentences.packs import pack_sentence
from caregiver_app.support.sentences.printing import print_sentence
from caregiver_app.support.sentences.records import record_sentence
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.set_up import set_up_sentence
from caregiver_app.support.sentences.shares import share_sentence
from caregiver_app.support.sentences.storage import storage_sentence
from caregiver_app.support.sentences.web import web_sentence

NO_SNAPSHOT = "snapshot"
"""The `what` of a `LibraryError` when there is no copy to put back."""

NO_SOUND_SNAPSHOT = "sound-snapshot"
"""Its `what` when there are copies, and none is sound."""


def kind_of(error: CaregiverError) -> str:
    """Return the stable word for an error, as JSON carries it: its family and its trouble, e.g. `web-timeout`."""
    match error:
        case FeedError() | StorageError() | WebError() | AddressRefused() | BackupError() | VaultError() | AskError():
            return f"{_family_of(error)}-{error.kind}"
        case UnknownSource():
            return "unknown-source"
        case UnknownRecord():
            return f"unknown-{error.what}"
        case UnknownItem():
            return "unknown-item"
        case LibraryError():
            return "no-snapshot" if error.what in (NO_SNAPSHOT, NO_SOUND_SNAPSHOT) else "not-there"
        case InstanceRunning():
            return "instance-running"
        case Cancelled():
            return "cancelled"
    return _kind_of_care(error)


def _kind_of_care(error: CaregiverError) -> str:
    if isinstance(error, RecordRefused):
        return f"not-kept-{error.kind}"
    if isinstance(error, CareFileError):
        return f"care-file-{error.kind}"
    if isinstance(error, PackError):
        return f"pack-{error.kind}"
    if isinstance(error, ChannelError):
        return f"channel-{error.kind}"
    if isinstance(error, PublishError):
        return f"publish-{error.kind}"
    if isinstance(error, ShareError):
        return f"share-{error.kind}"
    if isinstance(error, SetUpError):
        return f"set-up-{error.kind}"
    if isinstance(error, AppraisalError):
        return f"appraisal-{error.kind}"
    return f"print-{error.kind}" if isinstance(error, PrintError) else "failed"


def sentence_for(error: CaregiverError, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what an error means for a person. Addresses in it must be masked by the caller (`links.tokens`)."""
    match error:
        case FeedError():
            return _of_document(error)
        case StorageError():
            return storage_sentence(error, audience)
        case WebError():
            detail = str(error.status) if error.status is not None else error.detail
            return web_sentence(error.kind, audience, host=error.host, detail=detail)
        case AddressRefused():
            return address_sentence(error.kind, audience, detail=error.address)
        case BackupError():
            return backup_sentence(error)
        case VaultError() | UnknownRecord():
            return care_sentence(error, audience)
        case AskError():
            return ask_sentence(error, audience)
        case LibraryError():
            return _missing(error, audience)
        case InstanceRunning():
            return _running(error, audience)
    return _others(error, audience)


def _others(error: CaregiverError, audience: Audience) -> Sentence:
    if isinstance(error, AppraisalError):
        return appraisal_sentence(error, audience)
    if isinstance(error, RecordRefused):
        return record_sentence(error)
    if isinstance(error, CareFileError):
        return care_file_sentence(error)
    if isinstance(error, PrintError):
        return print_sentence(error, audience)
    if isinstance(error, PackError | ChannelError | PublishError | SetUpError):
        return _of_packs(error, audience)
    if isinstance(error, ShareError):
        return share_sentence(error)
    if isinstance(error, Cancelled):
        return Sentence(happened=_("You stopped it."), means=_("What had come in is kept."))
    return Sentence(happened=_("Something went wrong."), means=_("What you saved is kept."))


def _of_packs(error: PackError | ChannelError | PublishError | SetUpError, audience: Audience) -> Sentence:
    match error:
        case PackError():
            return pack_sentence(error, audience)
        case ChannelError():
            return channel_sentence(error, audience)
        case PublishError():
            return publish_sentence(error, audience)
        case SetUpError():
            return set_up_sentence(error)


def _of_document(error: FeedError) -> Sentence:
    if isinstance(error, OpmlError):
        return opml_sentence(error.kind, detail=error.detail)
    return feed_sentence(error.kind, detail=error.detail, links=error.links)


def _family_of(
    error: FeedError | StorageError | WebError | AddressRefused | BackupError | VaultError | AskError,
) -> str:
    match error:
        case OpmlError():
            return "opml"
        case FeedError():
            return "feed"
        case StorageError():
            return "storage"
        case WebError():
            return "web"
        case AddressRefused():
            return "address"
        case BackupError():
            return "backup"
        case VaultError():
            return "vault"
        case AskError():
            return "ask"


def _missing(error: LibraryError, audience: Audience) -> Sentence:
    command = audience is Audience.COMMAND
    if error.what == NO_SNAPSHOT:
        return Sentence(
            happened=_("There is no earlier copy of the library."),
            means=_("Nothing was changed."),
            to_do=_("A copy is made each day once updates have come in."),
        )
    if error.what == NO_SOUND_SNAPSHOT:
        return Sentence(
            happened=_("No earlier copy of the library can be read."),
            means=_("Nothing was changed."),
            to_do=_(
                "If you have a backup: caregiver backup restore FILE. To begin anew, move library.db and the folder "
                "snapshots away."
            )
            if command
            else _(
                "Move library.db and the folder “snapshots” out of Caregiver's folder, then start again. You can then "
                "bring back a backup."
            ),
        )
    if isinstance(error, UnknownSource):
        return Sentence(
            happened=_("There is no source {id}.").format(id=error.what),
            to_do=_("To see them all: caregiver source list") if command else _("It may have been removed."),
        )
    if isinstance(error, UnknownItem):
        return _missing_item(error, command)
    return Sentence(happened=_("This is not in your library."), means=_("Nothing was changed."), detail=error.what)


def _missing_item(error: UnknownItem, command: bool) -> Sentence:
    """Say that an item is not there: by its number, or as it was named, with its kind (`org:3`)."""
    if not command:
        return Sentence(
            happened=_("This page is not in your library."),
            to_do=_("It may have been tidied away."),
        )
    kind, colon, _number = error.what.partition(":")
    articles = _("To see them: caregiver article list")
    if not colon:
        return Sentence(happened=_("There is no article {id}.").format(id=error.what), to_do=articles)
    happened = _("{item} is not in your library.").format(item=error.what)
    return Sentence(happened=happened, to_do=articles if kind == "article" else "")


def _running(error: InstanceRunning, audience: Audience) -> Sentence:
    if audience is Audience.COMMAND:
        to_do = _("Wait until it is done, or close the Caregiver window.")
    else:
        to_do = _("Wait until it is done, then try again.")
    return Sentence(
        happened=_("Caregiver is already at work with these data."),
        means=_("Two at once could get in each other's way."),
        to_do=to_do,
        detail=error.holder,
    )
