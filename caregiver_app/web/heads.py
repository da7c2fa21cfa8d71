"""The head of an HTTP/1 answer: where it ends, its status, its headers, and how its body is framed (RFC 9112). Pure.

Read as browsers read it where servers are careless: line feeds alone, folded values, lines that are no header. What
could be framed in two ways is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.model.errors import WebError, WebTrouble

_END = re.compile(rb"\n\r?\n")
_STATUS = re.compile(rb"HTTP/1\.(\d)[ \t]+([1-9]\d\d)(?:[ \t][^\n]*)?\r?")
_BEGINNING = b"HTTP/1."
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # a token (RFC 9110 section 5.6.2)
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)
_CONTROLS = str.maketrans({"\r": " ", "\0": " "})  # RFC 9110 section 5.5
_NO_BODY = frozenset({204, 304})  # RFC 9110 section 6.4.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`headers` have lower-case names and are joined where a name came several times; `last_headers` have the last."""

    status: int
    is_old: bool  # HTTP/1.0
    headers: Mapping[str, str]
    last_headers: Mapping[str, str]

    @property
    def is_chunked(self) -> bool:
        """Whether the body comes in chunks; they win over a length (RFC 9112 section 6.3)."""
        return "transfer-encoding" in self.headers

    @property
    def length(self) -> int | None:
        """How many bytes the body has, None where it goes on to the end of the connection or comes in chunks."""
        if self.status in _NO_BODY:
            return 0
        said = self.headers.get("content-length")
        if said is None or self.is_chunked:
            return None
        first = said.partition(",")[0].strip()
        return int(first) if _LENGTH.fullmatch(first) else None

    @property
    def stays_open(self) -> bool:
        """Whether both sides keep the connection (RFC 9112 section 9.3) and agree where the answer ends."""
        words = {word.strip().lower() for word in self.headers.get("connection", "").split(",")}
        is_kept = "keep-alive" in words if self.is_old else "close" not in words
        has_length = "content-length" in self.headers
        if self.status in _NO_BODY:  # one that announces a body may go on to send it, whatever the standard says
            return is_kept and not self.is_chunked and self.headers.get("content-length", "0") == "0"
        return is_kept and self.is_chunked != has_length


def end_of_head(data: bytes | bytearray, seen: int = 0) -> int:
    """Return where the head in `data` ends, 0 while more of it must come; the first `seen` bytes were looked at before.

    Raises:
        WebError: PROTOCOL, this is no answer in HTTP/1.
    """
    if not _BEGINNING.startswith(data[: len(_BEGINNING)]):
        raise WebError(WebTrouble.PROTOCOL)
    found = _END.search(data, max(0, seen - 3))
    if found is not None:
        return found.end()
    if b"\n" in data:
        _read_status(data)
    return 0


def parse_head(data: bytes, *, headers: int) -> Head:
    """Return what a whole head says; `headers` is how many it may have.

    Raises:
        WebError: PROTOCOL, it says nothing that can be trusted.
    """
    is_old, status = _read_status(data)
    fields = _read_fields(data.decode("latin-1").split("\n")[1:], at_most=headers)
    joined: dict[str, str] = {}
    for name, value in fields:
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    head = Head(status=status, is_old=is_old, headers=joined, last_headers=dict(fields))
    _check_framing(head)
    return head


def _read_status(data: bytes | bytearray) -> tuple[bool, int]:
    found = _STATUS.fullmatch(data, 0, data.find(b"\n"))
    if found is None:
        raise WebError(WebTrouble.PROTOCOL)
    return found[1] == b"0", int(found[2])


def _read_fields(lines: list[str], *, at_most: int) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and fields:  # folded: RFC 9112 section 5.2
            name, value = fields[-1]
            fields[-1] = name, f"{value} {_plain(line)}".strip(" ")
            continue
        name, colon, value = line.partition(":")
        name = name.rstrip(" \t").lower()
        if colon and _NAME.fullmatch(name):
            fields.append((name, _plain(value)))
            if len(fields) > at_most:
                raise WebError(WebTrouble.PROTOCOL, detail="head")
    return fields


def _plain(value: str) -> str:
    return value.rstrip("\r").strip(" \t").translate(_CONTROLS)


def _check_framing(head: Head) -> None:
    if head.headers.get("transfer-encoding", "chunked").lower() != "chunked":
        raise WebError(WebTrouble.PROTOCOL)
    lengths = {length.strip() for length in head.headers.get("content-length", "").split(",")}
    if len(lengths) > 1:
        raise WebError(WebTrouble.PROTOCOL)
