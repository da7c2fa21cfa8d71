"""The plain form of a web address, and the key by which the same page is recognised. Total: any string has both.

`normalise` changes nothing that a server could tell apart (RFC 3986 section 6.2.2, and 6.2.3 for ports and empty
paths), save the fragment, which never reaches a server. `address_key` goes further and may only be compared.
"""

from __future__ import annotations

import re

from caregiver_app.links.parts import Parts, host_and_port, put_together, take_apart, trim
from caregiver_app.links.tracking import is_tracking

_ESCAPE = re.compile("%([0-9A-Fa-f]{2})|%")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_UNSAFE = re.compile(r"[^!#$&\'()*+,\-./0-9:;=?@A-Z\[\]_a-z~%]")
_ALL_PLAIN = re.compile(r"[!#$&\'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*")
# Most links of feeds: nothing in them is to be changed but their front, and their end where that is a slash.
_USUAL = re.compile(
    r"https?://(?:www\.)?((?:[a-z0-9-]+\.)+[a-z0-9-]+(?::(?!80\b|443\b)[1-9][0-9]{0,3})?(?:/[\w~-][\w.~-]*)+)/?",
    re.ASCII,
)
_LONGEST_USUAL = 500
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)


def normalise(address: str) -> str:
    """Return the plain form of a web address; any other string comes back without surrounding blanks."""
    parts = take_apart(address)
    return trim(address) if parts is None else put_together(_plain(parts))


def address_key(address: str) -> str:
    """Return what two addresses of the same page have in common.

    Without scheme, `www.`, fragment, user-info, closing slash, session ids and the parameters that only say where a
    visitor came from (`links.tracking`); other parameters keep their order, for it may matter to a server.
    """
    usual = _USUAL.fullmatch(address) if len(address) <= _LONGEST_USUAL else None
    return usual[1] if usual else _key_of_any(address)


def _key_of_any(address: str) -> str:
    parts = take_apart(address)
    if parts is None:
        return trim(address)
    plain = _plain(parts)
    path = _SESSION.sub("", plain.path).rstrip("/")
    query = _without_tracking(plain.query or "")
    return f"{_without_www(host_and_port(plain))}{path}" + (f"?{query}" if query else "")


def without_tracking(address: str) -> str:
    """Return a web address without the parameters that only say where a visitor came from; the rest stays as it is."""
    front, mark, fragment = address.partition("#")
    place, asks, query = front.partition("?")
    kept = _without_tracking(query)
    if not asks or kept == query or take_apart(address) is None:
        return address
    return place + (f"?{kept}" if kept else "") + mark + fragment


def remove_dot_segments(path: str) -> str:
    """Resolve `.` and `..` as RFC 3986 section 5.2.4 does; the path begins with a slash and keeps it."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _plain(parts: Parts) -> Parts:
    return Parts(
        scheme=parts.scheme,
        userinfo=parts.userinfo,
        host=parts.host,
        port=parts.port,
        path=remove_dot_segments(_plain_escapes(parts.path)),
        query=None if parts.query is None else _plain_escapes(parts.query),
        fragment=None,
    )


def _plain_escapes(text: str) -> str:
    """Write percent-escapes one way: unreserved letters bare, hex digits large, all that is unsafe escaped."""
    if _ALL_PLAIN.fullmatch(text):
        return text
    return _UNSAFE.sub(_escape, _ESCAPE.sub(_plain_escape, text))


def _plain_escape(found: re.Match[str]) -> str:
    if found[1] is None:
        return "%25"
    byte = int(found[1], 16)
    return chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"


def _escape(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def _without_tracking(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if pair and not is_tracking(pair.partition("=")[0]))


def _without_www(host: str) -> str:
    rest = host.removeprefix("www.").rstrip(".")
    return rest if "." in rest else host
