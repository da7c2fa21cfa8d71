"""The voice of this computer: which program speaks, how it is asked to, and a text in the pieces in which it is read.

The words go to the program's standard input alone, never onto a command line, which other people's programs can see.
Starts nothing by itself.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_CHARS = 600
"""A piece is no longer, so that Stop is soon heeded by a program that finishes what it was given."""

_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
# What voices take for commands: `spd-say` a line that begins so (long ones reach it in parts of any length), `say` the
# second, anywhere.
_COMMAND_SIGNS = ("!-!", "[[")

_KEPT = frozenset(
    "APPDATA DBUS_SESSION_BUS_ADDRESS HOME LANG LC_ALL LC_CTYPE LOCALAPPDATA PATH PIPEWIRE_REMOTE PIPEWIRE_RUNTIME_DIR "
    "PULSE_RUNTIME_PATH PULSE_SERVER SPEECHD_ADDRESS SYSTEMROOT TEMP TMP USERPROFILE WINDIR XDG_CONFIG_HOME "
    "XDG_RUNTIME_DIR".split()
)

_SAPI = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = {rate}
{choosing}
[Console]::InputEncoding = [Text.Encoding]::UTF8
$voice.Speak([Console]::In.ReadToEnd())
"""
_CHOOSING = "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{}') }} catch {{ }}"
_POWERSHELL = ("System32", "WindowsPowerShell", "v1.0", "powershell.exe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How one piece is spoken: a program with its arguments, which reads the words from its standard input and ends
    once they were said; and how speech is ended that goes on without it, empty where it does not.
    """

    command: tuple[str, ...]
    stopping: tuple[str, ...] = ()


def can_speak(platform: str = sys.platform) -> bool:
    """Return whether this computer has a voice that we know how to ask."""
    return _program(platform) is not None


def speech(language: str, *, slow: bool = False, platform: str = sys.platform) -> Speech | None:
    """Return how words of a language (BCP 47: "en", "es-US") are spoken; None where there is no voice.

    A language that is not written as one is left to the voice; on macOS it always is, whose voices go by names.
    """
    program = _program(platform)
    if program is None:
        return None
    spoken = language if _LANGUAGE.fullmatch(language) else ""
    if platform == "win32":
        return Speech(command=_windows(program, spoken, slow=slow))
    if platform == "darwin":
        return Speech(command=(program, *(("-r", "140") if slow else ()), "-f", "-"))
    options = (*(("--language", spoken) if spoken else ()), *(("--rate", "-30") if slow else ()))
    return Speech(command=(program, "--pipe-mode", "--wait", *options), stopping=(program, "--stop"))


def _program(platform: str) -> str | None:
    if platform == "win32":  # never one that lies in the folder in which we were started
        program = Path(os.environ.get("SYSTEMROOT", ""), *_POWERSHELL)
        return str(program) if program.is_absolute() and program.is_file() else None
    return shutil.which("say" if platform == "darwin" else "spd-say")


def _windows(program: str, language: str, *, slow: bool) -> tuple[str, ...]:
    script = _SAPI.format(rate=-3 if slow else 0, choosing=_CHOOSING.format(language) if language else "")
    return (program, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script)


def environment(whole: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return what of the environment a voice needs to be heard, and nothing else of it."""
    return {name: value for name, value in whole.items() if name.upper() in _KEPT}


def pieces(paragraph: str) -> tuple[str, ...]:
    """Return a paragraph as single lines of at most `MOST_CHARS`, cut after sentences, else between words."""
    line = paragraph
    for sign in _COMMAND_SIGNS:
        line = line.replace(sign, " ")
    line = " ".join(line.split())
    found: list[str] = []
    for sentence in _SENTENCE_END.split(line):
        for part in _short(sentence):
            if found and len(found[-1]) + len(part) < MOST_CHARS:
                found[-1] = f"{found[-1]} {part}"
            elif part:
                found.append(part)
    return tuple(found)


def _short(sentence: str) -> list[str]:
    parts: list[str] = []
    while len(sentence) > MOST_CHARS:
        cut = sentence.rfind(" ", 0, MOST_CHARS)
        cut = cut if cut > 0 else MOST_CHARS
        parts.append(sentence[:cut].strip())
        sentence = sentence[cut:].strip()
    return [*parts, sentence]
