"""Tells the language of a text by a statistical model (py3langid). Only for worker processes: it takes 75 MB and,
once, half a second.

The package's own loader unpacks the model into a temporary file, which a confined worker may not write; here it is
read as a stream, and what belongs to languages that nobody here publishes in is dropped on the way.
"""

from __future__ import annotations

import lzma
import math
import os
import struct
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_CHARS = 100
SAMPLE_CHARS = 1_000
# In the feeds of the corpora no text of 100 characters or more was told wrong with this much confidence (0 of 683
# that name their language; below 100 characters 1 of 17).
SURE = 0.9

_PLAUSIBLE = frozenset(
    "ar bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr ht hu hy id is it ja ko lt lv mk mr ms my ne "
    "nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur vi zh".split()
)
_WEIGHTS = ("ptc", "pc", "classes")
_HEAD = struct.Struct("<26xHH")  # of a member of a zip archive: only the lengths of its name and of what follows that
_BLOCK_BYTES = 1 << 16
_TYPE_CODES = {2: "H", 4: "I", 8: "L"}


def detected(text: str) -> str:
    """Return the language of a text, empty where that is not sure."""
    sample = text[:SAMPLE_CHARS]
    if len(sample) < MIN_CHARS:
        return ""
    model = _model()
    if model is None:
        return ""
    language, confidence = model.classify(sample)
    return str(language) if confidence >= SURE else ""


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier | None:
    """Return the model, None where it cannot be had: then no language is told, and reading goes on."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read by numpy when it is imported; it would start threads
    try:
        from py3langid.langid import MODEL_DIR, MODEL_FILE
    except ImportError:
        return None
    try:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            return _loaded(packed)
    except (OSError, ValueError, KeyError, EOFError, MemoryError, struct.error, lzma.LZMAError):
        return None


def _loaded(packed: lzma.LZMAFile) -> LanguageIdentifier:
    from py3langid.langid import LanguageIdentifier

    parts = dict(_parts(packed))
    return LanguageIdentifier(
        parts["ptc"],
        parts["pc"],
        parts["classes"],
        parts["nextmove"],
        parts["out_feat"],
        norm_probs=True,
        tk_row=parts["nextmove_row"],
    )


def _parts(packed: lzma.LZMAFile) -> Iterator[tuple[str, Any]]:
    """Read the members of the archive one after the other: to look for its table of contents would mean to unpack it
    several times. Weights and names of languages that are not wanted are left out.
    """
    import numpy as np
    from numpy.lib import format as npy

    weights: dict[str, Any] = {}
    while (head := packed.read(_HEAD.size)).startswith(b"PK\x03\x04"):
        name_length, extra_length = _HEAD.unpack(head)
        name = packed.read(name_length).decode("ascii").removesuffix(".npy")
        packed.read(extra_length)
        if name in ("nextmove", "nextmove_row"):
            yield name, _numbers(packed)
        elif name == "out_feat":
            yield name, npy.read_array(packed).tolist()
        else:
            weights[name] = npy.read_array(packed)
        if len(weights) == len(_WEIGHTS):
            names = weights["classes"].tolist()
            kept = [index for index, language in enumerate(names) if language in _PLAUSIBLE]
            yield "ptc", np.ascontiguousarray(weights.pop("ptc")[:, kept])
            yield "pc", weights.pop("pc")[kept]
            yield "classes", [names[index] for index in kept]


def _numbers(packed: lzma.LZMAFile) -> array[int]:
    """Read a member as an array of the standard library, without a second copy of it in memory."""
    from numpy.lib import format as npy

    version = npy.read_magic(packed)
    read_head = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
    shape, _, kind = read_head(packed)
    numbers = array(_TYPE_CODES[kind.itemsize], [0]) * math.prod(shape)
    room = memoryview(numbers).cast("B")
    filled = 0
    while filled < len(room) and (read := packed.readinto(room[filled : filled + _BLOCK_BYTES])):
        filled += read
    return numbers
