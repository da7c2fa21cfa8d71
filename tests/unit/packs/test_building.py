"""The same folder makes the same bytes, and nothing of the computer or of whoever made it is in them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.packs.archive_reading import read_archive
from caregiver_app.packs.making import archive_of
from caregiver_app.packs.opening import open_pack
from tests.helpers.command_line import ROOT
from tests.helpers.packs import GUIDE, HEADED, WORKSHOP, lamp, made_of, small_manifest, write_pack_folder

PICTURES = [{"file": "pictures/lamp.png", "licence": "CC0 1.0"}, {"file": "pictures/photo.jpg", "licence": "CC0 1.0"}]

_BUILD = (
    "import sys; from pathlib import Path; from tests.helpers.packs import made_of;"
    "from caregiver_app.packs.making import archive_of;"
    "sys.stdout.buffer.write(archive_of(made_of(Path(sys.argv[1]))))"
)


def photo() -> bytes:
    """Return a photograph as a telephone takes it: turned, with a place, a camera and words in it."""
    from PIL import Image

    picture = Image.effect_mandelbrot((64, 40), (-2, -1.5, 1, 1.5), 20).convert("RGB")
    exif = Image.Exif()
    exif[0x0110], exif[0x0112], exif[0x013B] = "SecretCamera", 6, "Secret Person"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"SecretWords")
    return out.getvalue()


def a_folder(folder: Path) -> Path:
    """Write a pack with a guide, a checklist and two pictures."""
    return write_pack_folder(
        folder,
        small_manifest(pictures=PICTURES),
        {
            "guides/lamps.md": HEADED + GUIDE + "\n![the hall](pictures/photo.jpg)\n",
            "guides/another.md": HEADED.replace("evenings feel", "mornings feel") + "Text.\n",
            "checklists/evening.md": HEADED + "- [ ] Lamp on\n",
            "pictures/lamp.png": lamp(),
            "pictures/photo.jpg": photo(),
        },
    )


def test_the_same_folder_makes_the_same_bytes_on_another_day_in_another_zone_for_another_person(tmp_path: Path) -> None:
    first = a_folder(tmp_path / "one")
    second = tmp_path / "somewhere else" / "zwei"
    shutil.copytree(first, second)
    for path in second.rglob("*"):
        os.utime(path, (86_400, 86_400))
        path.chmod(0o700 if path.is_dir() else 0o444)
    for path in sorted(second.rglob("*.md")):  # as a file system gives them in another order
        again = path.read_bytes()
        path.unlink()
        path.write_bytes(again)
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "USER": "somebody", "HOME": str(tmp_path)}
    elsewhere["PYTHONHASHSEED"] = "4711"
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(second)], cwd=ROOT, env=elsewhere, capture_output=True, check=True
    )
    assert archive_of(made_of(first)) == done.stdout


def test_an_archive_opens_as_whoever_gets_it_will_open_it(tmp_path: Path) -> None:
    made = made_of(a_folder(tmp_path))
    assert made.problems == ()
    opened = open_pack(archive_of(made), WORKSHOP)
    assert opened.pack == made.pack
    assert {text.file for text in opened.pack.guides} == {"guides/lamps.md", "guides/another.md"}
    assert set(opened.pictures) == {"pictures/lamp.png", "pictures/photo.jpg"}


def test_nothing_of_the_camera_the_person_or_the_folder_is_in_the_archive(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "SecretFolder")
    (folder / "settled.json").write_text('{"keep_all_to_look_at": "SecretReason"}')
    data = archive_of(made_of(folder))
    for secret in (b"Secret", b"Exif", b"GPS", b"JFIF\0\x01\x02", str(tmp_path).encode()):
        assert secret not in data
    assert set(read_archive(data)) == {
        "pack.json",
        "checklists/evening.md",
        "guides/another.md",
        "guides/lamps.md",
        "pictures/lamp.png",
        "pictures/photo.jpg",
    }


def test_a_turned_photograph_stays_upright(tmp_path: Path) -> None:
    from PIL import Image

    data = read_archive(archive_of(made_of(a_folder(tmp_path))))["pictures/photo.jpg"]
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (40, 64)


@given(st.permutations(["guides/a.md", "guides/b.md", "checklists/c.md"]))
def test_in_which_order_files_were_made_does_not_matter(order: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        files = {file: HEADED.replace("When", file[-4]) + "Text.\n" for file in order}
        data = archive_of(made_of(write_pack_folder(Path(name), small_manifest(), files)))
    assert list(read_archive(data)) == ["pack.json", "checklists/c.md", "guides/a.md", "guides/b.md"]
