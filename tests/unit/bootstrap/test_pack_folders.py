"""The folders in which packs are made: seen at a glance, described, settled, changed and changed back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_app.bootstrap.pack_changes import change_again, changing, leave_out, take_change_back
from caregiver_app.bootstrap.pack_folders import (
    describe,
    keep_detail,
    looks_at,
    open_folder,
    put_settlement,
    read_head,
    read_pack,
)
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.errors import Cancelled, PackError
from caregiver_app.packs.settled import SETTLED, read_settled
from tests.helpers.clock import StillClock
from tests.helpers.packs import CHECKLIST, GUIDE, HEADED, example, lamp, small_manifest, write_pack_folder
from tests.helpers.silent_door import SilentDoor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "guides/evenings.md": GUIDE,
        "checklists/evening.md": CHECKLIST,
        "pictures/lamp.png": lamp(),
    }
    return write_pack_folder(tmp_path / "evenings", example(), files)


def test_folders_are_told_apart_at_a_glance(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    there, other, gone = looks_at((folder, empty, tmp_path / "gone"))
    assert (there.title, there.version, there.trouble, there.is_gone) == ("Evenings with dementia", 1, None, False)
    assert isinstance(other.trouble, PackError)
    assert gone.is_gone
    with pytest.raises(PackError):
        open_folder(empty)


def test_a_pack_with_a_mistake_is_opened_to_be_mended(tmp_path: Path) -> None:
    broken = write_pack_folder(tmp_path / "broken", {**small_manifest(), "title": 7})
    assert open_folder(broken).title == ""
    assert describe(broken, {"title": "Mended"}) == ()
    assert read_head(broken)["title"] == "Mended"
    before = (broken / "pack.json").read_bytes()
    assert [problem.where for problem in describe(broken, {"title": ""})] == ["title"]
    assert (broken / "pack.json").read_bytes() == before


def test_texts_with_heads_are_in_the_pack_that_is_read(tmp_path: Path) -> None:
    headed = write_pack_folder(tmp_path / "headed", small_manifest(), {"guides/evenings.md": f"{HEADED}Words.\n"})
    assert [guide.title for guide in read_pack(headed).guides] == ["When evenings feel harder"]


def test_a_detail_that_may_stay_is_written_down_with_its_reason_and_taken_back(folder: Path) -> None:
    first = keep_detail(folder, "guides/evenings.md", "0808 157 0192", "The line's own number.")
    second = keep_detail(folder, "title", "Ann", "She agrees.")
    again = keep_detail(folder, "title", "Ann", "It is her pen name.")
    data = (folder / SETTLED).read_bytes()
    assert read_settled(data).kept == {("guides/evenings.md", "0808 157 0192"), ("title", "Ann")}
    assert b"pen name" in data
    assert b"agrees" not in data
    put_settlement(folder, again.before)
    assert (folder / SETTLED).read_bytes() == second.after
    put_settlement(folder, first.before)
    assert not (folder / SETTLED).exists()


def test_a_damaged_list_of_decisions_is_left_as_it_is(folder: Path) -> None:
    (folder / SETTLED).write_text("[")
    with pytest.raises(PackError):
        keep_detail(folder, "title", "Ann", "She agrees.")
    assert (folder / SETTLED).read_text() == "["


def test_an_organisation_left_out_is_named_by_nothing_any_more_and_comes_back_whole(folder: Path) -> None:
    before = json.loads((folder / "pack.json").read_text())
    change = changing(folder, lambda: leave_out(folder, "example-charity"))
    pack = read_pack(folder)
    assert pack.organisations == ()
    for owned in (pack.links, pack.sources, pack.pages, pack.communities, pack.helplines):
        assert not any(each.organisation for each in owned)
    assert pack.withdrawals == read_pack(folder).withdrawals
    describe(folder, {"title": "Evenings"})
    take_change_back(folder, change)
    assert json.loads((folder / "pack.json").read_text()) == {**before, "title": "Evenings"}
    change_again(folder, change)
    assert read_pack(folder).organisations == ()


def test_a_look_over_a_pack_ends_where_somebody_stops_it(folder: Path, tmp_path: Path) -> None:
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    asked = [0]

    def stop_at_the_third() -> None:
        asked[0] += 1
        if asked[0] == 3:
            raise Cancelled

    try:
        with pytest.raises(Cancelled):
            services.pack_making.check(folder, go_on=stop_at_the_third)
    finally:
        services.close()
    assert asked == [3]
