"""Runs commands as people do: in this process for speed, in one of their own where signals or pipes matter."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caregiver_app.cli.main import run

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; fails when there is more or less."""
        return json.loads(self.out)


class CommandLine:
    """Commands on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir

    def __call__(self, *arguments: str, typed: str = "") -> Ran:
        """Run a command in this process; `typed` is its standard input."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = run(["--data-dir", str(self.data_dir), *arguments])
        finally:
            sys.stdin = before
        return Ran(code=code, out=_text_of(out), err=_text_of(err))

    def json(self, *arguments: str, typed: str = "") -> Any:
        """Run a command with --json and return its document; it must say nothing wrong."""
        ran = self("--json", *arguments, typed=typed)
        assert ran.code == 0, ran
        return ran.document

    def start(
        self, *arguments: str, environment: Mapping[str, str] | None = None, before: Sequence[str] = (), **streams: Any
    ) -> subprocess.Popen[bytes]:
        """Start a command in a process of its own, `before` it another program that starts it."""
        command = [*before, sys.executable, "-m", "caregiver_app", "--data-dir", str(self.data_dir), *arguments]
        return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **(environment or {})}, **streams)

    def in_process_of_its_own(self, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
        """Run a command in a process of its own to its end."""
        with self.start(
            *arguments,
            environment=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            out, err = process.communicate()
        return Ran(code=process.returncode, out=out.decode("utf-8", "replace"), err=err.decode("utf-8", "replace"))


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
