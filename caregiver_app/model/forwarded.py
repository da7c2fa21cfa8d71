"""What is said of a link or a message that somebody sent: facts by which a person can judge it, never a judgement.

Values only. Nothing of it is ever stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.clean_link import CleanLink
from caregiver_app.model.lookalike import KnownSite
from caregiver_app.model.trust import Stamp

LONGEST_CHARS = 20_000
"""Characters of a message that are looked at."""

MOST_LINKS = 20
"""Links of a message that are looked at."""


class LinkSign(StrEnum):
    """What asks for care in a link. The first eleven are those of `AddressSign`, with the same words."""

    LOOKALIKE_LETTERS = "lookalike-letters"
    ONE_LETTER = "one-letter"
    EXTRA_WORDS = "extra-words"
    HYPHENS = "hyphens"
    OTHER_ENDING = "other-ending"
    AS_SUBDOMAIN = "as-subdomain"
    USER_INFO = "user-info"
    MIXED_SCRIPTS = "mixed-scripts"
    PUNYCODE = "punycode"
    IP_ADDRESS = "ip-address"
    PORT = "port"

    SHORTENER = "shortener"  # another address stands behind it, and not in it
    HIDDEN_TARGET = "hidden-target"  # wrapped for one reader, so that the target cannot be read
    REDIRECTOR = "redirector"  # somebody else is asked first; the target stands in the link
    LEADS_ON = "leads-on"  # an address of somebody else stands in it as a value, where the page may send one on to
    SHARED_HOST = "shared-host"  # anybody can publish there
    WITHDRAWN = "withdrawn"  # whoever had checked it took that back
    SECRET = "secret"  # it holds a key or a password
    PERSONAL = "personal"  # it tells of one person
    NOT_PUBLIC = "not-public"
    TOO_LONG = "too-long"
    TRACKING = "tracking"  # parts that tell who follows it


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLook:
    """What a link says by itself.

    `target` is where it leads as far as that stands in it, None where it cannot be seen; `unwrapped` is the same where
    something else stood around it, else None. `host` is that of the target, else of the link, in the letters that
    people read, empty where it has none. `leads_on` is the host where the page may send its visitor on to, in the same
    letters, empty where nothing in the link says so. `differs_at` are the places in `host` whose letters are not those
    of the site that it imitates.
    """

    given: str
    target: str | None
    unwrapped: str | None
    host: str
    clean: CleanLink
    signs: tuple[LinkSign, ...] = ()
    imitates: KnownSite | None = None
    leads_on: str = ""
    differs_at: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLink:
    """A link with what this computer knows of where it leads.

    `stamp.organisation` is empty where the site is nobody's that is known. `in_library` is the page itself, where the
    library holds it. `signs` are those of the look, and what the stamp adds. `named_in_help` is the phone line or group
    for which Help names the site, empty where it does not; nobody vouches for that.
    """

    look: LinkLook
    stamp: Stamp
    signs: tuple[LinkSign, ...] = ()
    in_library: ArticleRow | None = None
    named_in_help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindReply:
    """An answer that can be sent to whoever sent the message, with a page of the library where one may be passed on.

    `unchecked`: it has a page, and the words of the care notes were not looked for in it, for they are locked.
    """

    text: str = field(default="", repr=False)
    unchecked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All that is said of one link or message.

    The link that asks for most care stands first. `words` are the key words the library was asked for. `related` are
    pages of the library on the same subject, those that a person checked first; one of them may go with `reply`.
    `after_money`: it asks for money, a code or an account, or says that a number is new. Then `related` are guides on
    such tricks, and there is no reply. `in_general` is the id of a topic that the message names: then nothing was found
    on the same subject, `related` are guides on that topic, and none of them goes with the reply.
    """

    links: tuple[CheckedLink, ...] = ()
    left_out: int = 0  # links beyond `MOST_LINKS`
    cut: bool = False  # the text was longer than `LONGEST_CHARS`
    words: tuple[str, ...] = field(default=(), repr=False)
    related: tuple[ArticleRow, ...] = ()
    reply: KindReply = field(default=KindReply(), repr=False)
    after_money: bool = False
    in_general: str = ""
