"""What is frozen agrees with the application, without freezing anything: `python3 dev.py package` does that."""

from __future__ import annotations

import importlib.util
import os
import re
import runpy
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from caregiver_app import APPLICATION_ID
from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.resources import resource
from freezing import staging
from freezing.contents import DATA, EXCLUDED, WITH_DATA, is_shipped, speaks
from freezing.debian import Package, owners_in
from freezing.tarball import make_tarball

PROJECT = Path(__file__).resolve().parents[3]
WHOLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
HOOK = PROJECT / "packaging" / "pyinstaller" / "own_libraries_for_us_alone.py"
_MACHINE = "/usr/lib/x86_64-linux-gnu"
_IMPORT_ALL = """
import importlib, pkgutil, sys
import caregiver_app
left_out = sys.argv[1:]
sys.modules.update(dict.fromkeys(left_out))  # the documented way to make an import fail
for found in pkgutil.walk_packages(caregiver_app.__path__, "caregiver_app."):
    if not found.name.endswith(".__main__"):
        try:
            importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if error.name in left_out:
                print(found.name, "asks for", error.name)
"""


def test_data_lies_where_the_wheel_has_it_and_nothing_of_it_is_left_out() -> None:
    assert WHOLE["tool"]["hatch"]["build"]["targets"]["wheel"]["sources"] == DATA
    lost = [
        path
        for folder, place in DATA.items()
        for path in (PROJECT / folder).rglob("*")
        if path.is_file() and not is_shipped((f"{place}/{path.relative_to(PROJECT / folder)}", str(path), "DATA"))
    ]
    assert {path.suffix for path in lost} <= {".po", ".pot"}


def test_what_the_spec_and_the_layout_name_is_there() -> None:
    spec = (PROJECT / "packaging" / "pyinstaller" / "caregiver.spec").read_text(encoding="utf-8")
    named = [re.findall(r'"([^"]+)"', place) for place in re.findall(r'PROJECT((?: / "[^"]+")+)', spec)]
    assert [parts for parts in named if not PROJECT.joinpath(*parts).exists()] == []
    assert len(named) >= 3
    assert [name for name in staging.shared(APPLICATION_ID) if not (PROJECT / name).is_file()] == []


def test_debian_is_told_where_the_words_of_licences_lie() -> None:
    said = " ".join((PROJECT / "packaging" / "debian" / "copyright").read_text(encoding="utf-8").split())
    (folder,) = re.findall(r"/usr/lib/caregiver/lib/(\S+)", said)
    (here,) = [source for source, place in DATA.items() if folder.startswith(f"{place}/")]
    assert PROJECT / here / folder.removeprefix(f"{DATA[here]}/") == resource("resources", "notices")
    assert Path("lib", "caregiver") == staging.PLACE
    assert [name for name in re.findall(r"\S+\.md(?=\.gz)", said) if f"docs/{name}" not in staging.shared("")] == []


def test_every_font_and_every_language_goes_along() -> None:
    fonts = {each.partition(">")[0].replace("-", "_") for each in WHOLE["project"]["dependencies"] if "fontpkg" in each}
    assert fonts < set(WITH_DATA)
    assert [name for name in WITH_DATA if importlib.util.find_spec(name) is None] == []
    catalogues = [path.parts[-3] for path in (PROJECT / "resources" / "translations").glob("*/LC_MESSAGES/*.mo")]
    assert "es" in catalogues
    tags = {"en", *catalogues, *(tag.replace("-", "_") for tag in LANGUAGE_NAMES)}
    assert [tag for tag in tags if not speaks(f"{tag}.dat")] == []
    assert not speaks("de.dat")


def test_no_module_that_is_left_out_is_imported() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "caregiver_app").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:import|from) ([\w.]+)", code, re.MULTILINE))
    assert sorted(imported & set(EXCLUDED)) == []


def test_every_module_is_there_without_what_is_left_out() -> None:
    """The packages that we stand on may ask for it too, and say so only when they are imported."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, *EXCLUDED], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


@pytest.mark.parametrize(
    ("place", "source", "goes"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/w/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", "/w/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/w/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/w/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", "/w/libqxdgdesktopportal.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/w/libqopensslbackend.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/w/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", "/w/libQt6Widgets.so.6", True),
        ("PySide6/Qt/translations/qtbase_es.qm", "/w/qtbase_es.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/w/qtbase_de.qm", False),
        ("babel/locale-data/es_MX.dat", "/w/es_MX.dat", True),
        ("babel/locale-data/ca.dat", "/w/ca.dat", False),
        ("libssl.so.3", f"{_MACHINE}/libssl.so.3", False),
        ("libxcb-cursor.so.0", f"{_MACHINE}/libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", f"{_MACHINE}/libpython3.11.so.1.0", True),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", True),
    ],
)
def test_of_qt_and_of_the_system_only_what_is_used_goes_along(place: str, source: str, *, goes: bool) -> None:
    assert is_shipped((place, source, "BINARY")) is goes


@pytest.mark.parametrize("before", ["/opt/theirs", None])
def test_what_a_frozen_program_starts_finds_its_own_libraries(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/caregiver/lib")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "_PYI_ARCHIVE_FILE"):
        monkeypatch.setenv(name, "/usr/lib/caregiver/lib")
    runpy.run_path(str(HOOK))
    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert [name for name, value in os.environ.items() if value == "/usr/lib/caregiver/lib"] == []


def test_whose_a_library_is_that_the_folder_brings_itself_is_read_from_dpkg() -> None:
    answer = """diversion by one from: /lib/libffi.so.8
libffi8:amd64: /usr/lib/x86_64-linux-gnu/libffi.so.8
libxcb-cursor0:amd64, libxcb-other+1.2:arm64: /usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0
libffi8:amd64: /usr/lib/x86_64-linux-gnu/libffi.so.8.1.2
plain: /usr/lib/with: colon/libbz2.so.1.0
"""
    assert owners_in(answer) == ["libffi8", "libxcb-cursor0", "libxcb-other+1.2", "plain"]


@pytest.mark.parametrize("site", ["https://caregiver.test.coop", "https://caregiver.test.coop/start/"])
def test_who_answers_for_a_package_is_at_the_site(site: str) -> None:
    package = Package(root=PROJECT, forms=PROJECT, version="1.2.0", homepage=site, epoch=1_790_000_000)
    assert package.maintainer == "Caregiver project <maintainers@caregiver.test.coop>"


def test_an_archive_has_the_same_bytes_whoever_packs_it_and_when(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        prefix = tmp_path / name / "usr"
        program = prefix / staging.PLACE / "caregiver"
        program.parent.mkdir(parents=True)
        program.write_bytes(b"program")
        (program.parent / "caregiver.txt").write_bytes(b"words")
        told = prefix / "share" / "lintian" / "overrides" / "caregiver"  # what a .deb of the same tree left there
        told.parent.mkdir(parents=True)
        told.write_bytes(b"overlooked")
        staging.settle(prefix, epoch=1_790_000_000)
        made.append(make_tarball(prefix, "caregiver", epoch=1_790_000_000, into=tmp_path / name))
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        modes = {entry.name: entry.mode for entry in archive.getmembers() if entry.isfile()}
    assert modes == {"caregiver/lib/caregiver/caregiver": 0o755, "caregiver/lib/caregiver/caregiver.txt": 0o644}
