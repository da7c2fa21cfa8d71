"""Whole pages and pictures put into a library as a run that keeps pages does, without a network."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

from caregiver_app.library.assets import StoredPicture
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis


def a_jpeg(size: tuple[int, int] = (1600, 900), colour: tuple[int, int, int] = (40, 120, 160)) -> bytes:
    """Return a picture of one colour as it is stored."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def keep_pictures(library: Library, item_id: ItemId, pictures: Mapping[str, bytes], *, at: Millis) -> list[str]:
    """Store pictures of an article by address; return the hashes by which they are known."""
    stored = {}
    for address, data in pictures.items():
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
        name = library.assets.files.put(data)
        stored[address] = StoredPicture(
            hash=name, media_type="image/jpeg", size_bytes=len(data), width=width, height=height
        )
    with library.write("tests.keep-pictures") as writer:
        library.assets.put(writer, item_id, stored, at=at)
    return [picture.hash for picture in stored.values()]
