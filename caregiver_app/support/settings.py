"""Plain preferences of this computer: look, text size, language, window place. Nothing private is kept here.

Topics, country and the like are in the library, which can be protected; this file stays readable. While the library is
protected the file holds the look alone, and the library keeps the rest. What a newer version wrote is kept, a value out
of bounds counts as not set, and a damaged file is put aside, never repaired.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from dataclasses import fields as fields_of
from pathlib import Path
from types import MappingProxyType

from caregiver_app.support.files import make_private_folder, put_aside, read_bounded, translated_os_errors, write_whole
from caregiver_app.support.logs import note

SIZE_LIMIT_BYTES = 1_000_000
SMALLEST_SCALE, LARGEST_SCALE = 100, 200
_FURTHEST, _SMALLEST_SIDE = 100_000, 200
MOST_FOLDERS, _LONGEST_PATH = 20, 4_096
_WORD = re.compile(r"[a-z][a-z0-9-]{0,39}")
_UNIT = re.compile(r"[A-Za-z]{1,8}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPlace:
    """Where the window stood, in logical pixels."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the file says. `None` and an empty language mean: as the computer has it."""

    theme: str = "follow"
    text_scale: int | None = None  # percent, SMALLEST_SCALE to LARGEST_SCALE
    own_font: bool = False  # texts that are read, in the font of the computer
    text_spacing: str = "normal"  # of texts that are read
    slow_voice: bool = False  # pages are read aloud more slowly than the voice does by itself
    language: str = ""
    first_weekday: int | None = None  # 0 for Monday to 6 for Sunday
    paper: str = ""  # in the printer (`PaperSize`)
    weight_unit: str = ""
    temperature_unit: str = ""
    animation: bool | None = None
    keep_messages: bool = False  # until closed, in place of some seconds
    ring_always: bool = False  # the focus ring after mouse clicks too
    list_order: str = "newest"  # of the Library
    compact_rows: bool = False  # of the Library: a title on one line, source and day
    letter_keys: bool = True  # single letters do things in lists and pages (WCAG 2.1.4)
    left_out_of_pictures: bool = False  # of the screen, while care notes are open
    checks_for_others: bool = False  # the person checks pages for other people too
    settings_page: str = ""  # the page of the settings that was open last
    studio_folders: tuple[str, ...] = ()  # in which packs are being made, the last one first
    window: WindowPlace | None = None
    unknown: Mapping[str, object] = field(default_factory=dict, repr=False)


class SettingsFile:
    """The one settings file of a data folder. Where `looks_only` says so, nothing but the look is written."""

    def __init__(self, path: Path, *, looks_only: Callable[[], bool] = lambda: False) -> None:
        self._path = path
        self._looks_only = looks_only

    def load(self) -> Settings:
        """Return what the file says; without a usable file, the defaults."""
        try:
            data = read_bounded(self._path, SIZE_LIMIT_BYTES)
        except FileNotFoundError:
            return Settings()
        except OSError:
            note("settings.unreadable")
            return Settings()
        fields = None if data is None else _decode(data)
        if fields is None:
            self._put_aside()
            return Settings()
        return _read(fields)

    def save(self, settings: Settings) -> None:
        """Write `settings`, whole or not at all.

        Raises:
            StorageError: there is no room or no right to write.
        """
        fields = _write(settings)
        if self._looks_only():
            fields = {name: value for name, value in fields.items() if name in _LOOK}
        text = json.dumps(fields, indent=2, sort_keys=True)
        with translated_os_errors(self._path):
            make_private_folder(self._path.parent)
            write_whole(self._path, f"{text}\n".encode())

    def _put_aside(self) -> None:
        try:
            put_aside(self._path)
            note("settings.damaged", put_aside=True)
        except OSError:
            note("settings.damaged", put_aside=False)


def looking_as(settings: Settings, shown: Settings) -> Settings:
    """Return `settings` with the look of those that are shown."""
    return replace(settings, **{name: getattr(shown, name) for name in _LOOK})


def rest_of(settings: Settings) -> str:
    """Return all but the look as one text, for the library to keep."""
    return json.dumps({name: value for name, value in _write(settings).items() if name not in _LOOK}, sort_keys=True)


def with_rest(look: Settings, rest: str) -> Settings:
    """Return the look of one with all else that a text of `rest_of` says; what it does not say, as it is."""
    said = _decode(rest.encode())
    if said is None:
        return look
    return _read({**_write(look), **{name: value for name, value in said.items() if name not in _LOOK}})


def _decode(data: bytes) -> dict[str, object] | None:
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _read(fields: dict[str, object]) -> Settings:
    known = {name: fields.pop(name, None) for name in _KNOWN}
    return Settings(
        theme=_word(known["theme"], _WORD) or "follow",
        text_scale=_number(known["text_scale"], SMALLEST_SCALE, LARGEST_SCALE),
        own_font=bool(_flag(known["own_font"])),
        text_spacing=_word(known["text_spacing"], _WORD) or "normal",
        slow_voice=bool(_flag(known["slow_voice"])),
        language=_word(known["language"], _LANGUAGE),
        first_weekday=_number(known["first_weekday"], 0, 6),
        paper=_word(known["paper"], _WORD),
        weight_unit=_word(known["weight_unit"], _UNIT),
        temperature_unit=_word(known["temperature_unit"], _UNIT),
        animation=_flag(known["animation"]),
        keep_messages=bool(_flag(known["keep_messages"])),
        ring_always=bool(_flag(known["ring_always"])),
        list_order=_word(known["list_order"], _WORD) or "newest",
        compact_rows=bool(_flag(known["compact_rows"])),
        letter_keys=_flag(known["letter_keys"]) is not False,
        left_out_of_pictures=bool(_flag(known["left_out_of_pictures"])),
        checks_for_others=bool(_flag(known["checks_for_others"])),
        settings_page=_word(known["settings_page"], _WORD),
        studio_folders=_paths(known["studio_folders"]),
        window=_window(known["window"]),
        unknown=MappingProxyType(fields),
    )


def _write(settings: Settings) -> dict[str, object]:
    fields: dict[str, object] = {name: value for name in _KNOWN if (value := getattr(settings, name)) is not None}
    if settings.window is not None:
        fields["window"] = {name: getattr(settings.window, name) for name in (*_SIDES, "maximised")}
    return {**settings.unknown, **fields}


def _word(value: object, pattern: re.Pattern[str]) -> str:
    return value if isinstance(value, str) and pattern.fullmatch(value) else ""


def _number(value: object, smallest: int, largest: int) -> int | None:
    right = isinstance(value, int) and not isinstance(value, bool) and smallest <= value <= largest
    return value if right and isinstance(value, int) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _paths(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return ()
    paths = (each for each in value if isinstance(each, str) and 0 < len(each) <= _LONGEST_PATH and "\0" not in each)
    return tuple(dict.fromkeys(paths))[:MOST_FOLDERS]


def _window(value: object) -> WindowPlace | None:
    if not isinstance(value, dict):
        return None
    x, y = (_number(value.get(name), -_FURTHEST, _FURTHEST) for name in ("x", "y"))
    width, height = (_number(value.get(name), _SMALLEST_SIDE, _FURTHEST) for name in ("width", "height"))
    if x is None or y is None or width is None or height is None:
        return None
    return WindowPlace(x=x, y=y, width=width, height=height, maximised=bool(_flag(value.get("maximised"))))


_KNOWN = tuple(each.name for each in fields_of(Settings) if each.name != "unknown")
_LOOK = (
    "theme",
    "text_scale",
    "language",
    "window",
)
_SIDES = ("x", "y", "width", "height")
