"""The one family of errors. They carry facts; the sentences for people are made in `support.sentences`.

    CaregiverError
    ├── StorageError          the disk or the database file, `kind` says which trouble
    ├── LibraryError          something asked of the library that it does not hold
    │   ├── UnknownSource
    │   └── UnknownItem
    ├── WebError              one exchange with a server failed, `kind` says how
    ├── FeedError             bytes that are no usable feed, `kind` says how
    │   └── OpmlError
    ├── AddressRefused        an address that must not be taken
    ├── BackupError           a file that is no usable backup, `kind` says why
    ├── VaultError            the care notes cannot be opened or used so, `kind` says why
    ├── UnknownRecord         no note, question, ... of the care notes has this number
    ├── RecordRefused         what was typed for the care notes cannot be kept so, `kind` says why
    ├── AskError              a question cannot go out, or a file that came back is not taken, `kind` says why
    ├── AppraisalError        a check cannot be kept so, `kind` says why
    ├── PrintError            a sheet did not get to a printer
    ├── ShareError            something is not passed on, `kind` says why; nothing left and nothing was written
    ├── ChannelError          a channel of packs is not what it must be, `kind` says how; nothing was taken from it
    ├── PublishError          a channel of one's own cannot be changed so, `kind` says why
    ├── PackError             bytes that are no usable pack, `kind` says why; nothing was changed
    ├── InstanceRunning       another process has this data folder
    └── Cancelled             the person pressed stop

Calls in the wrong order are bugs and raise `RuntimeError`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class CaregiverError(Exception):
    """Base of all errors that a person may meet."""


class StorageTrouble(StrEnum):
    """What the disk or the file said."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    CORRUPT = "corrupt"
    NOT_A_DATABASE = "not-a-database"
    NEWER = "newer"
    OTHER_APPLICATION = "other-application"
    IO = "io"


@dataclass(eq=False)
class StorageError(CaregiverError):
    """The database could not be opened, read or written. `path` is the file's name without its folder."""

    kind: StorageTrouble
    path: str = ""
    detail: str = ""


@dataclass(eq=False)
class LibraryError(CaregiverError):
    """The library does not hold what was asked for."""

    what: str = ""


@dataclass(eq=False)
class UnknownSource(LibraryError):
    """No source has this id."""


@dataclass(eq=False)
class UnknownItem(LibraryError):
    """No item has this id."""


class WebTrouble(StrEnum):
    """How an exchange with a server failed."""

    OFFLINE = "offline"  # no route, no DNS at all: nothing is wrong with the source
    STAY_OFFLINE = "stay-offline"  # the person's own switch
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    ENCODING = "encoding"  # an unknown or damaged content encoding
    PRIVATE_ADDRESS = "private-address"
    BLOCKED = "blocked"  # the person asked never to contact this host
    PROXY = "proxy"  # the person's own proxy does not answer, or does not let through
    PROXY_LOGIN = "proxy-login"  # it wants another name or password
    NOT_BY_PROXY = "not-by-proxy"  # a number or a private name, which only this computer could judge
    INSECURE_REDIRECT = "insecure-redirect"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    LEAVES_SITE = "leaves-site"  # a redirect out of the sites within which the request may go
    PROTOCOL = "protocol"
    PAUSED = "paused"  # 429, or 503 with Retry-After: the host asked for rest
    GONE = "gone"  # 410
    STATUS = "status"  # any other status that is not 200 or 304


@dataclass(eq=False)
class WebError(CaregiverError):
    """One exchange failed. `host` names no path; `retry_after_s` is seconds from now where the server asked."""

    kind: WebTrouble
    host: str = ""
    status: int | None = None
    retry_after_s: float | None = None
    detail: str = ""


class FeedTrouble(StrEnum):
    """Why bytes are no usable feed."""

    EMPTY = "empty"
    HTML = "html"  # a web page came in place of a feed
    IMAGE = "image"
    BINARY = "binary"
    NOT_A_FEED = "not-a-feed"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    TIMEOUT = "timeout"  # the document made the parser hang
    CRASHED = "crashed"  # the parser's process ended
    NO_TEXT = "no-text"  # a page without a text of its own: an empty shell, a login, a notice about cookies


@dataclass(eq=False)
class FeedError(CaregiverError):
    """Bytes that are no usable feed. `links` are feed addresses that an HTML page names (autodiscovery), `canonical` is
    where it says that it belongs, "" where that is where it was.
    """

    kind: FeedTrouble
    detail: str = ""
    links: tuple[str, ...] = field(default=())
    canonical: str = ""


@dataclass(eq=False)
class OpmlError(FeedError):
    """A file that is no usable subscription list."""


