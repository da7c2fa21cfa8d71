"""What a file is, is told by its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.vault.attached.media_types import EXTENSIONS, OTHER, PROGRAM, ending_of, media_type_of, media_words


def packed(*names: str, first: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


CASES = {
    "pdf": (b"%PDF-1.7\n", "application/pdf"),
    "png": (b"\x89PNG\r\n\x1a\n....", "image/png"),
    "jpeg": (b"\xff\xd8\xff\xe0", "image/jpeg"),
    "webp": (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    "wav": (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
    "heic": (b"\x00\x00\x00\x18ftypheic", "image/heic"),
    "mp4": (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
    "m4a": (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
    "docx": (
        packed("[Content_Types].xml", "word/document.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "short-docx": (
        packed(
            "[Content_Types].xml", "word/document.xml", *(f"docProps/{n}.xml" for n in range(5)), first=b"x" * 2_600
        ),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (
        packed("[Content_Types].xml", "xl/workbook.xml"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "odt": (
        packed("content.xml", first=b"application/vnd.oasis.opendocument.text"),
        "application/vnd.oasis.opendocument.text",
    ),
    "zip": (packed("a.txt"), "application/zip"),
    "text": ("Blutdruck 130/80, café".encode(), "text/plain"),
    "long-text": (b"x" + "é".encode() * 40_000, "text/plain"),
    "latin-1-in-long": (b"x" * 1_000 + "Überweisung".encode("latin-1") + b"x" * 50_000, OTHER),
    "page": (b"\n<!DOCTYPE html><p>", "text/html"),
    "program": (b"MZ\x90\x00", PROGRAM),
    "script": (b"#!/bin/sh\n", PROGRAM),
    "bytes": (b"\x00\x01\x02\xff", OTHER),
    "latin-1": ("Überweisung".encode("latin-1"), OTHER),
    "empty": (b"", "text/plain"),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_files_are_told_by_their_bytes(name: str) -> None:
    data, expected = CASES[name]
    assert media_type_of(data) == expected


@given(data=st.binary(max_size=200))
def test_any_bytes_have_a_type_words_and_an_ending(data: bytes) -> None:
    found = media_type_of(data)
    assert media_words(found)
    assert ending_of(found).isalnum()


def test_what_runs_gets_no_ending_that_runs() -> None:
    assert ending_of(PROGRAM) == "bin"
    assert not {"exe", "sh", "bat", "com", "js"} & set(EXTENSIONS.values())
