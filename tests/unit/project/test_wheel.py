"""An installed application finds the data that ships with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
_ASKING = """
import caregiver_app
from caregiver_app.support.resources import resource
print(caregiver_app.__file__)
print(resource("resources", "translations", "caregiver.pot"))
from caregiver_app.support.i18n import gettext, speaking
with speaking("es"):
    print(gettext("Allergies"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel would put into somebody's environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_data_is_found_inside_the_package(installed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ASKING],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    package, template = map(Path, done.stdout.split()[:2])
    assert package.is_relative_to(installed)
    assert template == installed / "caregiver_app" / "_data" / "resources" / "translations" / "caregiver.pot"
    assert done.stdout.split()[2] == "Alergias", "and sheets speak as they do in a checkout"


def test_nothing_but_the_application_and_its_data_is_shipped(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if path.suffix != ".dist-info"} == {"caregiver_app"}
    assert list((installed / "caregiver_app" / "_data").rglob("*.py")) == []
    assert (next(installed.glob("*.dist-info")) / "licenses" / "LICENSE").read_text().count("Apache License") > 0
