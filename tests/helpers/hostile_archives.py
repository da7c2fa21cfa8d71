"""Archives that somebody made in order to harm, built from nothing: each does one thing that no pack does."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.helpers.packs import example_archive, example_files, lamp

_DATE = (1980, 1, 1, 0, 0, 0)


def hostile_archives() -> Iterator[tuple[str, bytes, str, str]]:
    """Yield what it does, the archive, and the trouble and detail with which it is refused."""
    yield from _names()
    yield from _kinds()
    yield from _sizes()
    yield from _places()


def zip_of(*entries: tuple[str | zipfile.ZipInfo, bytes], packed: bool = False) -> bytes:
    """Return a zip as other tools write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, _DATE) if isinstance(name, str) else name
            archive.writestr(info, data, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
    return out.getvalue()


def _names() -> Iterator[tuple[str, bytes, str, str]]:
    tricks = {
        "up": ("guides/../../evil.md", "path"),
        "absolute": ("/etc/cron.d/evil", "path"),
        "a dot": ("guides/./evil.md", "path"),
        "backslashes": ("guides\\evil.md", "path"),
        "a drive": ("C:evil.md", "stream"),
        "a stream": ("guides/a.md:evil", "stream"),
        "a device": ("guides/con.md", "reserved"),
        "a device without ending": ("NUL", "reserved"),
        "a dot at the end": ("guides/a.md.", "reserved"),
        "a space at the end": ("guides/a.md ", "reserved"),
        "other letters": ("guides/é.md", "name"),
        "letters that turn": ("guides/a\u202edm.exe", "name"),
        "very long": (f"guides/{'a' * 300}.md", "name"),
        "a program": ("guides/run.exe", "file"),
        "capitals": ("guides/Evil.md", "file"),
        "deeper": ("guides/a/b.md", "file"),
        "hidden": (".git/config", "file"),
        "a page": ("index.html", "file"),
    }
    for what, (name, detail) in tricks.items():
        yield f"a name: {what}", zip_of(("pack.json", b"{}"), (name, b"x")), "unsafe", detail
    twice = zip_of(("pack.json", b"{}"), ("guides/one.md", b"x"), ("guides/two.md", b"y"))
    yield "the same name twice", twice.replace(b"two.md", b"one.md"), "unsafe", "doubles"
    yield "two names in other case", twice.replace(b"two.md", b"ONE.md"), "unsafe", "doubles"
    yield "a name with a nul", twice.replace(b"two.md", b"t\0o.md"), "unsafe", "name"


def _kinds() -> Iterator[tuple[str, bytes, str, str]]:
    link = zipfile.ZipInfo("guides/evil.md", _DATE)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    yield "a symbolic link", zip_of(("pack.json", b"{}"), (link, b"/etc/passwd")), "unsafe", "link"
    pipe = zipfile.ZipInfo("guides/evil.md", _DATE)
    pipe.create_system, pipe.external_attr = 3, (stat.S_IFIFO | 0o777) << 16
    yield "a pipe", zip_of(("pack.json", b"{}"), (pipe, b"")), "unsafe", "link"
    yield "a folder", zip_of(("pack.json", b"{}"), ("guides/", b"")), "unsafe", "file"
    whole = zip_of(("pack.json", b"{}"), ("guides/a.md", b"x"))
    place = whole.rindex(b"PK\x01\x02")
    yield "encrypted", whole[: place + 8] + b"\x01\0" + whole[place + 10 :], "unsafe", "encrypted"
    extra = zipfile.ZipInfo("guides/a.md", _DATE)
    extra.extra = struct.pack("<HH4s", 0x7075, 4, b"evil")
    yield "an extra field", zip_of(("pack.json", b"{}"), (extra, b"x")), "unsafe", "extra"
    said = zipfile.ZipInfo("guides/a.md", _DATE)
    said.comment = b"hello"
    yield "a comment", zip_of(("pack.json", b"{}"), (said, b"x")), "unsafe", "extra"


def _sizes() -> Iterator[tuple[str, bytes, str, str]]:
    yield "a bomb", zip_of(("pack.json", b"\0" * 30_000_000), packed=True), "unsafe", "compressed"
    yield "a large manifest", zip_of(("pack.json", b" " * 8_000_001)), "too-large", ""
    yield "a large text", zip_of(("pack.json", b"{}"), ("guides/a.md", b"a" * 100_001)), "too-large", ""
    yield "a large picture", zip_of(("pack.json", b"{}"), ("pictures/a.png", b"a" * 5_000_001)), "too-large", ""
    yield "many files", zip_of(*((f"guides/f-{n}.md", b"") for n in range(902))), "too-large", "files"
    yield "a million files announced", _announcing(1_000_000), "too-large", "files"
    whole = zip_of(("pack.json", b"{}"), ("guides/a.md", b"x"))
    place = whole.rindex(b"PK\x01\x02")
    lying = whole[: place + 20] + struct.pack("<LL", 90_000, 90_000) + whole[place + 28 :]
    yield "a size that lies", lying, "unsafe", "sizes"
    shared = whole[: place + 42] + struct.pack("<L", 0) + whole[place + 46 :]
    yield "two files in one place", shared, "damaged", ""
    listed = b"PK\x01\x02" + bytes(20)
    half = listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), 0, 0)
    yield "half a line of the list", half, "damaged", ""


def _announcing(count: int) -> bytes:
    """Return the directory of a zip with so many entries, each for the same byte."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * count
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(listed), 0)
    place64 = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(listed), 1)
    return listed + end64 + place64 + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0, 0, 0)


def _places() -> Iterator[tuple[str, bytes, str, str]]:
    plain = example_archive()
    yield "something before", b"#!/bin/sh\n" + plain, "damaged", ""
    yield "something after", plain + b"x", "damaged", ""
    yield "a comment of the whole", plain[:-2] + b"\x04\0evil", "damaged", ""
    yield "two archives in one", plain + plain, "damaged", ""
    yield "made by another tool", zip_of(*example_files().items()), "damaged", ""
    files = example_files()
    yield "the manifest last", zip_of(*sorted(files.items())), "damaged", ""
    yield "no manifest", zip_of(("guides/a.md", b"x")), "not-a-pack", ""
    yield "nothing in it", zip_of(), "not-a-pack", ""
    yield "a picture", lamp(), "not-a-pack", ""
    yield "nothing at all", b"", "not-a-pack", ""
    yield "deflated by hand", zlib.compress(plain), "not-a-pack", ""
