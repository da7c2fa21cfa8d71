"""A small log of facts: what happened, how often, where in our code. It never holds content.

No titles, no addresses beyond a host, no search words, no messages of exceptions: what a family reads tells what a
family has. This is kept by construction: a line is an event's name with numbers, words of our own vocabularies and
hosts. Of a record that somebody made in another way only its place in our code is written.

The file is opened for each line and closed again, so that a window and commands can share it and nothing keeps it open.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from caregiver_app.model.time import Clock, to_iso
from caregiver_app.support.files import make_private_file, make_private_folder

SIZE_LIMIT_BYTES = 512_000
KEPT = 3
_PACKAGE = Path(__file__).resolve().parent.parent
_EVENT = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,10}(:\d{1,5})?", re.IGNORECASE)
_LEFT_OUT = "(left out)"
_logger = logging.getLogger("caregiver_app")

Fact = int | float | bool | StrEnum | None


def note(event: str, *, host: str | None = None, **facts: Fact) -> None:
    """Write one line: the event, e.g. "sync.finished", with numbers and words of our own, and a host where one matters.

    Raises:
        ValueError: `event` is no dotted name of our own.
    """
    if not _EVENT.fullmatch(event):
        raise ValueError("an event is named by dotted words")
    words = [event, *(f"{name}={_shown(value)}" for name, value in facts.items())]
    if host is not None:
        words.append(f"host={host if _HOST.fullmatch(host) else _LEFT_OUT}")
    _logger.info(event, extra={"facts": " ".join(words)})


def start_log(path: Path, clock: Clock) -> None:
    """Send our notes to the file at `path`, made with the first of them; other libraries' records go nowhere."""
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
    _logger.addHandler(_FactsHandler(path, clock))
    _logger.setLevel(logging.INFO)
    _logger.propagate = False
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())  # else Python prints warnings of others, with addresses in them


def install_hooks(tell: Callable[[], None]) -> None:
    """Note every exception that nothing caught, in any thread, and call `tell` so that the person hears of it.

    Python's own report, which shows values, is left out unless Python runs in its development mode.
    """

    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        _note_crash(kind, error, trace)
        if sys.flags.dev_mode:
            sys.__excepthook__(kind, error or kind(), trace)
        tell()

    def main_thread(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            report(kind, error, trace)

    def other_thread(found: threading.ExceptHookArgs) -> None:
        if not issubclass(found.exc_type, SystemExit):
            report(found.exc_type, found.exc_value, found.exc_traceback)

    sys.excepthook = main_thread
    threading.excepthook = other_thread
    sys.unraisablehook = lambda found: _note_crash(found.exc_type, found.exc_value, found.exc_traceback)


def note_crash(error: BaseException) -> None:
    """Write down where in our code an exception came from that nobody foresaw: its type and our lines, no message."""
    _note_crash(type(error), error, error.__traceback__)


class _FactsHandler(logging.Handler):
    """Appends one line a record and never raises: a full disk must not end what is being noted."""

    def __init__(self, path: Path, clock: Clock) -> None:
        super().__init__()
        self._path = path
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        text = str(record.__dict__.get("facts", f"{record.levelname.lower()} at {_place(record)}"))
        with suppress(OSError):
            if not self._path.exists():
                make_private_folder(self._path.parent)
                make_private_file(self._path)
            elif self._path.stat().st_size > SIZE_LIMIT_BYTES:
                self._rotate()
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"{to_iso(self._clock.now())} {text}\n")

    def _rotate(self) -> None:
        for number in range(KEPT - 1, 0, -1):
            older = self._numbered(number)
            if older.exists():
                older.replace(self._numbered(number + 1))
        self._path.replace(self._numbered(1))
        make_private_file(self._path)

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")


def _note_crash(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    cause = error.__cause__ or error.__context__ if error is not None else None
    words = ["crash", f"type={kind.__module__}.{kind.__qualname__}"]
    if cause is not None:
        words.append(f"cause={type(cause).__module__}.{type(cause).__qualname__}")
    places = [(_whole(frame.filename), frame.lineno) for frame in traceback.extract_tb(trace)]
    frames = [
        f"{place.relative_to(_PACKAGE).as_posix()}:{line}" for place, line in places if place.is_relative_to(_PACKAGE)
    ]
    _logger.error("crash", extra={"facts": " ".join([*words, *frames])})


def _whole(name: str) -> Path:
    """Return where the code lies: frozen code says so from the folder on in which the package is."""
    return (_PACKAGE.parent / name).resolve()


def _place(record: logging.LogRecord) -> str:
    return f"{record.name}:{record.lineno}"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return str(value) if value is None or isinstance(value, int | StrEnum) else _LEFT_OUT
