"""Pictures of kept pages: same organisation, bounded, remade in the worker, stored by hash, told when missing."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.feeds.offline_fetch import MAX_PICTURES
from caregiver_app.feeds.offline_turns import GIVE_UP_AFTER
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.offline import CopyState, OfflineState
from caregiver_app.model.web import Why
from caregiver_app.support.markup import pictures_in
from tests.helpers.http_server import Answer
from tests.helpers.keeping import (
    CLINIC,
    PICTURES,
    STRANGER,
    KeepingStage,
    a_keeping_stage,
    a_picture,
    html_answer,
    long_page,
)
from tests.helpers.library import change
from tests.helpers.tls import Authority
from tests.unit.feeds.test_pictures import png_that_declares


@pytest.fixture
def stage(tmp_path: Path, parser: ParserPool, authority: Authority) -> Iterator[KeepingStage]:
    with a_keeping_stage(tmp_path, parser, authority) as ready:
        yield ready


def an_image(address: str, description: str = "A rail") -> str:
    return f"<p><img src='{address}' alt='{description}'></p>"


def kept_with(stage: KeepingStage, *addresses: str) -> ItemId:
    """Keep a page that shows these pictures."""
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page(inside="".join(map(an_image, addresses)))))
    stage.keep()
    return item


def copy_of(library: Library, item: ItemId) -> OfflineState:
    copy = library.offline_copies.of(item)
    assert copy is not None
    return copy


def test_a_picture_is_kept_under_its_hash_and_found_by_the_address_in_the_text(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = kept_with(stage, "/rail.png")
    ((description, address),) = pictures_in(stage.shown(item).html)
    name = stage.library.assets.of(item)[address]
    assert (description, address) == ("A rail", stage.url("/rail.png"))
    data = stage.library.assets.files.read(name)
    assert data is not None
    copy = copy_of(stage.library, item)
    assert (copy.state, copy.pictures_wanted, copy.pictures_kept) == (CopyState.KEPT, 1, 1)
    assert copy.size_bytes > len(data)


def test_the_request_for_a_picture_says_why(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    kept_with(stage, "/rail.png")
    assert [line.why for line in stage.library.ledger.list()] == [Why.PICTURE, Why.PAGE]
    (request,) = stage.server.seen("/rail.png")
    assert request.header("Referer") is None


def test_pictures_on_the_organisations_other_hosts_are_fetched(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = kept_with(stage, stage.url("/rail.png", PICTURES))
    assert copy_of(stage.library, item).state is CopyState.KEPT


def test_pictures_of_strangers_are_not_asked_for_and_told_as_missing(stage: KeepingStage) -> None:
    item = kept_with(stage, stage.url("/pixel.png", STRANGER))
    copy = copy_of(stage.library, item)
    assert (copy.state, copy.reason, copy.pictures_wanted, copy.pictures_kept, copy.next_try_at) == (
        CopyState.PARTLY,
        "elsewhere",
        1,
        0,
        None,
    )
    assert stage.asked_hosts() == {CLINIC}
    assert stage.shown(item).full_text


def test_a_picture_that_leads_to_a_stranger_is_not_followed(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(status=302, headers={"Location": stage.url("/pixel.png", STRANGER)}))
    item = kept_with(stage, "/rail.png")
    assert copy_of(stage.library, item).reason == "leaves-site"
    assert stage.asked_hosts() == {CLINIC}


def test_so_many_pictures_of_one_page_are_kept(stage: KeepingStage) -> None:
    addresses = [f"/{n}.png" for n in range(MAX_PICTURES + 5)]
    for n, address in enumerate(addresses):
        stage.answer(address, Answer(body=a_picture(colour=(n, n, n))))
    item = kept_with(stage, *addresses)
    copy = copy_of(stage.library, item)
    assert (copy.pictures_wanted, copy.pictures_kept) == (MAX_PICTURES + 5, MAX_PICTURES)
    assert (copy.state, copy.reason) == (CopyState.PARTLY, "too-many")


@pytest.mark.parametrize(
    "body",
    [
        png_that_declares(60_000, 60_000),
        png_that_declares(4_000, 4_000),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        a_picture("JPEG", (500, 500))[:900],
        b"GIF89a" + b"\xff" * 100_000,
        b"",
    ],
    ids=["bomb", "cut short", "svg", "half", "broken gif", "empty"],
)
def test_a_hostile_picture_costs_itself_and_nothing_else(stage: KeepingStage, body: bytes) -> None:
    stage.answer("/bad", Answer(body=body, headers={"Content-Type": "image/png"}))
    stage.answer("/good.png", Answer(body=a_picture()))
    item = kept_with(stage, "/bad", "/good.png")
    copy = copy_of(stage.library, item)
    assert (copy.state, copy.reason, copy.pictures_kept) == (CopyState.PARTLY, "not-a-picture", 1)
    assert copy.next_try_at is None


def test_a_picture_that_is_too_large_is_left_half_way(stage: KeepingStage) -> None:
    stage.answer("/huge.png", Answer(body=b"\x89PNG" + b"x" * 40_000_000))
    item = kept_with(stage, "/huge.png")
    assert copy_of(stage.library, item).reason == "too-large"
    assert stage.server.seen("/huge.png")[0].answered_bytes < 30_000_000


def test_what_failed_for_now_is_fetched_later_without_the_page(stage: KeepingStage) -> None:
    stage.answer("/rail.png", [Answer(status=503), Answer(body=a_picture())])
    item = kept_with(stage, "/rail.png")
    waiting = copy_of(stage.library, item)
    assert (waiting.state, waiting.reason) == (CopyState.PARTLY, "status")
    assert waiting.next_try_at is not None
    stage.clock.advance(3_600)
    stage.keep()
    assert copy_of(stage.library, item).state is CopyState.KEPT
    assert len(stage.server.seen("/a")) == 1


def test_a_host_of_pictures_that_does_not_answer_is_left_after_a_few(stage: KeepingStage) -> None:
    stage.names.known["away.clinic.org"] = OSError("no such name")
    item = kept_with(stage, *(f"https://away.clinic.org/{n}.png" for n in range(12)))
    copy = copy_of(stage.library, item)
    assert (copy.state, copy.pictures_kept) == (CopyState.PARTLY, 0)
    assert copy.next_try_at is not None
    assert stage.names.asked.count("away.clinic.org") == GIVE_UP_AFTER


def test_pictures_that_no_network_brings_stay_due(stage: KeepingStage) -> None:
    stage.answer("/rail.png", [Answer(status=503), Answer(body=a_picture())])
    item = kept_with(stage, "/rail.png")
    stage.clock.advance(3_600)
    stage.go_offline()
    assert stage.keep().offline
    assert stage.library.offline_queue.due(at=stage.clock.now(), limit=9)[0].item_id == item


def test_a_rest_asked_for_by_pictures_is_granted(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(status=429, headers={"Retry-After": "7200"}))
    kept_with(stage, "/rail.png")
    assert CLINIC in stage.library.source_states.pauses(now=stage.clock.now())


def test_the_same_picture_on_two_pages_is_asked_for_and_stored_once(stage: KeepingStage, tmp_path: Path) -> None:
    stage.answer("/logo.png", Answer(body=a_picture()))
    source = stage.add()
    for path in ("/a", "/b"):
        stage.answer(path, html_answer(long_page(inside=an_image("/logo.png"))))
    stage.article(source, "/a")
    stage.keep()
    second = stage.article(source, "/b")
    stage.keep()
    assert copy_of(stage.library, second).state is CopyState.KEPT
    assert len(stage.server.seen("/logo.png")) == 1
    assert len(list((tmp_path / "assets").iterdir())) == 1


def test_files_are_private_and_those_nobody_uses_are_removed(stage: KeepingStage, tmp_path: Path) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = kept_with(stage, "/rail.png")
    (file,) = (tmp_path / "assets").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    (tmp_path / "assets" / ("0" * 64)).write_bytes(b"left over by a kill")
    stage.library.offline_copies.forget([item])
    assert stage.library.assets.sweep() == 2
    assert list((tmp_path / "assets").iterdir()) == []
    assert stage.library.offline_copies.space().pictures == 0


def test_an_article_that_is_deleted_takes_its_pictures_along(stage: KeepingStage, tmp_path: Path) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = kept_with(stage, "/rail.png")
    with stage.library.write("test.delete") as writer:
        writer.execute("DELETE FROM item_text WHERE item_id = :id", {"id": item})
        writer.execute("DELETE FROM item WHERE id = :id", {"id": item})
    assert stage.keep().results == ()
    assert list((tmp_path / "assets").iterdir()) == []


def test_a_damaged_file_is_fetched_anew(stage: KeepingStage, tmp_path: Path) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = kept_with(stage, "/rail.png")
    (file,) = (tmp_path / "assets").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-9] + b"\0" * 9)
    assert stage.library.assets.files.read(file.name) is None
    stage.keep_asked([item])
    stage.clock.advance(60)
    stage.keep_asked([item])
    assert stage.library.assets.files.read(file.name) == whole


def test_a_folder_that_takes_no_file_ends_the_run_with_the_texts_kept(stage: KeepingStage, tmp_path: Path) -> None:
    (tmp_path / "assets").write_bytes(b"a file where the folder should be")
    stage.answer("/rail.png", Answer(body=a_picture()))
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page(inside=an_image("/rail.png"))))
    with pytest.raises(StorageError):
        stage.keep()
    assert stage.shown(item).full_text
    (tmp_path / "assets").unlink()
    stage.keep()
    assert copy_of(stage.library, item).state is CopyState.KEPT


class FullDisk:
    """Files on a disk without room: what is put raises as the system says it."""

    def read(self, _name: str) -> None:
        return None

    def put(self, _data: bytes) -> str:
        raise StorageError(StorageTrouble.FULL, "assets", errno.errorcode[errno.ENOSPC])

    def remove_all_but(self, _kept: object) -> int:
        return 0


def test_a_full_disk_stops_fetching_and_says_so(stage: KeepingStage) -> None:
    stage.library.assets.files = FullDisk()  # type: ignore[assignment]  # a disk cannot be filled in a test
    stage.answer("/rail.png", Answer(body=a_picture()))
    source = stage.add()
    items = [stage.article(source, f"/{n}") for n in range(30)]
    for n in range(30):
        stage.answer(f"/{n}", html_answer(long_page(inside=an_image("/rail.png"))))
    report = stage.keep()
    assert report.full
    states = {copy_of(stage.library, item).state for item in items}
    assert states == {CopyState.PARTLY, CopyState.WANTED}


def test_pictures_of_a_text_that_changed_are_those_that_it_shows_now(stage: KeepingStage) -> None:
    for name, colour in (("/old.png", (9, 9, 9)), ("/new.png", (99, 99, 99))):
        stage.answer(name, Answer(body=a_picture(colour=colour)))
    source = stage.add()
    item = stage.article(source, "/a")
    pages = [html_answer(long_page(inside=an_image(name))) for name in ("/old.png", "/new.png")]
    stage.answer("/a", pages)
    stage.keep()
    change(stage.library, source, "/a", "Falls at night", "Shorter.", at=stage.clock.now())
    stage.keep()
    assert list(stage.library.assets.of(item)) == [stage.url("/new.png")]


HOSTILE_NAMES = [
    "",
    "..",
    "../library.db",
    "/etc/passwd",
    "0" * 63,
    "0" * 65,
    "A" * 64,
    "0" * 64 + "\n",
    "0" * 63 + "/",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=repr)
def test_no_name_leads_out_of_the_folder(stage: KeepingStage, name: str) -> None:
    kept_with(stage)
    assert stage.library.assets.files.read(name) is None


def test_only_regular_files_are_read(stage: KeepingStage, tmp_path: Path) -> None:
    folder = tmp_path / "assets"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    link, directory, pipe = (folder / (letter * 64) for letter in "abc")
    link.symlink_to(tmp_path / "secret")
    directory.mkdir()
    os.mkfifo(pipe)
    assert [stage.library.assets.files.read(path.name) for path in (link, directory, pipe)] == [None] * 3
