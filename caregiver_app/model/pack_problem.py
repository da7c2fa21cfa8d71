"""What may be wrong with a pack, and where in it. The words are those of `caregiver pack check` and never change."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PackFault(StrEnum):
    """What is wrong. First what keeps a pack from being read at all, then what its maker should look at."""

    # A field of pack.json
    UNKNOWN_FIELD = "unknown-field"
    MISSING = "missing"
    WRONG_KIND = "wrong-kind"  # a number where words belong, and the like
    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    TWICE = "twice"  # the same word in a list
    OUT_OF_RANGE = "out-of-range"
    NOT_SUCH_A_WORD = "not-such-a-word"  # not written as words of this field are
    NOT_A_DAY = "not-a-day"
    ADDRESS_MALFORMED = "address-malformed"
    ADDRESS_INSECURE = "address-insecure"  # not https
    ADDRESS_PRIVATE = "address-private"  # not on the public internet, or carries a name or password
    NOT_OWN_SITE = "not-own-site"  # no host that can be one owner's

    # Fields that do not go together
    DOUBLE_ID = "double-id"
    DOUBLE_ADDRESS = "double-address"  # two of one list at one page
    NO_SUCH_ID = "no-such-id"
    LANGUAGE_NOT_LISTED = "language-not-listed"
    WRONG_FOLDER = "wrong-folder"
    RESERVED_NAME = "reserved-name"  # no file may be called so on some computers
    NO_ZONE = "no-zone"
    UNKNOWN_ZONE = "unknown-zone"
    NO_WAY_TO_REACH = "no-way-to-reach"
    NOT_DIALLED = "not-dialled"  # a command to a phone, with * or #
    EMERGENCY_NUMBER = "emergency-number"  # of a line, or in its name: those come from the application alone
    COSTLY_NUMBER = "costly-number"  # a call costs more than usual ones do
    ENDS_EARLY = "ends-early"
    UNCLEAR = "unclear"  # neither or both of two fields of which one is wanted
    WITHDRAWN_AND_THERE = "withdrawn-and-there"
    NOT_A_RULE = "not-a-rule"
    OTHER_POINTS = "other-points"  # points that are not asked of such a thing
    NO_REASON = "no-reason"
    NOT_AS_CHECKED = "not-as-checked"  # an organisation with other sites than those that its maker checked

    # A file of the pack
    FILE_MISSING = "file-missing"
    FILE_UNUSED = "file-unused"
    WRONG_NAME = "wrong-name"  # not written as names of files in a pack are
    FILE_TOO_LARGE = "file-too-large"
    NOT_TEXT = "not-text"
    NOT_A_PICTURE = "not-a-picture"
    TOO_TANGLED = "too-tangled"
    LINK_IN_TEXT = "link-in-text"  # not https, mailto or tel, or not public
    PICTURE_IN_TEXT = "picture-in-text"  # not a picture of the pack
    NO_DESCRIPTION = "no-description"  # of a picture
    NOT_A_HEAD = "not-a-head"  # the lines before a text that say its title and the like

    # What a look at the whole finds
    NOTHING_INSIDE = "nothing-inside"
    PERSONAL_DETAIL = "personal-detail"
    PRIVATE_WORDS_UNCHECKED = "private-words-unchecked"
    PRIVATE_LINK = "private-link"
    DEAD = "dead"
    CERTIFICATE = "certificate"
    MOVED = "moved"
    CHANGED = "changed"
    UNSURE = "unsure"
    CHECK_DUE = "check-due"
    REVIEW_DUE = "review-due"
    CHECK_TOO_LONG = "check-too-long"  # a check that would count longer than any may
    DAY_TO_COME = "day-to-come"  # a check of a day that is not yet
    DID_NOT_PASS = "did-not-pass"  # a check whose answers do not make it checked
    HARD_TO_READ = "hard-to-read"
    SAME_TITLE = "same-title"
    NO_TRANSLATION = "no-translation"
    NO_RIGHTS = "no-rights"  # a picture without saying whose it is
    PICTURE_UNUSED = "picture-unused"
    NUMBER_NOT_CHECKED = "number-not-checked"
    NUMBER_DUE = "number-due"
    NO_SUMMARY = "no-summary"
    NOT_DESCRIBED = "not-described"  # a group without a word on how it is looked after and what is better not posted
    TRACKING = "tracking"  # an address tells who follows it
    MANY_ON = "many-on"  # a topic would switch on more sources of one country than a family can read


class Severity(StrEnum):
    """Whether a pack can be built in spite of it."""

    ERROR = "error"
    WARNING = "warning"


_LIGHT = frozenset(
    {
        PackFault.CERTIFICATE,
        PackFault.MOVED,
        PackFault.CHANGED,
        PackFault.UNSURE,
        PackFault.CHECK_DUE,
        PackFault.REVIEW_DUE,
        PackFault.DID_NOT_PASS,
        PackFault.HARD_TO_READ,
        PackFault.SAME_TITLE,
        PackFault.NO_TRANSLATION,
        PackFault.PICTURE_UNUSED,
        PackFault.NUMBER_NOT_CHECKED,
        PackFault.NUMBER_DUE,
        PackFault.NO_SUMMARY,
        PackFault.NOT_DESCRIBED,
        PackFault.TRACKING,
        PackFault.MANY_ON,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProblem:
    """One thing that is wrong. `where` leads there: a field (`links[us-nia].address`), or a line of a file
    (`guides/evenings.md:12`). `detail` is a fact, such as the most that is allowed, or the piece of text.
    """

    where: str
    fault: PackFault
    detail: str = field(default="", repr=False)

    @property
    def severity(self) -> Severity:
        """An error keeps a pack from being built; a warning is for its maker to judge."""
        return Severity.WARNING if self.fault in _LIGHT else Severity.ERROR
