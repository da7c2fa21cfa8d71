"""What Windows, macOS and Flatpak are told agrees with the application. None of them can be built here.

The workflow that builds them is checked for what would make it unsafe: actions that others can change, too many rights.
"""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from caregiver_app import APPLICATION_ID, __version__
from caregiver_app.support.opened_file import FileKind, kind_of
from devtools.commands import parser_of
from macos.bundle import info_plist

PROJECT = Path(__file__).resolve().parents[3]
PACKAGING = PROJECT / "packaging"
NOT_BY_ENDING = {FileKind.SET_UP}
"""Told by its whole name, which Windows and macOS do not know; on a Mac it is one of the files in JSON."""

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))


def test_a_mac_offers_it_for_what_the_window_opens() -> None:
    told = plistlib.loads(plistlib.dumps(info_plist(APPLICATION_ID, __version__)))
    declared = [*told["UTExportedTypeDeclarations"], *told["UTImportedTypeDeclarations"]]
    endings = {
        each["UTTypeIdentifier"]: each["UTTypeTagSpecification"]["public.filename-extension"] for each in declared
    }
    opened = [each["LSItemContentTypes"][0] for each in told["CFBundleDocumentTypes"]]
    assert set(opened) == {*endings, "public.json"}
    kinds = {kind_of(f"x.{ending}") for known in endings.values() for ending in known}
    assert kinds | NOT_BY_ENDING == set(FileKind)
    assert {each["CFBundleTypeRole"] for each in told["CFBundleDocumentTypes"]} == {"Viewer"}
    assert told["CFBundleShortVersionString"] == __version__


def test_the_hardened_runtime_has_no_exception() -> None:
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes()) == {}


def test_windows_asks_for_no_administrator_and_touches_no_data() -> None:
    script = (PACKAGING / "windows" / "caregiver.iss").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith(";")]
    assert "PrivilegesRequired=lowest" in lines
    assert [line for line in lines if "localappdata" in line.casefold() or "UninstallDelete" in line] == []
    assert [line for line in lines if line.startswith("Type:")] == ['Type: filesandordirs; Name: "{app}\\lib"']
    keys = [line for line in lines if line.startswith("Root:")]
    assert [line for line in keys if not line.startswith('Root: HKA; Subkey: "Software\\Classes\\')] == []
    endings = set(re.findall(r"Classes\\(\.\w+)", script))
    assert {kind_of(f"x{ending}") for ending in endings} | NOT_BY_ENDING == set(FileKind)
    assert f'"{APPLICATION_ID}.packs"' in script
    begun = re.findall(r"^(\w+)\.\w+=", script, flags=re.MULTILINE)
    assert begun.count("english") == begun.count("spanish") > 0


def test_a_flatpak_sees_no_home_and_builds_without_a_network() -> None:
    manifest = json.loads((PACKAGING / "flatpak" / f"{APPLICATION_ID}.json").read_bytes())
    assert manifest["id"] == APPLICATION_ID
    assert manifest["finish-args"] == [
        "--share=network",
        "--share=ipc",
        "--socket=wayland",
        "--socket=fallback-x11",
        "--socket=cups",
        "--system-talk-name=org.freedesktop.login1",
    ]
    assert "http" not in json.dumps(manifest)
    assert "build-args" not in json.dumps(manifest)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_nothing_that_others_can_change_and_may_write_nothing(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8").replace("$ID", APPLICATION_ID)
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", each)] == []
    assert "\npermissions:\n  contents: read\n" in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    for script in re.findall(r"(?:packaging[/\\][\w./\\-]+|dev\.py)", text):
        assert (PROJECT / script.replace("\\", "/")).is_file(), script
    for command in re.findall(r"dev\.py ([a-z]+(?: --[a-z-]+)*)", text):
        assert parser_of("").parse_args(command.split()).command, command


def test_the_version_is_said_to_installers() -> None:
    command = [sys.executable, str(PACKAGING / "say_version.py")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == f"{__version__}\n"
