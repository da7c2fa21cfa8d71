"""What is odd about an address, and which known one it resembles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AddressSign(StrEnum):
    """What tells that an address may not be what it seems."""

    MIXED_SCRIPTS = "mixed-scripts"  # letters of several scripts in one word
    LOOKALIKE_LETTERS = "lookalike-letters"  # other letters that look like those of a known name
    ONE_LETTER = "one-letter"  # one letter more, less, other or swapped
    EXTRA_WORDS = "extra-words"  # a known name with words around it
    HYPHENS = "hyphens"  # hyphens more or less, or its ending drawn into the name
    OTHER_ENDING = "other-ending"  # a known name with an ending that is not its own
    AS_SUBDOMAIN = "as-subdomain"  # a known name in front of somebody else's
    USER_INFO = "user-info"  # something before an @, where a known name may stand
    PUNYCODE = "punycode"  # other letters than those of English
    IP_ADDRESS = "ip-address"  # a number in place of a name
    PORT = "port"  # a door that web sites for everybody do not use


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSite:
    """The host of a site that is somebody's own, and whose.

    `in_help`: nobody vouches for it; a phone line or a group that ships names it, and is called so.
    """

    host: str
    organisation: str
    in_help: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFacts:
    """The signs that an address has, the gravest first, and the known site that it resembles without being it."""

    signs: tuple[AddressSign, ...] = ()
    imitates: KnownSite | None = None
