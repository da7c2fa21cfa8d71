"""A nurse's monthly round: one list, one answer for each thing, old answers kept, each taken back to the last byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.pack_folders import read_pack
from caregiver_app.bootstrap.pack_round import Round, known_links
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library, open_library
from caregiver_app.links.address import address_key
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.time import Millis
from caregiver_app.packs.earlier_checks import EARLIER, MOST_BYTES, keep_earlier
from caregiver_app.packs.folder_reading import read_folder
from caregiver_app.packs.round import RoundRow
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.installing import VETTED
from tests.helpers.library import DAY_MS
from tests.helpers.own_channels import files_in
from tests.helpers.packs import HEADED, small_manifest, write_pack_folder
from tests.helpers.silent_door import SilentDoor

PAGE = "https://www.nhs.uk/conditions/dementia/"
TODAY = date(2026, 11, 23)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(open_library(tmp_path / "library.db", StillClock())) as library:
        yield library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    manifest = small_manifest(
        published_on="2025-11-01",
        review_by="2026-11-01",
        links=[_link("due", check_by="2026-11-01"), _link("fine"), _link("changed", PAGE)],
        helplines=[_line("old", "2026-01-10"), _line("new", "2026-11-01")],
        guides=[{**_text("listed"), "review_by": "2026-11-22"}],
    )
    headed = HEADED.replace("summary:", "review-by: 2026-11-20\nsummary:")
    files = {"guides/evenings.md": f"{headed}Turn on a lamp.\n", "guides/listed.md": "Turn it off again.\n"}
    return write_pack_folder(tmp_path / "pack", manifest, files)


def _link(name: str, address: str = "", **check: Any) -> dict[str, Any]:
    appraisal = {**VETTED, "content_hashes": ["main1:0123456789abcdef"], **check}
    place = address or f"https://www.nhs.uk/{name}/"
    return {"id": name, "title": name, "address": place, "language": "en", "country": "GB", "appraisal": appraisal}


def _line(name: str, checked_on: str) -> dict[str, Any]:
    said = {"id": name, "name": name, "kind": "caring", "country": "GB", "languages": ["en"]}
    return {**said, "phone": "0808 157 0192", "checked_on": checked_on}


def _text(name: str) -> dict[str, Any]:
    said = {"id": name, "file": f"guides/{name}.md", "title": name, "language": "en", "written_on": "2025-11-01"}
    return {**said, "review_by": "2027-11-01"}


def changed_page(library: Library) -> LinkCheck:
    check = LinkCheck(
        address_key=address_key(PAGE),
        url=PAGE,
        state=LinkState.CHANGED,
        text_hash="main1:0123456789abcdef",
        seen_hash="main1:fedcba9876543210",
        checked_at=MONDAY,
        next_due_at=MONDAY,
    )
    library.link_checks.put(check)
    return check


def look(services: Services, library: Library, folder: Path) -> Round:
    return services.pack_round.look(folder, known_links(library))


def rows(services: Services, library: Library, folder: Path) -> dict[str, RoundRow]:
    return {row.id: row for row in look(services, library, folder).rows}


def test_one_list_and_still_right_for_each_thing_in_it(services: Services, library: Library, folder: Path) -> None:
    changed_page(library)
    found = rows(services, library, folder)
    faults = {name: [problem.fault.value for problem in row.problems] for name, row in found.items()}
    assert faults == {
        "changed": ["changed"],
        "evenings": ["review-due"],
        "evenings-evenings": ["review-due"],
        "listed": ["review-due"],
        "due": ["check-due"],
        "old": ["number-due"],
    }
    for row in found.values():
        services.pack_round.still_right(library, folder, row)
    assert rows(services, library, folder) == {}
    pack = read_pack(folder)
    due, fine, changed = pack.links
    assert due.appraisal is not None
    assert fine.appraisal is not None
    assert changed.appraisal is not None
    assert (due.read_on, due.appraisal.checked_on, due.appraisal.check_by) == (TODAY, TODAY, date(2028, 11, 23))
    assert changed.appraisal.content_hashes == ("main1:fedcba9876543210",)
    assert fine.appraisal.checked_on == date(2026, 10, 1)
    assert [line.checked_on for line in pack.helplines] == [TODAY, date(2026, 11, 1)]
    assert {text.review_by for text in pack.guides} == {date(2027, 11, 23)}
    assert pack.review_by == date(2027, 11, 23)


def test_an_answer_counts_for_the_page_that_was_looked_at_and_not_for_a_later_one(
    services: Services, library: Library, folder: Path
) -> None:
    check = changed_page(library)
    row = rows(services, library, folder)["changed"]
    before = files_in(folder)
    later = replace(check, seen_hash="main1:aaaaaaaaaaaaaaaa", checked_at=Millis(MONDAY + 1))
    library.link_checks.put(later)
    with pytest.raises(PackError) as refused:
        services.pack_round.still_right(library, folder, row)
    assert refused.value.kind is PackTrouble.PAGE_CHANGED
    assert (files_in(folder), library.link_checks.of(address_key(PAGE))) == (before, later)
    services.pack_round.still_right(library, folder, rows(services, library, folder)["changed"])
    assert "changed" not in rows(services, library, folder)


def test_two_entries_at_one_changed_page_are_answered_one_after_the_other(
    services: Services, library: Library, tmp_path: Path
) -> None:
    links = [_link("first", PAGE), {**_link("second", PAGE), "title": "The other one"}]
    folder = write_pack_folder(tmp_path / "two", small_manifest(published_on="2026-11-01", links=links))
    changed_page(library)
    for row in look(services, library, folder).rows:
        services.pack_round.still_right(library, folder, row)
    hashes = {link.appraisal.content_hashes for link in read_pack(folder).links if link.appraisal is not None}
    assert hashes == {("main1:fedcba9876543210",)}


def test_the_answers_before_are_kept_in_the_folder_and_never_leave_it(
    services: Services, library: Library, folder: Path
) -> None:
    services.pack_round.still_right(library, folder, rows(services, library, folder)["due"])
    (kept,) = json.loads((folder / EARLIER).read_text(encoding="utf-8"))
    assert (kept["where"], kept["until"]) == ("links[due]", "2026-11-23")
    assert kept["before"]["check_by"] == "2026-11-01"
    assert kept["before"]["answers"] == VETTED["answers"]
    read = read_folder(folder)
    assert EARLIER not in read.files
    assert not [problem for problem in read.problems if problem.where == EARLIER]


def test_each_answer_is_taken_back_and_given_again_to_the_last_byte(
    services: Services, library: Library, folder: Path
) -> None:
    before_check = changed_page(library)
    before = files_in(folder)
    for name in ("changed", "evenings-evenings", "evenings"):
        answered = services.pack_round.still_right(library, folder, rows(services, library, folder)[name])
        after = files_in(folder)
        assert after != before
        services.pack_round.take_back(library, folder, answered)
        assert files_in(folder) == before
        assert library.link_checks.of(address_key(PAGE)) == before_check
        services.pack_round.do_again(library, folder, answered)
        assert files_in(folder) == after
        services.pack_round.take_back(library, folder, answered)


def test_what_was_found_at_an_address_is_settled_by_an_answer_until_it_is_opened_again(
    services: Services, library: Library, folder: Path
) -> None:
    gone = replace(changed_page(library), state=LinkState.DEAD, text_hash=None, seen_hash=None)
    library.link_checks.put(gone)
    row = rows(services, library, folder)["changed"]
    assert [problem.fault.value for problem in row.problems] == ["dead"]
    answered = services.pack_round.still_right(library, folder, row)
    assert "changed" not in rows(services, library, folder)
    services.pack_round.take_back(library, folder, answered)
    assert "changed" in rows(services, library, folder)
    services.pack_round.do_again(library, folder, answered)
    library.link_checks.put(replace(gone, checked_at=Millis(MONDAY + 2 * DAY_MS)))
    assert "changed" in rows(services, library, folder)


def test_what_somebody_else_wrote_since_is_not_taken_back_with_it(
    services: Services, library: Library, folder: Path
) -> None:
    answered = services.pack_round.still_right(library, folder, rows(services, library, folder)["old"])
    (folder / "pack.json").write_bytes((folder / "pack.json").read_bytes().replace(b"Evenings", b"Mornings"))
    after = files_in(folder)
    with pytest.raises(PackError) as caught:
        services.pack_round.take_back(library, folder, answered)
    assert caught.value.kind is PackTrouble.CHANGED_MEANWHILE
    assert files_in(folder) == after


def test_a_text_is_withdrawn_with_its_file_and_comes_back_with_it(
    services: Services, library: Library, folder: Path
) -> None:
    before, found = files_in(folder), rows(services, library, folder)
    refused, problems = services.pack_round.withdraw(folder, found["evenings-evenings"], reason="")
    assert refused is None
    assert problems
    assert files_in(folder) == before
    answered, problems = services.pack_round.withdraw(
        folder, found["evenings-evenings"], reason="It was out of date.", replacement="listed"
    )
    assert answered is not None
    assert not (folder / "guides" / "evenings.md").exists()
    (word,) = read_pack(folder).withdrawals
    assert (word.item, word.reason, word.replacement) == ("evenings-evenings", "It was out of date.", "listed")
    services.pack_round.take_back(library, folder, answered)
    assert files_in(folder) == before


def test_the_file_of_earlier_checks_has_a_bound_and_is_never_written_over_when_it_is_strange(tmp_path: Path) -> None:
    for number in range(6):
        keep_earlier(tmp_path, f"links[{number}]", {"words": "x" * (MOST_BYTES // 4)}, TODAY)
    kept = json.loads((tmp_path / EARLIER).read_bytes())
    assert [each["where"] for each in kept][-1] == "links[5]"
    assert (tmp_path / EARLIER).stat().st_size <= MOST_BYTES
    (tmp_path / EARLIER).write_text("{}", encoding="utf-8")
    with pytest.raises(PackError):
        keep_earlier(tmp_path, "links[a]", {}, TODAY)
    assert (tmp_path / EARLIER).read_text(encoding="utf-8") == "{}"
