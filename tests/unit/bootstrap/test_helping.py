"""Whom to call, out of the packs that are there; and out of the application alone for a country without any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.bootstrap.helping import Helping
from caregiver_app.library.store import Library
from caregiver_app.model.help_lines import HelpDirectory
from caregiver_app.model.pack_help import Cost, HelplineKind
from tests.helpers.installing import HARBOUR, NORTHFIELD, SHIPPED, a_line, an_owner, install, pack_of
from tests.helpers.library import LATER, a_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def names(directory: HelpDirectory, state: str) -> list[str]:
    return [each.line.name for each in directory.lines if each.state == state]


def test_lines_of_packs_come_as_they_were_said_the_most_urgent_first(library: Library) -> None:
    said = {**a_line("talk"), "organisation": "trust", "cost": "free", "checked_on": "2026-10-01", "serves": "Carers"}
    urgent = {**a_line("crisis", "116 123"), "kind": "crisis", "country": "GB-SCT"}
    group = {"id": "forum", "name": "Forum", "address": "https://forum.nhs.uk/", "language": "en", "country": "GB"}
    install(
        library,
        pack_of(
            "lines",
            organisations=[an_owner("trust", "trust.nhs.uk")],
            helplines=[said, urgent],
            communities=[{**group, "better_not": ["Names"]}],
        ),
        NORTHFIELD,
    )
    found = Helping().directory(library)
    assert names(found, "GB")[-2:] == ["crisis", "talk"]
    first, second = [each for each in found.lines if each.state == "GB"][-2:]
    assert (first.line.kind, first.line.country, first.line.phone) == (HelplineKind.CRISIS, "GB-SCT", "116 123")
    assert (second.organisation, second.line.cost, second.line.serves) == ("Trust", Cost.FREE, "Carers")
    assert second.line.checked_on == date(2026, 10, 1)
    assert [(each.group.name, each.group.better_not) for each in found.groups] == [("Forum", ("Names",))]
    assert (first.publisher, second.publisher) == ("Northfield Nurses",) * 2
    assert [each.publisher for each in found.groups] == ["Northfield Nurses"]
    assert found.newest is None


ADVICE = ["NHS 111", "NHS 111 Wales", "NHS 24"] * 2
"""About poisoning, then about health: lines of which no pack that ships knows."""


def test_a_country_has_lines_that_lie_beside_packs_until_one_that_ships_brings_some(library: Library) -> None:
    before = Helping().directory(library)
    assert "Samaritans" in names(before, "GB")
    assert before.newest is None
    uid = install(library, pack_of("lines", helplines=[a_line("talk")]), SHIPPED)
    found = Helping().directory(library)
    assert names(found, "GB") == [*ADVICE, "talk"], "what no pack has stays beside them"
    assert names(found, "US") == names(before, "US") != []
    assert found.newest == date(2026, 10, 1)
    library.packs.remove(uid, at=LATER)
    assert Helping().directory(library) == before


def test_who_needs_a_number_sees_it_before_what_is_only_a_page(library: Library) -> None:
    page = {**a_line("aaa"), "ways": ["web"], "page": "https://www.nhs.uk/talk"}
    del page["phone"]
    install(library, pack_of("lines", helplines=[page, a_line("zzz")]), SHIPPED)
    assert names(Helping().directory(library), "GB") == [*ADVICE, "zzz", "aaa"]


def test_lines_of_others_stand_behind_all_that_ship_and_say_who_they_are_from(library: Library) -> None:
    before = names(Helping().directory(library), "GB")
    urgent = {**a_line("aaa"), "kind": "crisis", "checked_on": "2026-10-01"}
    install(library, pack_of("lines", helplines=[urgent]), NORTHFIELD)
    install(library, pack_of("lines", helplines=[urgent, {**a_line("zzz"), "kind": "crisis"}]), HARBOUR)
    found = [each for each in Helping().directory(library).lines if each.state == "GB"]
    assert [each.line.name for each in found] == [*before, "aaa", "zzz", "aaa"]
    assert [each.publisher for each in found[len(before) :]] == ["Harbour Carers"] * 2 + ["Northfield Nurses"]
    assert not any(each.publisher for each in found[: len(before)])


def test_days_that_are_yet_to_come_count_for_nothing(library: Library) -> None:
    line = {**a_line("talk"), "checked_on": "2199-01-01"}
    group = {"id": "forum", "name": "Forum", "address": "https://forum.nhs.uk/", "language": "en", "country": "GB"}
    archive = pack_of(
        "lines",
        helplines=[line],
        communities=[{**group, "checked_on": "2199-01-01"}],
        published_on="2199-02-01",
        review_by="2199-03-01",
    )
    uid = install(library, archive, NORTHFIELD)
    found = Helping().directory(library)
    assert found.newest is None
    assert [each.line.checked_on for each in found.lines if each.line.id == "talk"] == [None]
    assert [each.group.checked_on for each in found.groups] == [None]
    pack = library.packs.get(uid)
    assert pack is not None
    assert pack.published_on == date(2026, 11, 24)  # a day later than the clock: it may be that already elsewhere


def test_no_emergency_number_is_among_lines_and_all_that_ship_need_no_library() -> None:
    lines = Helping().shipped().lines
    assert {each.line.kind for each in lines} <= set(HelplineKind)
    assert not {"999", "911", "000", "111"} & {each.line.phone for each in lines if each.state != "GB"}


def test_what_its_publisher_took_back_in_another_pack_says_so(library: Library) -> None:
    install(library, pack_of("lines", helplines=[a_line("talk"), a_line("other", "0808 157 0193")]), NORTHFIELD)
    withdrawal = {"item": "talk", "reason": "The number has changed.", "withdrawn_on": "2026-11-01"}
    install(library, pack_of("news", withdrawals=[withdrawal]), NORTHFIELD)
    found = {each.line.id: each.taken_back for each in Helping().directory(library).lines if each.publisher}
    said = found["talk"]
    assert said is not None
    assert (said.by, said.reason, said.on) == ("Northfield Nurses", "The number has changed.", date(2026, 11, 1))
    assert found["other"] is None


def test_the_country_is_the_one_that_somebody_said_they_live_in(library: Library) -> None:
    assert Helping().directory(library).country == ""
    library.topics.live_in("IE", "en")
    assert Helping().directory(library).country == "IE"
