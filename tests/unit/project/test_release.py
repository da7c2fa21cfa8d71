"""A release is refused while it would carry what it may not, or say what is not so."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from caregiver_app import APPLICATION_ID, __version__
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.signing_keys import lock_keys, new_lock
from caregiver_app.support.build_day import BUILT_ON
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.support.own_pages import SITE
from devtools.development_roots import refused_in
from devtools.last_commit import tracked_files
from devtools.release_checks import (
    build_day_trouble,
    carried_parts,
    heading_trouble,
    id_trouble,
    metainfo_trouble,
    release_checks,
    reports_trouble,
    site_trouble,
)
from devtools.said import application_id_of, site_of, version_of
from devtools.trouble import Trouble
from devtools.unpacking import MOST_NESTED, MOST_UNPACKED_BYTES
from tests.helpers.clock import MONDAY
from tests.helpers.own_channels import Maker
from tests.helpers.repository_simulator import RepositorySimulator

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 12, 1)


def a_checkout(folder: Path, *, version: str = "1.2.0", heading: str = "1.2.0, 2026-12-01", site: str = "") -> Path:
    """Return what a release is checked by, made on `DAY`."""
    support = folder / "caregiver_app" / "support"
    support.mkdir(parents=True)
    (support.parent / "__init__.py").write_text(
        f'"""Words."""\n\n__version__ = "{version}"\nAPPLICATION_ID = "coop.test.caregiver.Caregiver"\n'
    )
    (support / "build_day.py").write_text(f"BUILT_ON = date({DAY.year}, {DAY.month}, {DAY.day})\n")
    (support / "own_pages.py").write_text(f'SITE: Final = "{site}"\n')
    (folder / "CHANGELOG.md").write_text(f"# Changes\n\n## {heading}\n\n- More.\n\n## 1.1.0, 2026-11-01\n\n- Less.\n")
    return folder


def test_which_python_a_build_would_carry_is_named_with_what_lies_in_it() -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    assert re.fullmatch(rf"Python {re.escape(version)}, Expat 2(\.\d+)+, libmpdec 2(\.\d+)+", carried_parts())


def test_a_release_that_says_what_is_so_passes(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path, site="https://caregiver.test.coop")
    assert (heading_trouble(checkout), build_day_trouble(checkout, DAY), site_trouble(checkout)) == ("", "", "")


@pytest.mark.parametrize(
    ("version", "heading", "said"),
    [
        ("1.2.0", "Not released yet", "Not released yet"),
        ("1.3.0", "1.2.0, 2026-12-01", '"1.3.0, DAY" must stand'),
        ("1.2.0", "1.2.0", '"1.2.0, DAY" must stand'),
        ("1.2.0", "1.2.0, soon", '"1.2.0, DAY" must stand'),
        ("1.2.0.dev1", "1.2.0.dev1, 2026-12-01", "1.2.0.dev1 is no version"),
        ("01.2.0", "01.2.0, 2026-12-01", "01.2.0 is no version"),
        ("1.2", "1.2, 2026-12-01", "1.2 is no version"),
        ("1.2.\u0663", "1.2.\u0663, 2026-12-01", "1.2.\u0663 is no version"),
    ],
)
def test_the_changelog_begins_with_the_version_and_its_day(
    tmp_path: Path, version: str, heading: str, said: str
) -> None:
    assert said in heading_trouble(a_checkout(tmp_path, version=version, heading=heading))


def test_the_day_of_the_build_is_that_of_the_changelog_and_not_to_come(tmp_path: Path) -> None:
    assert "a day to come" in build_day_trouble(a_checkout(tmp_path / "early"), date(2026, 11, 30))
    other = a_checkout(tmp_path / "other", heading="1.2.0, 2026-12-02")
    assert build_day_trouble(other, DAY) == "BUILT_ON is 2026-12-01, and CHANGELOG.md says 2026-12-02."


@pytest.mark.parametrize(
    "site",
    [
        *("https://caregiver.example", "https://example.org", "https://a.test", "http://caregiver.test.coop", ""),
        *("https://caregiver.example.", "https://caregiver.test.coop.", "https://", "https://coop", "https://a..coop"),
        *("https://192.0.2.1", "https://192.0.2.1/start", "https://[2001:db8::1]", "https://[", "https://a.local"),
        *("https://home.arpa", "https://somebody@test.coop", "https://test.coop:8443", "https://Test.coop"),
    ],
)
def test_nobody_is_sent_to_a_site_that_is_not_ours(tmp_path: Path, site: str) -> None:
    assert "no site of ours" in site_trouble(a_checkout(tmp_path, site=site))


def test_desktops_are_told_no_name_of_another_site(tmp_path: Path) -> None:
    assert id_trouble(a_checkout(tmp_path / "ours", site="https://caregiver.test.coop/start")) == ""
    said = id_trouble(a_checkout(tmp_path / "others", site="https://test.coop.example.net"))
    assert "coop.test.caregiver.Caregiver is not of test.coop.example.net" in said


@pytest.mark.parametrize("name", ["SECURITY.md", "README.md"])
def test_nothing_is_handed_out_while_a_hole_cannot_be_told_in_private(tmp_path: Path, name: str) -> None:
    for each in ("SECURITY.md", "README.md"):
        (tmp_path / each).write_text("Write to somebody.\n")
    assert reports_trouble(tmp_path) == ""
    (tmp_path / name).write_text("**Where to write: not set yet.**\n")
    assert reports_trouble(tmp_path) == f"Where to report a hole is not set yet: {name}."


def test_software_centres_are_told_the_version_and_where_it_comes_from(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path, site="https://caregiver.test.coop")
    linux = checkout / "packaging" / "linux"
    file = linux / "coop.test.caregiver.Caregiver.metainfo.xml"
    assert metainfo_trouble(checkout) == f"{file.name} is not there."
    linux.mkdir(parents=True)
    home = '<url type="homepage">https://caregiver.test.coop</url>'
    older = '<release version="1.1.0" date="2026-11-01"/>'
    newer = '<release version="1.2.0" date="2026-12-01"/>'
    file.write_text(f"<component>{home}<releases>{newer}{older}</releases></component>")
    assert metainfo_trouble(checkout) == ""
    for wrong in (f"{home}{older}{newer}", home, f"{home}{newer.replace('12-01', '12-02')}"):
        file.write_text(f"<component>{wrong}</component>")
        assert metainfo_trouble(checkout).endswith(f"must name first {newer}.")
    file.write_text(f"<component>{newer}</component>")
    assert metainfo_trouble(checkout).endswith(f"must name {home}.")


def said_of(name: str, data: bytes, folder: Path, *, most_bytes: int = MOST_UNPACKED_BYTES) -> list[str]:
    """Return what a release says of one file."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return list(refused_in(folder, [name], most_bytes=most_bytes))


