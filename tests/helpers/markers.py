"""A word that stands nowhere else, in all ways it may be written down, and the search for it in all bytes of files.

The word ends with a letter that is written in several ways (é); the rest is sought whatever the case, and so found
in any of them: composed or not, escaped for JSON, HTML, addresses or mail.
"""

from __future__ import annotations

import base64
import io
import re
import secrets
import string
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n")
_LETTERS = 13


def new_marker() -> str:
    """Return a word that nobody has written before."""
    letters = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LETTERS))
    return f"Zq{letters}é"


def writings_of(text: str) -> Mapping[str, bytes]:
    """Return the ways in which a text may be written, by name; those in letters are to be sought in lower case."""
    core = text.rstrip("é")
    ways = {"as typed": core.lower().encode(), "decomposed": unicodedata.normalize("NFD", core).lower().encode()}
    ways |= {f"utf-16 {end}": core.lower().encode(f"utf-16-{end}") for end in ("le", "be")}
    ways |= {
        "without spaces": core.replace(" ", "").lower().encode(),
        "percent": core.replace(" ", "%20").lower().encode(),
    }
    for case, written in (("", core), (" lower", core.casefold()), (" upper", core.upper())):
        ways |= {f"{name}{case}": data for name, data in bytes_in_letters(written.encode()).items()}
    return ways


def bytes_in_letters(data: bytes) -> Mapping[str, bytes]:
    """Return how bytes look in base64 wherever they begin, in hex and in base32; all in lower case."""
    ways = {"hex": data.hex().encode(), "base32": base64.b32encode(data).rstrip(b"=").lower()}
    for before in range(3):
        coded = base64.b64encode(bytes(before) + data)
        whole = coded[4 * ((before + 2) // 3) : len(coded) - 4]
        ways[f"base64 {before}"] = whole.lower()
        ways[f"base64 of addresses {before}"] = whole.translate(bytes.maketrans(b"+/", b"-_")).lower()
    return ways


def found_in(folders: Iterable[Path], ways: Mapping[str, bytes]) -> list[str]:
    """Return every file of the folders, and every name, that holds one of the ways; say which."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            held = [str(path.relative_to(folder)).encode()]
            if path.is_file() and not path.is_symlink():
                held += pieces_of(path.read_bytes())
            found += [f"{path}: {name}" for name in ways_in(held, ways)]
    return found


def ways_in(held: Iterable[bytes], ways: Mapping[str, bytes]) -> list[str]:
    """Return the names of the ways in which something is in one of the pieces."""
    lower = [each.lower() for each in held]
    return [name for name, way in ways.items() if any(way in each for each in lower)]


def pieces_of(data: bytes) -> Iterator[bytes]:
    """Yield bytes as they are, and what is packed in them: members of archives, streams of documents."""
    yield data
    if data.startswith(b"PK"):
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from pieces_of(archive.read(name))
    if data.startswith((b"%PDF", b"\x1f\x8b")):
        starts = [0] if data.startswith(b"\x1f") else [found.end() for found in _STREAM.finditer(data)]
        for start in starts:
            with suppress(zlib.error):
                yield zlib.decompressobj(47).decompress(data[start:])
