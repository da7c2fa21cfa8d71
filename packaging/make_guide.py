"""Makes the pictures of the guides anew, by the stories that they tell: docs/user-guide and docs/nurse-guide.

    python packaging/make_guide.py            live through the stories and write what their pages show

The Spanish user guide tells the same stories; its pictures are of a window in Spanish
(tests/pictures/spanish_guide.py).
Runs in the project's own environment with a screen of its own (Xvfb); the network is never asked. A picture is a moment
of a story in tests/stories; a page names the pictures it shows and the story they come from.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parent.parent
GUIDES = (PROJECT / "docs" / "user-guide", PROJECT / "docs" / "nurse-guide")
SPANISH = PROJECT / "docs" / "user-guide" / "es"
_SPANISH_ZONE = "Europe/Madrid"
STORIES = PROJECT / "tests" / "stories"
_SHOWN = re.compile(r"!\[[^\]]+\]\(pictures/([a-z0-9-]+)\.png\)")
_MOMENT = re.compile(r"\.picture\(\s*\"([a-z0-9-]+)\"")
_COLOURS = 128
_AT_ONCE = "2"


def main(arguments: list[str]) -> int:
    """Write the pictures; return the exit code of the stories where one of them fails."""
    if arguments:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory(prefix="caregiver-guide-") as place:
        stories = sorted({str(story) for story in moments().values()})
        code = subprocess.call(
            [sys.executable, "-m", "pytest", "-q", "-n", _AT_ONCE, "--dist", "loadfile", *stories],
            cwd=PROJECT,
            env={**os.environ, "CAREGIVER_PICTURES": place},
        )
        if code == 0:
            for guide in GUIDES:
                _write(guide, Path(place))
            code = _write_spanish(Path(place) / "es")
        return code


def _write_spanish(place: Path) -> int:
    """Write the pictures of the Spanish guide; return the exit code of what paints them."""
    code = subprocess.call(
        [sys.executable, "-m", "tests.pictures.spanish_guide", str(place)],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TZ": _SPANISH_ZONE},
    )
    if code == 0:
        _write(SPANISH, place)
    return code


def moments() -> Mapping[str, Path]:
    """Return the story of each picture, by the picture's name.

    Raises:
        ValueError: two moments have the same name.
    """
    found: dict[str, Path] = {}
    for story in sorted(STORIES.glob("test_*.py")):
        for name in _MOMENT.findall(story.read_text(encoding="utf-8")):
            if name in found:
                raise ValueError(name)
            found[name] = story
    return found


def shown(page: Path) -> list[str]:
    """Return the names of the pictures that a page shows, in its order."""
    return _SHOWN.findall(page.read_text(encoding="utf-8"))


def pages() -> Iterator[Path]:
    """Yield the pages of all guides."""
    for guide in GUIDES:
        yield from sorted(guide.glob("*.md"))


def _write(guide: Path, place: Path) -> None:
    """Write what the guide's pages show, smaller in bytes and not in points, and take away all else."""
    folder = guide / "pictures"
    folder.mkdir(exist_ok=True)
    names = {name for page in guide.glob("*.md") for name in shown(page)}
    for old in folder.glob("*.png"):
        if old.stem not in names:
            old.unlink()
    for name in sorted(names):
        with Image.open(place / f"{name}.png") as picture:
            few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
