"""What the care notes refuse, and what goes out of them or comes in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.errors.base import CaregiverError


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
    OWN_FOLDER = "own-folder"  # what leaves is not to lie in the application's own folder
    NOT_A_FILE = "not-a-file"  # a folder, a pipe or a device
    PROGRAM = "program"  # it runs when somebody opens it, and what is kept in notes is opened with trust


@dataclass(eq=False)
class CareFileError(CaregiverError):
    """A file cannot be added, saved or taken in; the care notes are as they were. Never carries a name of a file."""

    kind: CareFileTrouble


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
