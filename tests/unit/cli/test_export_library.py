"""`caregiver export library`: what is a person's own in the library leaves in open formats, whole or not at all."""

from __future__ import annotations

import json
import re
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap import library_export
from caregiver_app.bootstrap.paths import find_paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.support.sentences.library_files import not_saved_words
from tests.helpers.appraisals import answers
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented, keys_of
from tests.helpers.filled_folder import id_of

PAGE = (Path(__file__).parents[3] / "docs/formats/library-export.md").read_text(encoding="utf-8")
EXAMPLES = {
    name: json.loads(example)
    for name, example in re.findall(r"`([a-z]+\.json)`[^\n]*:\n\n```json\n(.*?)```", PAGE, re.DOTALL)
}


@pytest.fixture
def own(filled: CommandLine) -> CommandLine:
    """A library in which somebody starred, archived, collected, searched and checked."""
    night, falls = id_of(filled, "Sleep at night"), id_of(filled, "Falls in the house")
    filled("article", "star", night)
    filled("article", "archive", falls)
    filled("collection", "make", "For Mum")
    assert filled("collection", "add", "For Mum", night).code == 0
    assert filled("search", "sleep is:unread", "--save", "Nights").code == 0
    given = {point.value: answer.value for point, answer in answers().given.items()}
    typed = json.dumps({"answers": given, "role": "nurse"})
    assert filled("appraise", f"article:{night}", "--answers", "-", typed=typed).code == 0
    return filled


def listed(folder: Path, name: str) -> list[dict[str, Any]]:
    document = json.loads((folder / name).read_text(encoding="utf-8"))
    kind = name.removesuffix(".json")
    assert (document["format"], document["version"]) == (f"caregiver-{kind}", 1)
    values: list[dict[str, Any]] = document[kind]
    assert len(values) > 0
    shape, shown = keys_of(document), keys_of(EXAMPLES[name])
    assert _without_answers(shape) == _without_answers(shown), name
    return values


def _without_answers(shape: Any) -> str:
    return re.sub(r'"(answers|reasons)": \{[^}]*\}', "", json.dumps(shape))


def test_all_that_is_ones_own_leaves_once_for_its_owner_alone(own: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = own.json("export", "library", "-o", str(folder))
    assert_documented("export library", done)
    counts = [done[name] for name in ("sources", "private_sources", "marks", "collections", "searches", "checks")]
    assert (*counts, done["pages"], done["pages_left_out"]) == (0, 1, 2, 1, 1, 1, 2, 0)
    marks = {each["title"]: each for each in listed(folder, "marks.json")}
    assert marks["Sleep at night"]["starred_at"]
    assert marks["Falls in the house"]["archived_at"]
    (shelf,) = listed(folder, "collections.json")
    assert (shelf["name"], [each["title"] for each in shelf["items"]]) == ("For Mum", ["Sleep at night"])
    assert listed(folder, "searches.json")[0]["query"] == "sleep is:unread"
    (check,) = listed(folder, "checks.json")
    assert (check["kind"], check["title"], check["outcome"], check["role"]) == (
        "article", "Sleep at night", "vetted", "nurse",
    )  # fmt: skip
    text = (folder / marks["Sleep at night"]["page"]).read_text(encoding="utf-8")
    assert text.startswith("# Sleep at night\n\nNight news  \n")
    assert "<https://night.example/sleep>" in text
    assert "regular" in text
    assert (folder / "sources.opml").read_bytes().startswith(b"<?xml")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert (stat.S_IMODE(folder.stat().st_mode), modes) == (0o700, {0o600})
    again = own("--json", "export", "library", "-o", str(folder))
    assert (again.code, again.document["error"]["kind"]) == (1, "care-file-in-the-way")
    inside = own("--json", "export", "library", "-o", str(own.data_dir / "out"))
    assert inside.document["error"]["kind"] == "care-file-own-folder"


def test_more_pages_than_there_is_room_for_are_counted(own: CommandLine, tmp_path: Path) -> None:
    services = build_services(find_paths(own.data_dir))
    with closing(services.open_library()) as library:
        done = library_export.export_library(services, library, tmp_path / "out", most_pages=1)
    assert (done.pages, done.pages_left_out) == (1, 1)
    assert len(list((tmp_path / "out/pages").iterdir())) == 1
    said = list(not_saved_words(private_sources=0, pages=done.pages_left_out))
    assert said == ["1 page is left out: there are too many for one folder."]


def test_a_title_becomes_a_name_that_every_disk_takes() -> None:
    names = [library_export.page_name(1, title) for title in ("../é/Ñandú: CON?", "睡眠", "x" * 300)]
    assert names == ["pages/0001-e-nandu-con.md", "pages/0001-page.md", f"pages/0001-{'x' * 50}.md"]