class AddressTrouble(StrEnum):
    """Why an address is not taken."""

    MALFORMED = "malformed"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    PRIVATE = "private"
    INSECURE = "insecure"
    NO_HOST = "no-host"  # no site is called so, or it is a name like "org", below which everybody's are
    PROXY_ADDRESS = "proxy-address"  # typed as a proxy, and none that could be one


@dataclass(eq=False)
class AddressRefused(CaregiverError):
    """An address that must not be taken."""

    kind: AddressTrouble
    address: str = ""


class BackupTrouble(StrEnum):
    """Why a file is no usable backup."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "damaged"
    NEWER = "newer"  # made by a newer version of the application
    TOO_LARGE = "too-large"


@dataclass(eq=False)
class BackupError(CaregiverError):
    """A file that is no usable backup; nothing was changed by it. `detail` is a part's name, no content."""

    kind: BackupTrouble
    detail: str = ""


class VaultTrouble(StrEnum):
    """Why care notes cannot be opened, or not used so."""

    ABSENT = "absent"  # nobody has made any on this computer
    EXISTS = "exists"  # there are some already
    LOCKED = "locked"  # a passphrase is needed, and none was given
    WRONG_PASSPHRASE = "wrong-passphrase"
    WRONG_SHEET = "wrong-sheet"  # groups that are well formed, of another key
    SHEET_MISTYPED = "sheet-mistyped"  # `detail` is the number of the first group with a mistake
    WEAK_PASSPHRASE = "weak-passphrase"
    ENVELOPE_LOST = "envelope-lost"  # vault.json and its twin are gone or unreadable: the sheet opens the notes
    ENVELOPE_DAMAGED = "envelope-damaged"  # changed by something else than us, or its numbers are out of bounds
    NEWER = "newer"  # made by a newer version of the application
    DAMAGED = "damaged"  # the right key does not open the file, or a part of it
    REPLACED = "replaced"  # the file was exchanged for another one while it was open
    NO_COPY = "no-copy"  # no copy of them is here, none of that name, or none that is sound
    COPY_DAMAGED = "copy-damaged"  # the copy that was asked for
    LIBRARY_KEYS = "library-keys"  # of a protected library: lost, changed, or wrapped for other care notes
    PROTECTED = "protected"  # what was asked for cannot be done with a protected library
    SEALED_FULL = "sealed-full"  # so much was written while locked that it must come in first; `detail` is how many


@dataclass(eq=False)
class VaultError(CaregiverError):
    """Care notes cannot be opened or used so. `detail` is a fact without content, never a word of theirs."""

    kind: VaultTrouble
    detail: str = ""


@dataclass(eq=False)
class UnknownRecord(CaregiverError):
    """The care notes hold no record of this kind with this number. `what` is its kind, e.g. "note"."""

    what: str = ""


