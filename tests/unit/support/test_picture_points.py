"""A picture that leaves holds its points and no byte more, however it is written; words in it never leave."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from caregiver_app.support.picture_cleaning import bare_png
from caregiver_app.support.picture_facts import facts_of
from caregiver_app.support.picture_points import holds_points_alone
from tests.helpers.packs import HEADED, lamp, made_of, small_manifest, write_pack_folder

SECRET = b"Rosalind GPS 51.5007,-0.1246"
COMMENT = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
EXIF = b"\xff\xe1" + struct.pack(">H", len(SECRET) + 8) + b"Exif\0\0" + SECRET


def jpeg(**how: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((48, 40), 60).convert("RGB").save(out, "JPEG", **how)
    return out.getvalue()


def png(mode: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(out, "PNG")
    bare = bare_png(out.getvalue())
    assert bare is not None
    return bare


def with_points(picture: bytes, points: bytes, *, passes: int = 0) -> bytes:
    """Return a PNG with a new head and other packed points."""
    head = picture[16:28] + bytes((passes,))
    return picture[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


USUAL = jpeg()
HIDDEN = (
    ("jpg", USUAL[:-2] + COMMENT + USUAL[-2:]),
    ("jpg", USUAL + b"\xff\xd8" + EXIF + b"\xff\xd9"),
    ("jpg", USUAL + SECRET + b"\xff\xd9"),
    ("png", with_points(lamp(), zlib.compress(bytes(16 * 49)) + SECRET)),
    ("png", with_points(lamp(), zlib.compress(bytes(16 * 49) + SECRET, 0))),
)
"""Words behind the points, behind the end, behind the packed points, and behind the last of them."""
SIXTEEN = ((2, 2), (2, 2), (4, 2), (4, 4), (8, 4), (8, 8), (16, 8))
"""Columns and lines of each pass of a picture of 16 by 16 points."""


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_what_programs_write_is_taken_as_it_is(mode: str) -> None:
    for size in ((16, 16), (9, 7), (3, 1)):
        picture = png(mode, size)
        assert (facts_of(picture), holds_points_alone(picture)) == (("image/png", *size), True)


def test_lines_in_passes_and_all_kinds_of_scans_are_taken() -> None:
    passes = b"".join(bytes(lines * (1 + 3 * columns)) for columns, lines in SIXTEEN)
    assert holds_points_alone(with_points(lamp(), zlib.compress(passes), passes=1))
    for how in ({}, {"progressive": True}, {"restart_marker_blocks": 1}, {"quality": 100}):
        picture = jpeg(**how)
        assert (facts_of(picture), holds_points_alone(picture)) == (("image/jpeg", 48, 40), True), how


def test_words_in_a_picture_do_not_leave_with_a_pack(tmp_path: Path) -> None:
    hidden = {f"pictures/p{number}.{end}": data for number, (end, data) in enumerate(HIDDEN)}
    shown = " ".join(f"![a]({file})" for file in hidden)
    manifest = small_manifest(pictures=[{"file": file, "licence": "CC0"} for file in hidden])
    folder = write_pack_folder(tmp_path, manifest, {**hidden, "guides/evenings.md": f"{HEADED}{shown}\n"})
    made = made_of(folder)
    assert all(SECRET in data for data in hidden.values())
    for file in hidden:
        assert SECRET not in made.files[file], file
        assert facts_of(made.files[file]) is not None or (file, "not-a-picture") in [
            (each.where, each.fault.value) for each in made.problems
        ], file


@given(st.binary(max_size=80), st.integers(0, 120))
def test_any_bytes_have_an_answer(more: bytes, cut: int) -> None:
    whole = lamp()
    for data in (whole[:33] + chunk(b"IDAT", more) + chunk(b"IEND", b""), USUAL[:cut] + more + b"\xff\xd9"):
        if facts_of(data) is not None:
            assert holds_points_alone(data) is not (data[:8] == whole[:8])
