"""Undoes content encodings piece by piece, so that a small answer cannot become a large one unnoticed.

Pure. Never more than about a piece at a time comes out of a decoder, and every decoder's whole output is counted, also
where several are stacked: what the innermost would throw away has cost time all the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import brotli
from backports import zstd

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.limits import Limits

ACCEPT_ENCODING = "gzip, deflate, br, zstd"

_ZSTD_WINDOW_LOG = 23  # 8 MB, all that HTTP allows (RFC 9659)


class _Engine(Protocol):
    """One decompressor. `hungry` once it has given all that its input holds, `unused` what came after its end."""

    hungry: bool
    ended: bool
    unused: bytes

    def feed(self, data: bytes, room: int) -> bytes:
        """Return about `room` bytes at most; called with b"" again until it is hungry or has ended."""
        ...


class _Zlib:
    """Gzip, zlib and raw deflate, by zlib's `wbits`."""

    def __init__(self, wbits: int) -> None:
        self._engine = zlib.decompressobj(wbits)
        self.hungry = True
        self.ended = False
        self.unused = b""

    def feed(self, data: bytes, room: int) -> bytes:
        piece = self._engine.decompress(self._engine.unconsumed_tail + data, room)
        self.ended = self._engine.eof
        self.unused = self._engine.unused_data
        self.hungry = not self._engine.unconsumed_tail and len(piece) < room
        return piece


class _Brotli:
    def __init__(self) -> None:
        self._engine = brotli.Decompressor()
        self.hungry = True
        self.ended = False
        self.unused = b""

    def feed(self, data: bytes, room: int) -> bytes:
        piece = bytes(self._engine.process(data, output_buffer_limit=room))
        self.ended = self._engine.is_finished()
        self.hungry = len(piece) < room and self._engine.can_accept_more_data()  # it may accept and yet hold more
        return piece


class _Zstd:
    def __init__(self) -> None:
        self._engine = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG})
        self.hungry = True
        self.ended = False
        self.unused = b""

    def feed(self, data: bytes, room: int) -> bytes:
        piece = self._engine.decompress(data, max_length=room)
        self.ended = self._engine.eof
        self.unused = self._engine.unused_data
        self.hungry = self._engine.needs_input
        return piece


def _deflate(start: bytes) -> _Engine:
    """Choose between what RFC 9110 means by deflate (zlib) and the raw stream that some servers send."""
    is_zlib = start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _Zlib(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coding:
    """One content encoding. `begin` sees the first `opening` bytes; `magic` starts a further member."""

    begin: Callable[[bytes], _Engine]
    opening: int = 1
    magic: bytes = b""


_GZIP = _Coding(begin=lambda _: _Zlib(zlib.MAX_WBITS | 16), opening=2, magic=b"\x1f\x8b")
_CODINGS = {
    "gzip": _GZIP,
    "x-gzip": _GZIP,  # RFC 9110 section 8.4.1.3
    "deflate": _Coding(begin=_deflate, opening=2),
    "br": _Coding(begin=lambda _: _Brotli()),
    "zstd": _Coding(begin=lambda _: _Zstd(), opening=4, magic=b"\x28\xb5\x2f\xfd"),
}


class _Stage:
    """One content encoding of one body. What follows its end and is no member is passed over, as browsers do."""

    def __init__(self, coding: _Coding, limits: Limits) -> None:
        self.produced = 0
        self._coding = coding
        self._limits = limits
        self._engine: _Engine | None = None
        self._held = b""
        self._members = 0
        self._is_over = False

    def decode(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Yield what `pieces` hold, in pieces."""
        for piece in pieces:
            data = self._held + piece
            self._held = b""
            while data and not self._is_over:
                data = yield from self._member(data)

    def finish(self) -> None:
        """Check that the body was whole.

        Raises:
            WebError: ENCODING, it was not.
        """
        if self._engine is not None or (self._held and not self._members):
            raise WebError(WebTrouble.ENCODING, detail="cut short")

    def _member(self, data: bytes) -> Generator[bytes, None, bytes]:
        """Decode up to the end of a member, yield its pieces, return what follows it."""
        engine = self._engine or self._begin(data)
        if engine is None:
            return b""
        piece = self._step(engine, data)
        while piece:
            yield piece
            if engine.ended or engine.hungry:
                break
            piece = self._step(engine, b"")
        self._engine = None if engine.ended else engine
        return engine.unused if engine.ended else b""

    def _begin(self, data: bytes) -> _Engine | None:
        if len(data) < self._coding.opening:
            self._held = data
            return None
        if self._members and not (self._coding.magic and data.startswith(self._coding.magic)):
            self._is_over = True
            return None
        self._members += 1
        if self._members > self._limits.members:
            raise WebError(WebTrouble.ENCODING, detail="too many members")
        return self._coding.begin(data)

    def _step(self, engine: _Engine, data: bytes) -> bytes:
        try:
            piece = engine.feed(data, self._limits.piece_bytes)
        except (zlib.error, brotli.error, zstd.ZstdError, EOFError):
            raise WebError(WebTrouble.ENCODING, detail="damaged") from None
        self.produced += len(piece)
        if self.produced > self._limits.body_bytes:
            raise WebError(WebTrouble.TOO_LARGE)
        return piece


class BodyDecoder:
    """Undoes the content encodings of one body."""

    def __init__(self, content_encoding: str, limits: Limits) -> None:
        """Prepare for a Content-Encoding header, empty where there was none.

        Raises:
            WebError: ENCODING, one of them is none of ours or they are too many.
        """
        names = [name.strip().lower() for name in content_encoding.split(",")]
        applied = [name for name in names if name not in ("", "identity")]
        if len(applied) > limits.codings or not all(name in _CODINGS for name in applied):
            raise WebError(WebTrouble.ENCODING, detail="unknown")
        self._stages = [_Stage(_CODINGS[name], limits) for name in reversed(applied)]

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the bytes that `data` stands for, in pieces; the iterator must be read to its end.

        Raises:
            WebError: ENCODING where the data is damaged, TOO_LARGE where a stage gave more than its bound.
        """
        pieces: Iterable[bytes] = (data,)
        for stage in self._stages:
            pieces = stage.decode(pieces)
        yield from pieces

    def finish(self) -> None:
        """Check that the body was whole.

        Raises:
            WebError: ENCODING, it was cut short.
        """
        for stage in self._stages:
            stage.finish()

    @property
    def produced(self) -> int:
        """How many bytes the most generous stage gave so far."""
        return max((stage.produced for stage in self._stages), default=0)
