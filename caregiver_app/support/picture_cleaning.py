"""Takes out of a PNG what is not its points: words, times, places, programs. Pure; decodes nothing, changes no point.

A JPEG has to be made anew for that (`feeds.pictures`, in a worker): it may be turned by what is taken out.
"""

from __future__ import annotations

import struct

from caregiver_app.support.picture_facts import PNG, PNG_CHUNKS


def bare_png(data: bytes) -> bytes | None:
    """Return a PNG with nothing in it but points, None where it is no whole PNG."""
    if not data.startswith(PNG):
        return None
    kept, at = [PNG], len(PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            return None
        if kind in PNG_CHUNKS:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    return None
