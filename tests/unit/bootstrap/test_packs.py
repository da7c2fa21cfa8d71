"""Packs for families, joined: what is done to one can be taken back and done again while its makers are trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.brought_facts import KEPT
from caregiver_app.library.restored_rows import LEFT_OUT, RestoredRows
from caregiver_app.library.store import Library
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PackError, PackTrouble
from caregiver_app.model.installed_pack import PackState, PackUid
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.installing import a_line, a_link, all_of, pack_of
from tests.helpers.library import DAY_MS
from tests.helpers.own_channels import PUBLISHER, Maker
from tests.helpers.silent_door import SilentDoor
from tests.helpers.starter import begin_started


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def services(tmp_path: Path, clock: StillClock) -> Iterator[Services]:
    made = build_services(Paths(data_dir=begin_started(tmp_path / "data")), clock=clock, fetcher=SilentDoor())
    yield made
    made.close()


def test_what_ships_is_removed_and_comes_back_by_undo(services: Services) -> None:
    library = services.open_library()
    before = all_of(library)
    step = services.packs.remove(library, services.packs.find(library, "dementia"))
    without = all_of(library)
    assert without != before
    with pytest.raises(PackError) as told:
        services.packs.remove(library, PackUid("starter/dementia"))
    assert told.value.kind is PackTrouble.UNKNOWN
    services.packs.undo(library, step)
    assert all_of(library) == before
    services.packs.redo(library, step)
    assert all_of(library) == without
    library.close()


def state_of(services: Services, library: Library, uid: PackUid) -> PackState:
    return next(row.state for row in services.packs.list(library) if row.uid == uid)


def test_each_step_of_a_pack_from_a_stick_is_taken_back_until_its_makers_are_forgotten(
    services: Services, clock: StillClock, tmp_path: Path
) -> None:
    maker, library = Maker(tmp_path / "stick"), services.open_library()
    before = all_of(library)
    maker.begin()
    maker.add("evenings", pack_of("evenings", links=[a_link("page")], helplines=[a_line("line")]))
    stick = str(maker.folder)
    look = services.channels.look(library, stick)
    services.channels.trust(library, look, look.fingerprint)
    (prepared,) = services.packs.prepare_all(library, stick)
    assert [part.id for part in prepared.changes.added] == ["line", "page"]
    first = services.packs.install(library, prepared)
    installed = all_of(library)
    maker.add("evenings", pack_of("evenings", version=2, helplines=[a_line("line", "0808 157 0193")]), version=2)
    services.packs.look_at(library, stick)
    uid = PackUid(f"{look.id}/{PUBLISHER}/evenings")
    (row,) = (row for row in services.packs.list(library) if row.uid == uid)
    assert (row.state, row.version, row.offered_version) == (PackState.UPDATE, 1, 2)
    newer = services.packs.prepare(library, uid, stick)
    assert [[part.id for part in parts] for parts in (newer.changes.changed, newer.changes.gone)] == [
        ["line"],
        ["page"],
    ]
    second = services.packs.install(library, newer)
    assert state_of(services, library, uid) is PackState.INSTALLED
    clock.jump(Millis(MONDAY + 400 * DAY_MS))
    assert state_of(services, library, uid) is PackState.UNCONFIRMED  # its channel said nothing for a year
    clock.jump(MONDAY)
    with pytest.raises(PackError) as older:
        services.packs.install(library, prepared)
    assert older.value.kind is PackTrouble.OLDER
    services.packs.undo(library, second)
    assert all_of(library) == installed
    services.packs.undo(library, first)
    assert all_of(library) == before
    services.packs.redo(library, first)
    assert all_of(library) == installed
    assert services.packs.forget_channel(library, ChannelId(look.id)) == (uid,)
    assert services.packs.forget_channel(library, ChannelId(look.id)) is None
    assert all_of(library) == before
    with pytest.raises(ChannelError) as refused:
        services.packs.redo(library, first)
    assert refused.value.kind is ChannelTrouble.NOT_TRUSTED
    library.close()


def test_a_kept_archive_that_was_damaged_keeps_nobody_from_an_update(services: Services, tmp_path: Path) -> None:
    """A pack of which nothing is known to compare with is shown as all new, and its alerts are asked for again."""
    maker, library = Maker(tmp_path / "stick"), services.open_library()
    maker.begin()
    maker.add("evenings", pack_of("evenings", links=[a_link("page")]))
    look = services.channels.look(library, str(maker.folder))
    services.channels.trust(library, look, look.fingerprint)
    (prepared,) = services.packs.prepare_all(library, str(maker.folder))
    services.packs.install(library, prepared)
    with vars(library)["_database"].write("test.damage") as writer:
        writer.execute("UPDATE pack_archive SET data = substr(data, 1, 200)")
    maker.add("evenings", pack_of("evenings", version=2, links=[a_link("page"), a_link("other")]), version=2)
    (newer,) = services.packs.prepare_all(library, str(maker.folder))
    assert newer.before is not None
    assert [part.id for part in newer.changes.added] == ["other", "page"]
    services.packs.install(library, newer)
    kept = library.packs.archive(prepared.uid)
    assert kept == newer.archive
    library.close()


def test_a_backup_says_nothing_of_installed_packs_and_keeps_harmless_words_of_items() -> None:
    assert {"pack_archive", "organisation_origin", "withdrawal"} <= set(LEFT_OUT)
    rows = RestoredRows({})
    installed = {"uid": "starter/cancer", "author": "starter", "removed_at": None}
    assert rows("pack", installed) is None
    said = {
        "item_id": 1,
        "author": "channel1/northfield/evenings",
        "fields": '{"html": "<script>x</script>ok", "id": "g"}',
    }
    kept = rows("origin", said)
    assert kept is not None
    assert (kept["author"], kept["fields"]) == (KEPT, '{"html": "<p>ok</p>", "id": "g"}')
    assert rows("origin", {**said, "author": "channel2/harbour/nights"}) is None
    own = {"item_id": 1, "author": "user", "fields": "{}"}
    assert rows("origin", own) == own
    with pytest.raises(ValueError, match="record"):
        rows("origin", {**said, "item_id": 2, "fields": "[]"})


def test_what_is_withdrawn_is_named_by_its_title_and_what_never_was_here_is_not(
    services: Services, tmp_path: Path
) -> None:
    maker, library = Maker(tmp_path / "stick"), services.open_library()
    maker.begin()
    maker.add("evenings", pack_of("evenings", links=[{**a_link("gb-7"), "title": "Evening tips"}]))
    look = services.channels.look(library, str(maker.folder))
    services.channels.trust(library, look, look.fingerprint)
    (prepared,) = services.packs.prepare_all(library, str(maker.folder))
    services.packs.install(library, prepared)
    words = [{"item": item, "reason": "Out of date.", "withdrawn_on": "2026-11-20"} for item in ("gb-7", "gb-8")]
    warned = {"address": "https://x.org/", "reason": "A trap.", "withdrawn_on": "2026-11-20"}
    maker.add("meals", pack_of("meals", links=[a_link("page")], withdrawals=[*words, warned]))
    (new,) = (each for each in services.packs.prepare_all(library, str(maker.folder)) if each.before is None)
    assert len(new.changes.withdrawn) == 3
    assert new.changes.withdrawn_by_name == (("Evening tips", "Out of date."), ("https://x.org/", "A trap."))
    library.close()
