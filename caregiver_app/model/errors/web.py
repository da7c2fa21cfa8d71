"""What comes of asking others, and of what they send."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.errors.base import CaregiverError


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
