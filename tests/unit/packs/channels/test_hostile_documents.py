"""Whatever a publisher or a maker signs, it is read as it is meant or refused: nothing else ever happens."""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.model.channel import ReferenceTime
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.own_channel import open_own_channel
from caregiver_app.packs.channels.trusting import look_first
from tests.helpers.clock import MONDAY
from tests.helpers.repository_simulator import MemoryPlace, RepositorySimulator

_TIME = ReferenceTime(at=MONDAY)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_SIM = RepositorySimulator()
_DOCUMENTS = [name for name in _SIM.files if name.startswith("metadata/")]


def places_in(document: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value in a document."""
    steps = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    found = [above] if above else []
    for step, inner in steps:
        found += places_in(inner, (*above, step))
    return found


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_DOCUMENTS), st.data())
def test_any_value_in_any_place_of_any_document_is_refused_or_harmless(name: str, data: st.DataObject) -> None:
    """The signatures do not fit any more, so this also tries what is read before they are looked at."""
    document = json.loads(_SIM.files[name])
    way = data.draw(st.sampled_from(places_in(document)))
    inner = document
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = data.draw(_JSON)
    place = MemoryPlace({**_SIM.files, name: json.dumps(document).encode()})
    look_or_refuse(place)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_DOCUMENTS), st.data())
def test_a_maker_opens_a_folder_that_anybody_changed_or_is_told(name: str, data: st.DataObject) -> None:
    document = json.loads(_SIM.files[name])
    signed = document["signed"]
    signed[data.draw(st.sampled_from([*signed, "more"]))] = data.draw(_JSON | st.floats())
    with tempfile.TemporaryDirectory() as folder:
        for each, content in {**_SIM.files, name: json.dumps(document).encode()}.items():
            path = Path(folder) / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with suppress(ChannelError, PublishError):
            assert open_own_channel(Path(folder), at=_TIME.at).facts.name


@pytest.mark.parametrize("said", [1.5, float("inf"), "\ud800"], ids=["half", "endless", "half a sign"])
def test_a_strangers_channel_that_nobody_can_have_signed_is_refused(said: object) -> None:
    stranger = RepositorySimulator()
    name = "metadata/1.root.json"
    document = json.loads(stranger.files[name])
    document["signed"]["caregiver"]["more"] = said
    place = MemoryPlace({**stranger.files, name: json.dumps(document).encode()})
    for look in (lambda: check(_SIM.trusted(), place, _TIME), lambda: look_first(place, _TIME)):
        with pytest.raises(ChannelError) as told:
            look()
        assert told.value.kind is ChannelTrouble.CHANGED


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["format", "title", "version", "review_by", "languages"]), _JSON, max_size=3))
def test_whatever_a_publisher_signs_of_a_pack_is_refused_or_can_be_shown(custom: dict[str, Any]) -> None:
    sim = RepositorySimulator()
    try:
        sim.add_pack("north", "eating", b"a pack", **custom)
        sim.publish()
    except Exception:  # noqa: BLE001 what python-tuf itself cannot sign (a float, half a sign) nobody can send
        return
    try:
        (offer,) = sim.checked().offers
    except ChannelError:
        return
    assert offer.title.isprintable() or "\u200c" in offer.title or "\u200d" in offer.title
    assert 1 <= offer.version <= 1_000_000


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_in_the_place_of_a_document_are_refused(data: bytes) -> None:
    for name in ("metadata/timestamp.json", "metadata/1.root.json", "metadata/1.north.json"):
        look_or_refuse(MemoryPlace({**_SIM.files, name: data}))


@pytest.mark.parametrize(
    "data",
    [b"[" * 60_000, b'{"signed":' * 6_000, b'{"a":' + b"9" * 10_000 + b"}", b'{"signed": {"_type": "root"}}', b"null"],
    ids=["deep list", "deep object", "long number", "no root", "null"],
)
def test_what_drills_or_swells_is_refused(data: bytes) -> None:
    with pytest.raises(ChannelError) as told:
        look_first(MemoryPlace({**_SIM.files, "metadata/1.root.json": data}), _TIME)
    assert told.value.kind in (ChannelTrouble.CHANGED, ChannelTrouble.NOT_A_CHANNEL)


def look_or_refuse(place: MemoryPlace) -> None:
    known = _SIM.trusted()
    honest = check(known, _SIM.place(), _TIME).offers
    try:
        look_first(place, _TIME)
        assert check(known, place, _TIME).offers == honest
    except ChannelError:
        return
