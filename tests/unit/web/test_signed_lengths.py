"""A file whose length was signed may be longer than a page, and is waited for longer; nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.web import FetchRequest, Why
from caregiver_app.web.limits import Limits
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as scripted:
        scripted.answer("/pack", Answer(body=b"0" * 3_000))
        yield scripted


def fetched(
    door: Door,
    server: ScriptedServer,
    *,
    at_most_bytes: int | None = None,
    is_signed: bool = False,
    at_most_s: float | None = None,
) -> int | WebTrouble:
    request = FetchRequest(
        url=server.url("/pack"),
        why=Why.PACK,
        allow_private=True,
        at_most_bytes=at_most_bytes,
        is_signed=is_signed,
        at_most_s=at_most_s,
    )
    try:
        return len(door.fetch(request).body)
    except WebError as error:
        return error.kind


def test_a_signed_length_holds_in_place_of_the_doors_own_bound(server: ScriptedServer) -> None:
    with Door(limits=Limits(body_bytes=1_000)) as door:
        assert fetched(door, server) is WebTrouble.TOO_LARGE
        assert fetched(door, server, at_most_bytes=3_000) is WebTrouble.TOO_LARGE
        assert fetched(door, server, at_most_bytes=3_000, is_signed=True) == 3_000
        assert fetched(door, server, at_most_bytes=2_999, is_signed=True) is WebTrouble.TOO_LARGE


def test_a_request_may_wait_longer_than_for_a_page(server: ScriptedServer) -> None:
    with Door(limits=Limits(total_s=0.0)) as door:
        assert fetched(door, server) is WebTrouble.TIMEOUT
        assert fetched(door, server, at_most_s=30.0) == 3_000
