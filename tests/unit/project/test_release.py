"""A release is refused while it would carry what it may not, or say what is not so."""

from __future__ import annotations

import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from caregiver_app import __version__
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.signing_keys import lock_keys, new_lock
from caregiver_app.support.build_day import BUILT_ON
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.support.own_pages import SITE
from devtools.development_roots import refused_in
from devtools.release_checks import (
    build_day_trouble,
    heading_trouble,
    id_trouble,
    release_checks,
    site_trouble,
    version_of,
)
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


def test_a_release_that_says_what_is_so_passes(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path, site="https://caregiver.test.coop")
    assert (heading_trouble(checkout), build_day_trouble(checkout, DAY), site_trouble(checkout)) == ("", "", "")
    assert list(refused_in(checkout)) == []


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
    "site", ["https://caregiver.example", "https://example.org", "https://a.test", "http://caregiver.test.coop", ""]
)
def test_nobody_is_sent_to_a_site_that_is_not_ours(tmp_path: Path, site: str) -> None:
    assert "no site of ours" in site_trouble(a_checkout(tmp_path, site=site))


def test_desktops_are_told_no_name_of_another_site(tmp_path: Path) -> None:
    assert id_trouble(a_checkout(tmp_path / "ours", site="https://caregiver.test.coop/start")) == ""
    said = id_trouble(a_checkout(tmp_path / "others", site="https://test.coop.example.net"))
    assert "coop.test.caregiver.Caregiver is not of test.coop.example.net" in said


def test_a_root_for_trying_out_is_found_wherever_it_lies(tmp_path: Path) -> None:
    stranger = RepositorySimulator()
    stranger.root.unrecognized_fields["caregiver"]["development"] = True
    stranger.publish_root()
    name = max(name for name in stranger.files if name.endswith("root.json"))
    packs = tmp_path / "resources" / "packs"
    packs.mkdir(parents=True)
    (packs / "list.json").write_text('{"packs": []}')
    (packs / "release.txt").write_bytes(stranger.files[name])
    with zipfile.ZipFile(packs / "alerts.pack", "w") as archive:
        archive.writestr("pack.json", "{}")
        archive.writestr(name, stranger.files[name])
    tried = "is a root for trying out: its keys were never kept."
    assert list(refused_in(tmp_path)) == [
        f"resources/packs/alerts.pack: {name} {tried}",
        f"resources/packs/release.txt {tried}",
    ]


def test_another_root_and_every_key_are_found_in_the_data_of_a_channel(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "resources" / "channel")
    maker.begin()
    copy_channel(maker.folder, tmp_path / "resources" / "copy.carepack", at=MONDAY)
    locked = lock_keys("publishing", maker.keys[-1:], new_lock("walnut harbour simple candle orbit", KdfCost()))
    (tmp_path / "resources" / "words.txt").write_bytes(locked.to_bytes())
    kind = "PRIVATE" + " KEY"
    (tmp_path / "notes.pem").write_text(f"-----BEGIN OPENSSH {kind}-----\nx\n-----END OPENSSH {kind}-----\n")
    carried = "is the root of a channel, and no release may carry one yet (packaging/release-root.md)."
    assert list(refused_in(tmp_path)) == [
        "notes.pem holds a private key.",
        f"resources/channel/metadata/1.root.json {carried}",
        f"resources/copy.carepack: metadata/1.root.json {carried}",
        "resources/words.txt is the file of a key that signs packs.",
    ]


def test_this_checkout_can_be_checked_and_carries_no_root_and_no_key() -> None:
    assert version_of(ROOT) == __version__
    assert build_day_trouble(ROOT, BUILT_ON - timedelta(days=1)).startswith(f"BUILT_ON is {BUILT_ON}: a day to come")
    assert site_trouble(ROOT).startswith(SITE) is ("example" in SITE)
    assert [check.name for check in release_checks(ROOT)] == [
        *("clean tree", "changelog", "build day", "own site", "application id", "roots, keys", "locks")
    ]
    for folder in ("resources", "icons", "caregiver_app/support"):
        assert list(refused_in(ROOT / folder)) == []