@pytest.fixture(scope="module")
def tried_root() -> bytes:
    """The root of a channel for trying out."""
    stranger = RepositorySimulator()
    stranger.root.unrecognized_fields["caregiver"]["development"] = True
    stranger.publish_root()
    return stranger.files[max(name for name in stranger.files if name.endswith("root.json"))]


def zipped(*parts: bytes) -> bytes:
    with zipfile.ZipFile(file := BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for number, data in enumerate((b"{}", *parts)):
            archive.writestr(f"metadata/{number}.json", data)
    return file.getvalue()


def tarred(data: bytes) -> bytes:
    with tarfile.open(fileobj=(file := BytesIO()), mode="w") as archive:
        member = tarfile.TarInfo("metadata/1.root.json")
        member.size = len(data)
        archive.addfile(member, BytesIO(data))
    return file.getvalue()


HIDINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "under another name": ("resources/packs/release.txt", bytes),
    "in a folder named build": ("caregiver_app/build/__pycache__/dist/a.json", bytes),
    "with a mark": ("a.json", lambda data: b"\xef\xbb\xbf" + data),
    "UTF-16": ("a.json", lambda data: data.decode().encode("utf-16")),
    "UTF-32": ("a.json", lambda data: data.decode().encode("utf-32-be")),
    "in a list": ("a.json", lambda data: b"[" + data + b"]"),
    "padded": ("a.json", lambda data: b" " * 200_000 + data + b"\n" * 200_000),
    "spaced": ("a.json", lambda data: json.dumps(json.loads(data), indent=8, separators=(" ,", " :\n")).encode()),
    "code": ("a.py", lambda data: f"ROOT = {json.loads(data)!r}".encode()),
    "text in code": ("a.py", lambda data: b'ROOT = "' + data.replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'),
    "gzip": ("a", gzip.compress),
    "bzip2": ("a", bz2.compress),
    "xz": ("a", lzma.compress),
    "zip": ("a.pack", zipped),
    "tar": ("a.tar", tarred),
    "tar.gz": ("a.dat", lambda data: gzip.compress(tarred(data))),
    "zip in tar.xz in zip": ("a", lambda data: zipped(lzma.compress(tarred(zipped(data))))),
    "before a zip": ("a", lambda data: data + zipped(b"{}")),
}


@pytest.mark.parametrize("hiding", HIDINGS)
def test_a_root_for_trying_out_is_found_wherever_it_lies(tmp_path: Path, tried_root: bytes, hiding: str) -> None:
    name, hidden = HIDINGS[hiding]
    (said,) = said_of(name, hidden(tried_root), tmp_path)
    assert re.fullmatch(rf"{name}(: [\w/.]+)* is a root for trying out: its keys were never kept\.", said)


def test_what_only_speaks_of_roots_and_keys_may_be_there(tmp_path: Path) -> None:
    for words in (
        b'{"signed": {"_type": "root"}}',
        b'{"format": "caregiver-signing-keys", "wrapped": "00"}',
        b"\0" * 999,
    ):
        assert said_of("a.md", words, tmp_path) == []


def locked(data: bytes) -> bytes:
    """Return a zip as one with a password says of itself that it is."""
    with zipfile.ZipFile(file := BytesIO(), "w") as archive:
        archive.writestr("a", data)
    return file.getvalue().replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0")


def nested(data: bytes) -> bytes:
    for _layer in range(MOST_NESTED + 1):
        data = gzip.compress(data)
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(b"words"), "it has a password"),
        (zipped(b"words")[:40] + zipped(b"words")[44:], "it is broken"),
        (gzip.compress(b"words")[:-9], "it is broken"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "archives of this kind are not read"),
        (nested(b"words"), "too many archives lie in one another"),
    ],
    ids=["password", "broken zip", "cut gzip", "7-Zip", "nested"],
)
def test_an_archive_that_cannot_be_looked_into_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    (said,) = said_of("a.pack", data, tmp_path)
    assert re.fullmatch(rf"a\.pack(: unpacked)* cannot be looked into: {why}\.", said)


