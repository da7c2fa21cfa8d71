"""A share may end at any place: its file is whole or not there, the log knows what was written, erased is erased."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.faults.share_scenarios import FILE
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.library import a_library

LINE = b"markdown2026-11-23"


@EVERY
def test_a_share_is_whole_or_not_there(tmp_path: Path, every: bool) -> None:
    template = tmp_path / "data"
    template.mkdir()

    def check(folder: Path, told: Sequence[str]) -> None:
        library = a_library(folder)
        assert [each for each in library.health.check() if not each.ok] == []
        logged = library.shares.list()
        library.close()
        written = (folder / FILE).read_text(encoding="utf-8") if (folder / FILE).exists() else ""
        assert written == "" or written.endswith("General information, not medical advice.*\n")
        assert written or not (logged or "written" in told)
        assert logged or not ("recorded" in told and "copied" not in told)
        if "erased" in told:
            assert LINE not in b"".join(path.read_bytes() for path in folder.rglob("*.db*"))

    assert crash_everywhere("share", template, check, every=every) > 5
