"""Words reach the voice of the computer as words: on its standard input, in short lines that command nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.voices import MOST_CHARS, can_speak, environment, pieces, speech

POWERSHELL = "System32/WindowsPowerShell/v1.0/powershell.exe"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that alone is searched for programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    return tmp_path


def put_program(folder: Path, name: str) -> None:
    program = folder / name
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_a_program_there_is_no_voice(programs: Path, platform: str) -> None:
    assert not can_speak(platform)
    assert speech("en", platform=platform) is None


@pytest.mark.parametrize(("platform", "name"), [("linux", "spd-say"), ("darwin", "say"), ("win32", POWERSHELL)])
def test_each_system_is_asked_through_its_own_program(programs: Path, platform: str, name: str) -> None:
    put_program(programs, name)
    found = speech("es-US", slow=True, platform=platform)
    assert can_speak(platform)
    assert found is not None
    assert found.command[0] == str(programs / name)


def test_speech_that_goes_on_by_itself_can_be_ended(programs: Path) -> None:
    put_program(programs, "spd-say")
    found = speech("en-GB", platform="linux")
    assert found is not None
    assert found.command[1:] == ("--pipe-mode", "--wait", "--language", "en-GB")
    assert found.stopping == (found.command[0], "--stop")


@pytest.mark.parametrize("language", ["", "en'; rm -rf", "--stop", "english", "e\u0301n"])
@pytest.mark.parametrize(("platform", "name"), [("linux", "spd-say"), ("win32", POWERSHELL)])
def test_a_language_from_outside_never_becomes_part_of_a_command(
    programs: Path, platform: str, name: str, language: str
) -> None:
    put_program(programs, name)
    assert speech(language, platform=platform) == speech("", platform=platform)


def test_a_program_in_the_folder_of_the_start_is_never_run(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(tmp_path, "powershell.exe")
    monkeypatch.chdir(tmp_path)
    assert not can_speak("win32")
    monkeypatch.delenv("SYSTEMROOT")
    assert not can_speak("win32")


def test_the_voice_is_told_nothing_else_of_this_computer() -> None:
    whole = {"PATH": "/bin", "HOME": "/home/a", "XDG_RUNTIME_DIR": "/run", "CAREGIVER_DATA_DIR": "/x", "SECRET": "y"}
    assert environment(whole) == {"PATH": "/bin", "HOME": "/home/a", "XDG_RUNTIME_DIR": "/run"}


def test_sentences_stay_whole_where_they_fit() -> None:
    assert pieces("Sit down. Breathe out.\nCall somebody.") == ("Sit down. Breathe out. Call somebody.",)
    sentence = "This sentence is one of many that are alike. "
    parts = pieces(sentence * 40)
    assert len(parts) == 4
    assert all(part.endswith("alike.") for part in parts)


def test_nothing_is_read_of_nothing() -> None:
    assert pieces(" \n\t ") == ()


@given(st.text(alphabet=st.sampled_from("ab .!-[\n\u00e9\u4e2d"), max_size=3_000))
def test_every_word_is_read_once_in_short_lines_that_command_nothing(text: str) -> None:
    parts = pieces(text)
    assert all(0 < len(part) <= MOST_CHARS and "\n" not in part for part in parts)
    assert all("!-!" not in part and "[[" not in part for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.replace("!-!", " ").replace("[[", " ").split())
