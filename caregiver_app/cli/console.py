"""Where a command speaks: results on standard output, everything else on standard error.

All text passes through `terminal_text`, so that nothing from outside can command the terminal. JSON is plain ASCII.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

from caregiver_app.cli.terminal_text import with_hits

_WIDEST = 100
_NARROWEST = 40

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def laid_out(value: Json) -> str:
    """Return a document as text: each element of a list, and each key, on a line of its own where that is short.

    What is deeper stands on one line: laying all of it out takes 20 times as long, and programs do not care.
    """
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {json.dumps(element)}" for element in value) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"  {json.dumps(name)}: {_inner(each)}" for name, each in value.items()) + "\n}"
    return json.dumps(value)


def _inner(value: Json) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"    {json.dumps(element)}" for element in value) + "\n  ]"
    return json.dumps(value)


class ReaderLeft(Exception):
    """Whoever read our output closed it, as `head` does. No `OSError`, so that nobody takes it for one of ours."""


@dataclass(eq=False)
class NotTaken(Exception):
    """What takes our results cannot, as a file on a full disk. No `OSError`, for the same reason."""

    error: OSError


class Console:
    """Two streams and how they are to be used. `as_json` is set once the arguments are read."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self.as_json = False
        for stream in (out, err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a letter that this terminal lacks must not end the command

    @property
    def width(self) -> int:
        """Columns for text: as wide as the terminal, but no wider than reads well."""
        return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))

    @property
    def progress_stream(self) -> TextIO | None:
        """Where a progress bar may be drawn; None where nobody would see it move."""
        return self._err if self._err.isatty() and os.environ.get("TERM") != "dumb" else None

    def line(self, text: str = "") -> None:
        """Print one line of the result; search hits in it stand out."""
        self._write(self._out, with_hits(text, styled=_is_styled(self._out)) + "\n")

    def paragraphs(self, text: str) -> None:
        """Print text of several lines, each wrapped at the terminal's width."""
        for paragraph in text.splitlines():
            for line in textwrap.wrap(paragraph, self.width) or [""]:
                self.line(line)

    def note(self, text: str) -> None:
        """Say something that is not the result."""
        with suppress(NotTaken):  # there is nowhere else to say it, and the exit code stays
            self._write(self._err, with_hits(text, styled=False) + "\n")

    def document(self, value: Json) -> None:
        """Print the result as one JSON document."""
        self._write(self._out, laid_out(value) + "\n")

    def data(self, data: bytes) -> None:
        """Print the result as it is: for what is read by other programs, like a subscription list."""
        if not isinstance(self._out, io.TextIOWrapper):
            self._write(self._out, data.decode("utf-8", "replace"))
            return
        try:
            self._out.flush()
            self._out.buffer.write(data)
        except OSError as error:
            raise _ended_by(error) from error

    def flush(self) -> None:
        """Hand everything over to whoever reads it.

        Raises:
            ReaderLeft: nobody does any more.
            NotTaken: the results found no room.
        """
        try:
            self._out.flush()
        except OSError as error:
            raise _ended_by(error) from error
        try:
            self._err.flush()
        except BrokenPipeError as error:
            raise ReaderLeft from error
        except OSError:  # as in `note`
            return

    def give_up(self) -> None:
        """Let the rest of the output go nowhere, so that Python's own end does not complain about it."""
        self._lead_nowhere(self._out, self._err)

    def give_up_results(self) -> None:
        """Let the rest of the results go nowhere; what went wrong can still be said."""
        self.as_json = False
        self._lead_nowhere(self._out)

    def _lead_nowhere(self, *streams: TextIO) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams:
            if isinstance(stream, io.TextIOWrapper):
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

    def _write(self, stream: TextIO, text: str) -> None:
        try:
            stream.write(text)
        except OSError as error:
            raise _ended_by(error) from error


def _ended_by(error: OSError) -> ReaderLeft | NotTaken:
    return ReaderLeft() if isinstance(error, BrokenPipeError) else NotTaken(error)


def _is_styled(stream: TextIO) -> bool:
    """Return True on a terminal that shows bold, unless the person wants none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