def test_no_more_is_unpacked_than_may_be(tmp_path: Path) -> None:
    part = gzip.compress(bytes(300_000))
    assert said_of("one", part, tmp_path, most_bytes=500_000) == []
    for too_much in (gzip.compress(bytes(600_000)), zipped(part, part), zipped(bytes(300_000), bytes(300_000))):
        (said,) = said_of("a", too_much, tmp_path, most_bytes=500_000)
        assert said.endswith("cannot be looked into: it unpacks to too much.")


def test_another_root_and_every_key_are_found_in_the_data_of_a_channel(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "resources" / "channel")
    maker.begin()
    copy_channel(maker.folder, tmp_path / "resources" / "copy.carepack", at=MONDAY)
    locked_keys = lock_keys("publishing", maker.keys[-1:], new_lock("walnut harbour simple candle orbit", KdfCost()))
    (tmp_path / "resources" / "words.txt").write_bytes(b"[\xa0" + locked_keys.to_bytes())
    kind = "PRIVATE" + " KEY"
    (tmp_path / "notes.pem").write_text(f"-----BEGIN OPENSSH {kind}-----\nx\n-----END OPENSSH {kind}-----\n")
    (tmp_path / "age.txt").write_text("# created: 2026\nAGE-SECRET-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"[:29] * 2)
    carried = "is the root of a channel, and no release may carry one yet (packaging/release-root.md)."
    names = [file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()]
    assert list(refused_in(tmp_path, names)) == [
        "age.txt holds a private key.",
        "notes.pem holds a private key.",
        f"resources/channel/metadata/1.root.json {carried}",
        f"resources/copy.carepack: metadata/1.root.json {carried}",
        "resources/words.txt is the file of a key that signs packs.",
    ]


def test_what_git_keeps_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "kept ñ.txt").write_text("words")
    (tmp_path / "loose.txt").write_text("words")
    for command in (["init", "--quiet"], ["add", "--force", "build"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert tracked_files(tmp_path) == ["build/kept ñ.txt"]


def test_this_checkout_can_be_checked_and_carries_no_root_and_no_key() -> None:
    assert (version_of(ROOT), application_id_of(ROOT), site_of(ROOT)) == (__version__, APPLICATION_ID, SITE)
    assert build_day_trouble(ROOT, BUILT_ON - timedelta(days=1)).startswith(f"BUILT_ON is {BUILT_ON}: a day to come")
    assert site_trouble(ROOT).startswith(SITE) is ("example" in SITE)
    assert [check.name for check in release_checks(ROOT)] == [
        *("clean tree", "changelog", "build day", "own site", "application id"),
        *("reports", "metainfo", "samples", "roots, keys", "locks"),
    ]
    assert list(refused_in(ROOT, tracked_files(ROOT))) == []


def test_our_own_site_stands_in_one_module() -> None:
    modules = (ROOT / "caregiver_app").rglob("*.py")
    assert [each.stem for each in modules if SITE in each.read_text(encoding="utf-8")] == ["own_pages"]


def test_what_the_application_no_longer_says_in_a_line_of_its_own_is_named(tmp_path: Path) -> None:
    (tmp_path / "caregiver_app").mkdir()
    (tmp_path / "caregiver_app" / "__init__.py").write_text('__version__ = ".".join("123")\n')
    with pytest.raises(Trouble, match="has no line like"):
        version_of(tmp_path)
