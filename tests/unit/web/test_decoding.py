"""Content encodings: what is undone, what is refused, and that no body grows beyond its bound unnoticed."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.decoding import ACCEPT_ENCODING, BodyDecoder
from caregiver_app.web.limits import Limits

LIMITS = Limits()
TEXT = b"<feed>" + bytes(range(256)) * 700 + b"</feed>"


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.compress(data, quality=4))


def _zstd(data: bytes) -> bytes:
    return zstd.compress(data)


def _wide_zstd(data: bytes) -> bytes:
    """A frame that asks its reader for 128 MB of memory."""
    packer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": _brotli,
    "zstd": _zstd,
}
PACKED = [*((name, pack) for name, pack in PACKERS.items()), ("deflate", _raw_deflate)]


def decode(coding: str, data: bytes, *, step: int = 1_000, limits: Limits = LIMITS) -> bytes:
    decoder = BodyDecoder(coding, limits)
    pieces = [piece for start in range(0, len(data), step) for piece in decoder.decode(data[start : start + step])]
    decoder.finish()
    return b"".join(pieces)


def trouble(coding: str, data: bytes, *, step: int = 1_000) -> WebTrouble:
    with pytest.raises(WebError) as error:
        decode(coding, data, step=step)
    return error.value.kind


def test_what_we_ask_for_is_what_we_decode() -> None:
    for name in ACCEPT_ENCODING.split(", "):
        assert decode(name, PACKERS[name](TEXT)) == TEXT


@pytest.mark.parametrize("step", [1, 7, 1_000_000])
@pytest.mark.parametrize(("coding", "pack"), PACKED)
def test_an_encoding_is_undone_in_pieces_of_any_size(coding: str, pack: Callable[[bytes], bytes], step: int) -> None:
    assert decode(coding, pack(TEXT), step=step) == TEXT


@pytest.mark.parametrize(("coding", "pack"), PACKED)
def test_an_empty_document_is_empty(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert decode(coding, pack(b"")) == b""
    assert decode(coding, b"") == b""


@pytest.mark.parametrize("header", ["", " ", "identity", "Identity, identity", ","])
def test_no_encoding_leaves_bytes_as_they_are(header: str) -> None:
    assert decode(header, TEXT) == TEXT


@pytest.mark.parametrize("header", ["GZip", " gzip ", "gzip,", "identity, gzip"])
def test_the_header_is_read_generously(header: str) -> None:
    assert decode(header, gzip.compress(TEXT)) == TEXT


def test_two_encodings_are_undone_in_reverse() -> None:
    assert decode("gzip, br", _brotli(gzip.compress(TEXT))) == TEXT
    assert decode("zstd, deflate", zlib.compress(_zstd(TEXT)), step=1) == TEXT


@pytest.mark.parametrize("header", ["compress", "x-unknown", "gzip, sdch", "gzip, gzip, gzip", "br;q=1", "aes128gcm"])
def test_other_encodings_and_too_many_are_refused(header: str) -> None:
    with pytest.raises(WebError) as error:
        BodyDecoder(header, LIMITS)
    assert error.value.kind is WebTrouble.ENCODING


def test_several_members_are_one_document() -> None:
    assert decode("gzip", gzip.compress(b"one,") + gzip.compress(b"two"), step=1) == b"one,two"
    assert decode("zstd", _zstd(b"one,") + _zstd(b"two"), step=1) == b"one,two"


@pytest.mark.parametrize("step", [1, 1_000])
@pytest.mark.parametrize("rest", [b"\0", b"\0" * 600, b"trailing garbage", b"\x1f", b"<!-- cached -->"])
def test_what_follows_a_gzip_document_is_passed_over(rest: bytes, step: int) -> None:
    assert decode("gzip", gzip.compress(TEXT) + rest, step=step) == TEXT


@pytest.mark.parametrize(("coding", "pack"), PACKED)
def test_a_document_cut_short_is_damaged(coding: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(TEXT)
    for keep in (1, 2, len(packed) // 2, len(packed) - 1):
        assert trouble(coding, packed[:keep]) is WebTrouble.ENCODING


def test_a_cut_in_a_further_member_is_damage_too() -> None:
    assert trouble("gzip", gzip.compress(b"one") + gzip.compress(b"two")[:-3]) is WebTrouble.ENCODING


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_document_in_another_encoding_than_said_is_damaged(coding: str) -> None:
    assert trouble(coding, b"<?xml version='1.0'?><rss>" * 100) is WebTrouble.ENCODING


def test_a_wrong_checksum_is_damage() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 0xFF
    assert trouble("gzip", bytes(packed)) is WebTrouble.ENCODING


def test_a_frame_that_wants_too_much_memory_is_refused() -> None:
    assert trouble("zstd", _wide_zstd(TEXT)) is WebTrouble.ENCODING


class _Count:
    """Takes the pieces that come out and keeps only their sizes."""

    def __init__(self) -> None:
        self.total = 0
        self.largest = 0

    def take(self, decoder: BodyDecoder, data: bytes) -> None:
        for start in range(0, len(data), LIMITS.piece_bytes):
            for piece in decoder.decode(data[start : start + LIMITS.piece_bytes]):
                self.total += len(piece)
                self.largest = max(self.largest, len(piece))


def _count_until_refused(coding: str, data: bytes) -> tuple[_Count, BodyDecoder]:
    decoder, count = BodyDecoder(coding, LIMITS), _Count()
    with pytest.raises(WebError) as error:
        count.take(decoder, data)
    assert error.value.kind is WebTrouble.TOO_LARGE
    return count, decoder


@pytest.mark.parametrize(("coding", "pack"), PACKED)
def test_a_bomb_is_given_up_at_the_bound(coding: str, pack: Callable[[bytes], bytes]) -> None:
    """30 MB in a few kilobytes: what came out before the end is the bound, in pieces about as large as asked for."""
    count, decoder = _count_until_refused(coding, pack(b"\0" * 30_000_000))
    assert count.total <= LIMITS.body_bytes
    assert count.largest <= 2 * LIMITS.piece_bytes
    assert decoder.produced <= LIMITS.body_bytes + 2 * LIMITS.piece_bytes


def test_a_bomb_in_a_bomb_is_given_up_at_the_outer_bound() -> None:
    count, decoder = _count_until_refused(
        "gzip, gzip", gzip.compress(gzip.compress(b"\0" * 1_000) + b"\0" * 20_000_000)
    )
    assert count.total <= 1_000
    assert decoder.produced <= LIMITS.body_bytes + LIMITS.piece_bytes


def test_a_body_of_exactly_the_bound_is_taken() -> None:
    body = b"\0" * LIMITS.body_bytes
    assert decode("gzip", gzip.compress(body)) == body


@given(st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]), st.binary(max_size=300), st.integers(1, 50))
def test_any_bytes_are_decoded_or_refused(coding: str, data: bytes, step: int) -> None:
    limits = Limits(body_bytes=1_000)
    try:
        outcome: object = len(decode(coding, data, step=step, limits=limits)) <= limits.body_bytes
    except WebError as error:
        outcome = error.kind
    assert outcome in (True, WebTrouble.ENCODING, WebTrouble.TOO_LARGE)


@given(st.sampled_from(PACKED), st.binary(max_size=2_000), st.integers(1, 300))
def test_what_was_packed_comes_out(packed: tuple[str, Callable[[bytes], bytes]], body: bytes, step: int) -> None:
    coding, pack = packed
    assert decode(coding, pack(body), step=step) == body


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_body_of_hardly_anything_but_beginnings_is_refused(coding: str) -> None:
    """A million empty members decode to nothing and take minutes."""
    empty = PACKERS[coding](b"")
    assert decode(coding, empty * 500 + PACKERS[coding](b"x")) == b"x"
    assert trouble(coding, empty * 5_000) is WebTrouble.ENCODING
