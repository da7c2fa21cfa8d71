"""Web addresses as documents write them: relative, padded, broken or hostile; out comes an absolute one or nothing.

Never opens an address and never decides whether one may be fetched: that is the business of `web`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

MAX_ADDRESS_CHARS = 4_000
UNSEEN = r"\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""What turns the direction of an address or cannot be seen in it: with it one address is shown as another."""

_PLAIN = re.compile(
    rf"https?://[a-z0-9][a-z0-9.-]*(?::\d{{1,5}})?(?:[/?#][^\s\x00-\x20\x7f-\x9f\"<>\\^`{{|}}{UNSEEN}]*)?\Z"
)
_HOST = re.compile(rf"[^\s\x00-\x20\x7f-\x9f!\"#$%&'()*+,/:;<=>?@\[\\\]^`{{|}}~{UNSEEN}]+\Z|\[[0-9a-f:.]+\]\Z")
_PORT = re.compile(r"\d{0,5}\Z")
_IGNORED = str.maketrans("", "", "\t\r\n")  # browsers drop them inside an address (WHATWG URL, section 4.4)
_PADDING = "".join(map(chr, range(0x21))) + "\x7f\xa0"
_UNSAFE = re.compile(rf"[\s\x00-\x20\x7f-\x9f\"<>\\^`{{|}}{UNSEEN}]")
_TOO_MANY_SLASHES = re.compile(r"(https?:)/{3,}", re.IGNORECASE)
_MAIL_PART = rf"[^\s\x00-\x20\x7f-\x9f\"<>\\^`{{|}}?&#,;:@{UNSEEN}]+"
_MAILBOX = re.compile(f"{_MAIL_PART}@{_MAIL_PART}")
_PHONE = re.compile(r"tel:(\+?[0-9(][0-9().\-]{1,30})(?:;[a-z0-9=\-]*)?\Z", re.IGNORECASE)


def web_address(written: str, base: str = "") -> str | None:
    """Return `written` as an absolute http or https address, resolved against `base`; None where it is neither.

    Addresses with a user name are refused: they imitate other hosts, and a password in them would be shown.
    """
    if _PLAIN.match(written) and len(written) <= MAX_ADDRESS_CHARS:
        return written
    text = written.translate(_IGNORED).strip(_PADDING)
    if not text or len(text) > MAX_ADDRESS_CHARS:
        return None
    try:
        parts = urlsplit(urljoin(base, _TOO_MANY_SLASHES.sub(r"\1//", text)))
    except ValueError:
        return None
    return _rebuilt(parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment)


def link_address(written: str, base: str = "") -> str | None:
    """Return what a link in a text may lead to: a web address, `mailto:` without subject or body, `tel:`; else None."""
    text = written.strip(_PADDING)
    start = text[:7].lower()
    if start == "mailto:":
        return _mail_address(text[7:])
    if start.startswith("tel:"):
        phone = _PHONE.match(text.replace(" ", ""))
        return f"tel:{phone[1]}" if phone else None
    return web_address(written, base)


def _mail_address(written: str) -> str | None:
    """Return the first mailbox of a `mailto:`; None where percent signs hide a second one, a header or a body."""
    mailbox = _MAILBOX.match(written)
    return f"mailto:{mailbox[0]}" if mailbox and _MAILBOX.fullmatch(unquote(mailbox[0]).strip()) else None


def _rebuilt(scheme: str, netloc: str, path: str, query: str, fragment: str) -> str | None:
    if scheme.lower() not in ("http", "https"):
        return None
    host, port = _host_and_port(netloc.lower())
    if not _HOST.match(host) or not _PORT.match(port):
        return None
    address = urlunsplit((scheme.lower(), f"{host}:{port}" if port else host, path, query, fragment))
    quoted = _UNSAFE.sub(_percent, address)
    return quoted if len(quoted) <= MAX_ADDRESS_CHARS else None


def _host_and_port(netloc: str) -> tuple[str, str]:
    if netloc.startswith("["):
        host, bracket, rest = netloc.partition("]")
        return host + bracket, rest.removeprefix(":")
    host, _, port = netloc.partition(":")
    return host, port


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