class RecordTrouble(StrEnum):
    """Why something typed for the care notes cannot be kept so."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    DATE = "date"
    TIME = "time"
    ZONE = "zone"
    ENDS_EARLY = "ends-early"  # an end before its beginning
    NUMBER = "number"
    RANGE = "range"  # a number that cannot be, such as 14 on a scale to 10
    UNIT = "unit"
    FIELD = "field"  # no form has a field of this name
    YES_NO = "yes-no"  # neither yes nor no
    OWN_LIST = "own-list"  # stands in a list of its own, such as the medicines
    TAKEN = "taken"  # something else is called so
    KEPT = "kept"  # notes of somebody who has died or is no longer cared for: they are for reading


@dataclass(eq=False)
class RecordRefused(CaregiverError):
    """Something typed cannot be kept so; nothing was changed. `what` names a field of ours, never what was typed."""

    kind: RecordTrouble
    what: str = ""


class CareFileTrouble(StrEnum):
    """Why a file cannot be added to care notes, saved from them or taken into them."""

    TOO_LARGE = "too-large"
    TOO_MUCH = "too-much"  # more in all than one locked file or one import may hold
    LOST = "lost"  # the file that belongs to a record is gone
    DAMAGED = "damaged"  # cut off or changed
    NOT_OURS = "not-ours"  # no export, calendar or contacts, or nothing that we read
    NEWER = "newer"  # written by a newer version of the application
    LOCKED = "locked"  # a file that takes a passphrase of its own, and none was given
    WRONG_PASSPHRASE = "wrong-passphrase"
    NOTHING = "nothing"  # nothing was chosen, or there is nothing of it
    IN_THE_WAY = "in-the-way"  # something is there already under this name
    OWN_FOLDER = "own-folder"  # a private copy is not to lie in the application's own folder
    NOT_A_FILE = "not-a-file"  # a folder, a pipe or a device
    PROGRAM = "program"  # it runs when somebody opens it, and what is kept in notes is opened with trust


@dataclass(eq=False)
class CareFileError(CaregiverError):
    """A file cannot be added, saved or taken in; the care notes are as they were. Never carries a name of a file."""

    kind: CareFileTrouble


class AppraisalTrouble(StrEnum):
    """Why a check cannot be kept so."""

    UNFINISHED = "unfinished"  # a point has no answer
    NO_REASON = "no-reason"  # a no does not say why
    TOO_LONG = "too-long"  # a reason, a role or a name
    TOO_LATE = "too-late"  # a day after the last one on which it may count
    DAY_PASSED = "day-passed"  # a day that is over
    NO_CHECK = "no-check"  # nobody here checked it, or they took it back
    NO_ADDRESS = "no-address"  # none that others could open
    NOT_ANSWERS = "not-answers"  # a file that holds no answers to the points


@dataclass(eq=False)
class AppraisalError(CaregiverError):
    """A check cannot be kept so; nothing was changed. `detail` names a point, or the last day that is possible."""

    kind: AppraisalTrouble
    detail: str = ""


class PrintTrouble(StrEnum):
    """Why a sheet did not get to a printer, or could not be locked."""

    NO_SPOOLER = "no-spooler"
    NOT_TAKEN = "not-taken"
    UNUSABLE_PASSWORD = "unusable-password"  # of a PDF: too long, or with signs that no reader takes


@dataclass(eq=False)
class PrintError(CaregiverError):
    """A sheet did not get to a printer, or could not be locked for one."""

    kind: PrintTrouble


class AskTrouble(StrEnum):
    """Why questions cannot go to somebody, or why a file or key that came is not taken."""

    NOT_OURS = "not-ours"  # some other file
    DAMAGED = "damaged"  # cut off, changed on its way, or not as it is described
    TOO_LARGE = "too-large"
    NEWER = "newer"  # written by a newer version of the application
    NOT_FOR_US = "not-for-us"  # no key of ours opens it
    OTHER_LOCK = "other-lock"  # locked with a passphrase, an SSH key or something else that we do not open
    OWN = "own"  # a request of our own
    FORGED = "forged"  # an answer by somebody who does not have what the request carried
    UNKNOWN_REQUEST = "unknown-request"  # an answer to what was never asked here
    REPEATED = "repeated"  # this answer has come already
    CONFLICT = "conflict"  # another request of the same number has come already
    BAD_KEY = "bad-key"  # no key that begins with age1, or one with a mistake
    OWN_KEY = "own-key"
    NO_NAME = "no-name"  # a key without a name of its owner
    NOT_COMPARED = "not-compared"  # the words of this key were never compared
    WRONG_WORDS = "wrong-words"  # words of another key
    MISTYPED_WORDS = "mistyped-words"  # `detail` is the number of the group
    NOTHING_CHOSEN = "nothing-chosen"
    NO_REASON = "no-reason"
    DAY_PASSED = "day-passed"  # an answer is expected by a day that is over
    MIXED_PEOPLE = "mixed-people"  # questions and notes about several people in one request
    TOO_MUCH = "too-much"  # more than a file may carry
    NO_SUCH_QUESTION = "no-such-question"  # the request has no question of this number


@dataclass(eq=False)
class AskError(CaregiverError):
    """Something of "ask the nurse" was refused; nothing was changed. `detail` is a fact without private content."""

    kind: AskTrouble
    detail: str = ""


class ShareTrouble(StrEnum):
    """Why something is not passed on."""

    NOTHING = "nothing"  # nothing was chosen
    NOT_SHAREABLE = "not-shareable"  # something among it that may not be
    NOT_SETTLED = "not-settled"  # the guard found details that nobody decided on; `detail` is how many
    TOO_LONG = "too-long"  # the message; `detail` is how many signs it may have
    TOO_MANY = "too-many"  # more than this form holds; `detail` is how many it may hold
    LINK_TOO_LONG = "link-too-long"  # no phone could read its code
    POST_TOO_LONG = "post-too-long"  # no way to fit it into posts; `detail` is how many signs one may have


@dataclass(eq=False)
class ShareError(CaregiverError):
    """Something is not passed on; nothing left this computer and nothing was written. `detail` is a number."""

    kind: ShareTrouble
    detail: str = ""


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


@dataclass(eq=False)
class InstanceRunning(CaregiverError):
    """Another process writes to this data folder. `holder` is what its lock file says, e.g. "sync, process 4711"."""

    holder: str = ""


class Cancelled(CaregiverError):
    """The person pressed stop. What had been stored stays whole."""
