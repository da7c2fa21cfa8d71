"""Preferences come back as they were saved; whatever the file says, the application starts."""

from __future__ import annotations

import json
import tempfile
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.settings import (
    LARGEST_SCALE,
    MOST_FOLDERS,
    SIZE_LIMIT_BYTES,
    SMALLEST_SCALE,
    Settings,
    SettingsFile,
    WindowPlace,
)

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=10,
)
_NAMES = st.sampled_from(["theme", "text_scale", "language", "animation", "keep_messages", "ring_always", "window"])
_WINDOWS = st.builds(
    WindowPlace,
    x=st.integers(-100_000, 100_000),
    y=st.integers(-100_000, 100_000),
    width=st.integers(200, 100_000),
    height=st.integers(200, 100_000),
    maximised=st.booleans(),
)
_FIELDS: dict[str, st.SearchStrategy[object]] = {
    "theme": st.sampled_from(["follow", "light", "dark", "high-contrast-dark"]),
    "text_scale": st.none() | st.integers(SMALLEST_SCALE, LARGEST_SCALE),
    "language": st.sampled_from(["", "es", "en_US", "pt-BR", "zh_Hans_CN"]),
    "first_weekday": st.none() | st.integers(0, 6),
    "paper": st.sampled_from(["", "a4", "us-letter"]),
    "weight_unit": st.sampled_from(["", "kg", "lb", "st"]),
    "temperature_unit": st.sampled_from(["", "C", "F"]),
    "animation": st.none() | st.booleans(),
    "keep_messages": st.booleans(),
    "ring_always": st.booleans(),
    "list_order": st.sampled_from(["newest", "oldest", "title"]),
    "compact_rows": st.booleans(),
    "letter_keys": st.booleans(),
    "left_out_of_pictures": st.booleans(),
    "own_font": st.booleans(),
    "text_spacing": st.sampled_from(["normal", "wide", "widest"]),
    "slow_voice": st.booleans(),
    "checks_for_others": st.booleans(),
    "settings_page": st.sampled_from(["", "privacy", "display"]),
    "studio_folders": st.lists(st.sampled_from(["/packs/a", "/packs/b", "C:\\packs"]), unique=True).map(tuple),
    "window": st.none() | _WINDOWS,
}
_SETTINGS = st.builds(Settings, **_FIELDS)


def _load(data: bytes) -> Settings:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "settings.json")
        path.write_bytes(data)
        return SettingsFile(path).load()


def test_each_setting_is_among_those_that_are_saved_and_loaded_here() -> None:
    assert _FIELDS.keys() == {each.name for each in fields(Settings)} - {"unknown"}


@given(settings=_SETTINGS)
def test_what_was_saved_is_loaded(settings: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder, "deeper", "settings.json"))
        file.save(settings)
        assert file.load() == settings


@given(said=st.dictionaries(_NAMES | st.text(max_size=12), _JSON, max_size=8))
def test_any_json_object_gives_settings_within_their_bounds(said: dict[str, object]) -> None:
    settings = _load(json.dumps(said).encode())
    assert settings.text_scale is None or SMALLEST_SCALE <= settings.text_scale <= LARGEST_SCALE
    assert settings.window is None or min(settings.window.width, settings.window.height) >= 200
    assert settings.theme
    assert set(settings.unknown) == set(said) - _FIELDS.keys()


@given(data=st.binary(max_size=200))
def test_any_bytes_give_settings(data: bytes) -> None:
    assert isinstance(_load(data), Settings)


def test_without_a_file_the_defaults_hold_and_none_is_made(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").load() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "line_spacing": [1, 2]}')
    file = SettingsFile(path)
    file.save(file.load())
    assert json.loads(path.read_text())["line_spacing"] == [1, 2]


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'"dark"', b"\xff\xfe", b"[" * 100_000, b"1" * 5_000, b" " * (SIZE_LIMIT_BYTES + 1)]
)
def test_a_damaged_file_is_put_aside_and_the_defaults_hold(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()
    assert (tmp_path / "settings.damaged.json").read_bytes() == data


@pytest.mark.parametrize(
    "field",
    [
        {"text_scale": 99},
        {"text_scale": 201},
        {"text_scale": True},
        {"text_scale": "150"},
        {"theme": ""},
        {"theme": "../dark"},
        {"theme": 3},
        {"language": "x" * 40},
        {"language": "es;rm"},
        {"animation": 1},
        {"keep_messages": "yes"},
        {"ring_always": 1},
        {"window": {"x": 0, "y": 0, "width": 199, "height": 600}},
        {"window": {"x": 100_001, "y": 0, "width": 900, "height": 600}},
        {"window": {"x": 0, "y": 0, "width": 900}},
        {"window": [0, 0, 900, 600]},
    ],
)
def test_a_value_out_of_bounds_counts_as_not_set(field: dict[str, object]) -> None:
    assert _load(json.dumps(field).encode()) == Settings()


def test_one_bad_value_does_not_spoil_the_others() -> None:
    assert _load(b'{"text_scale": 1000, "theme": "dark"}') == Settings(theme="dark")


def test_a_place_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as caught:
        SettingsFile(tmp_path / "file" / "settings.json").save(Settings())
    assert caught.value.kind is StorageTrouble.NOT_A_FOLDER


def test_only_folders_that_could_be_some_are_remembered_and_no_more_than_a_person_keeps_up_with() -> None:
    names = ["/packs/a", 7, "", "/packs/a", "x" * 5_000, "/nul\0", *(f"/many/{number}" for number in range(40))]
    settings = _load(json.dumps({"studio_folders": names}).encode())
    assert settings.studio_folders == ("/packs/a", *(f"/many/{number}" for number in range(MOST_FOLDERS - 1)))
    assert _load(b'{"studio_folders": "/packs/a"}').studio_folders == ()
