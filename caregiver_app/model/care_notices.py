"""What is told of the care notes once they are unlocked: signs that somebody or something changed files beside them."""

from __future__ import annotations

from enum import StrEnum


class CareNotice(StrEnum):
    """A sign, each told at the unlock that finds it."""

    OLDER_ENVELOPE = "older-envelope"  # a passphrase of before opened them: an older vault.json lies here
    OLDER_NOTES = "older-notes"  # the file is older than what was last saved on this computer
    SEAL_CHANGED = "seal-changed"  # what was written while locked may have been sealed for somebody else
    SEALED_UNREADABLE = "sealed-unreadable"  # something lies among what was written while locked, and cannot be read
    LIBRARY_PLAIN = "library-plain"  # the library was protected, and one that is not lies in its place
