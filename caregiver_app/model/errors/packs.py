"""What is no pack, no channel or no set-up file, and what keeps one from being made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.errors.base import CaregiverError


class ChannelTrouble(StrEnum):
    """Why nothing is taken from a channel of packs."""

    ROLLBACK = "rollback"  # older than what was here already
    FREEZE = "freeze"  # its own date has passed, and on the web there is no reason for that
    LATE = "late"  # the same on a stick: a person may say yes
    TOO_OLD = "too-old"  # the same, so long ago that nobody is asked
    EXPIRED = "expired"  # what the channel or a publisher of it signed counts no more
    CLOCK = "clock"  # by the clock its date has passed, but not by the server's
    MIXED = "mixed"  # parts that are real but do not belong together
    CHANGED = "changed"  # not what was signed
    TOO_FEW = "too-few"  # fewer signatures than its root asks for
    OUTSIDE_PATH = "outside-path"  # a publisher who would speak for another one
    UNKNOWN_PUBLISHER = "unknown-publisher"
    UNKNOWN_PACK = "unknown-pack"
    LARGER = "larger"  # than announced
    ENDLESS = "endless"  # no end within any bound
    MISSING = "missing"  # a part that it names is not there
    NOT_A_CHANNEL = "not-a-channel"
    BAD_NAME = "bad-name"  # somebody would call themselves by more than a name
    NOT_SIGNED = "not-signed"  # a pack without its channel
    NEWER = "newer"  # made for a newer version of the application
    OTHER_CHANNEL = "other-channel"  # there is another one where a trusted one was
    NOT_TRUSTED = "not-trusted"  # nobody here has compared its fingerprint
    NOT_COMPARED = "not-compared"  # no fingerprint was given, and there is nobody to ask
    WRONG_FINGERPRINT = "wrong-fingerprint"
    MISTYPED_FINGERPRINT = "mistyped-fingerprint"  # `detail` is the number of the group


@dataclass(eq=False)
class ChannelError(CaregiverError):
    """Nothing was taken from a channel; what was here is as it was. `detail` is the name of a part, no content.

    `expired_at` and `now` are in milliseconds UTC, where a date has passed.
    """

    kind: ChannelTrouble
    detail: str = ""
    expired_at: int | None = None
    now: int | None = None


class PublishTrouble(StrEnum):
    """Why a channel of one's own cannot be changed so."""

    EXISTS = "exists"  # a channel lies in this folder already
    NOT_EMPTY = "not-empty"  # something else lies in it
    NOT_HERE = "not-here"  # no channel lies in this folder
    BUSY = "busy"  # somebody else changes it just now
    LINKED = "linked"  # `detail` is what leads out of the folder
    KEYS_INSIDE = "keys-inside"  # the keys would lie among what is published
    KEYS_EXIST = "keys-exist"  # keys lie in this folder already
    NO_KEY = "no-key"  # `detail` is whose: root, targets, snapshot, timestamp or a publisher
    NOT_A_KEY = "not-a-key"
    WRONG_PASSPHRASE = "wrong-passphrase"
    BAD_NAME = "bad-name"
    UNKNOWN_PUBLISHER = "unknown-publisher"
    PUBLISHER_EXISTS = "publisher-exists"
    SEVERAL_PUBLISHERS = "several-publishers"  # it must be said which of them
    UNKNOWN_PACK = "unknown-pack"
    OLDER_VERSION = "older-version"  # `detail` is the version that is offered already
    TOO_LARGE = "too-large"
    BAD_ADDRESS = "bad-address"


@dataclass(eq=False)
class PublishError(CaregiverError):
    """A channel of one's own was not changed. `detail` is the name of a key, a publisher or a pack, or a number."""

    kind: PublishTrouble
    detail: str = ""


class PackTrouble(StrEnum):
    """Why bytes or a folder are no usable pack."""

    NOT_A_PACK = "not-a-pack"
    DAMAGED = "damaged"  # cut off, changed on its way, or not written as packs are
    UNSAFE = "unsafe"  # made to write elsewhere, to hide something or to take more room than it says
    TOO_LARGE = "too-large"
    NEWER = "newer"  # made for a newer version of the application
    FIELD = "field"  # something that it says is not as the format wants it
    NOT_A_LIST = "not-a-list"  # no spreadsheet that a pack could be begun from
    IN_THE_WAY = "in-the-way"  # something is there already under the name of what is to be written
    CLASH = "clash"  # it calls something by an id that means something else in another pack of the same publisher
    OLDER = "older"  # than the one that is installed
    UNKNOWN = "unknown"  # nothing is installed or offered under this name
    NOT_READY = "not-ready"  # problems that keep it from being built; `detail` is how many
    CHANGED_MEANWHILE = "changed-meanwhile"  # the folder holds something else than what was to be taken back
    PAGE_CHANGED = "page-changed"  # a page says something else than when it was looked at


@dataclass(eq=False)
class PackError(CaregiverError):
    """A pack is not taken; nothing was changed. `where` is a file or a field of it, `detail` a fact without content."""

    kind: PackTrouble
    where: str = ""
    detail: str = ""


class SetUpTrouble(StrEnum):
    """Why a set-up file for a first start is not followed."""

    NOT_HERE = "not-here"  # no file of that name lies in the folder
    NOT_ONE = "not-one"  # some other file
    FIELD = "field"  # `where` is not as the format wants it
    TOO_LARGE = "too-large"
    NEWER = "newer"  # made for a newer version of the application
    NO_PACKS = "no-packs"  # the copy of a channel that it names is not beside it
    OTHER_CHANNEL = "other-channel"  # the copy beside it is of another channel


@dataclass(eq=False)
class SetUpError(CaregiverError):
    """A set-up file is not followed; nothing was changed. `where` is a field of it, or a name beside it."""

    kind: SetUpTrouble
    where: str = ""
