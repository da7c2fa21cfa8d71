"""A pack of some 50 kB: a guide with a picture, forty pages, a phone line; and a large one."""

from __future__ import annotations

import io
import random

from tests.helpers.installing import a_guide, a_line, a_link, pack_of

_PAGES = 40
LARGE = 2_000
_GUIDES = tuple(f"guide-{number}" for number in range(20))
_PICTURE = "pictures/lamp.png"
_SIDE_PX = 122
"""Points by chance cannot be packed more tightly, so the picture is most of the pack."""


def example_pack(slug: str, *, version: int = 1) -> bytes:
    """Return the archive."""
    return pack_of(
        slug,
        version=version,
        texts={"guides/lamps.md": f"Turn on a lamp before it gets dark: ![a lamp]({_PICTURE})\n"},
        files={_PICTURE: _picture()},
        guides=[a_guide("lamps")],
        links=[a_link(f"page-{number}") for number in range(_PAGES)],
        helplines=[a_line("line")],
        pictures=[{"file": _PICTURE, "licence": "CC0 1.0"}],
    )


def large_pack(slug: str) -> bytes:
    """Return the archive of a pack of 2,000 items, most of them pages."""
    return pack_of(
        slug,
        texts={f"guides/{name}.md": "Turn on a lamp before it gets dark.\n" for name in _GUIDES},
        guides=[a_guide(name) for name in _GUIDES],
        links=[a_link(f"page-{number}") for number in range(LARGE - len(_GUIDES) - 1)],
        helplines=[a_line("line")],
    )


def _picture() -> bytes:
    from PIL import Image

    from caregiver_app.support.picture_cleaning import bare_png

    points = random.Random(3).randbytes(_SIDE_PX * _SIDE_PX * 3)  # noqa: S311 the same points every time
    out = io.BytesIO()
    Image.frombytes("RGB", (_SIDE_PX, _SIDE_PX), points).save(out, "PNG")
    bare = bare_png(out.getvalue())
    assert bare is not None
    return bare
