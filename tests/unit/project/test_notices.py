"""Every package that is shipped has its licence beside it, and the words of each are there to be read."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from caregiver_app.support.works import unwrapped, words_of, works
from noticemaking.locked import shipped
from noticemaking.parts import PUBLIC_DOMAIN, ByHand, of_package, sets_conditions

ROOT = Path(__file__).resolve().parents[3]


def test_all_packages_that_are_shipped_are_in_the_notices_with_their_words() -> None:
    locked = shipped((ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8"))
    listed = {work.name: work for work in works()}
    assert {"lxml", "sqlcipher3", "tld"} <= locked.keys()
    assert {"pytest", "pikepdf", "ruff"}.isdisjoint(locked)
    assert locked.keys() <= listed.keys()
    assert [name for name, versions in locked.items() if listed[name].version != " or ".join(versions)] == []
    assert [work.name for work in listed.values() if not words_of(work).strip()] == []


def test_whatever_is_under_the_lgpl_or_holds_a_part_that_is_stands_above_the_list() -> None:
    page = (ROOT / "docs" / "third-party-notices.md").read_text(encoding="utf-8").partition("## All of them")[0]
    lgpl = re.compile(r"\bLGPL|Lesser General Public License")
    telling = {
        work.name.removesuffix("-essentials").casefold()
        for work in works()
        if work.licence not in ("", "MPL-2.0") and lgpl.search(f"{work.licence} {words_of(work)}")
    }
    assert {"gnu libiconv", "lxml", "numpy", "pillow", "pyside6", "qt"} <= telling  # wheels tell it in other ways each
    assert sorted(name for name in telling if name not in page.casefold()) == []


def test_no_work_whose_words_set_conditions_is_called_free_of_all_rights(tmp_path: Path) -> None:
    free = [work for work in works() if work.licence == PUBLIC_DOMAIN]
    assert [work.name for work in free] == ["SQLite"]
    assert [work.name for work in free if sets_conditions(words_of(work))] == []
    name = "click-default-group"
    assert [work.licence for work in works() if work.name == name] == ["BSD-3-Clause"]
    (tmp_path / "by_hand.json").write_text(json.dumps({"licences": {name: PUBLIC_DOMAIN}, "texts": {}}))
    with pytest.raises(ValueError, match="set conditions"):
        of_package(name, (version(name),), ByHand(tmp_path))


def test_what_a_shipped_package_asks_for_is_shipped_and_the_oldest_version_comes_first() -> None:
    lock = (
        "one==1 ; python_version < '3.12' \\\n    --hash=sha256:0\n    # via two\n"
        "one==2 ; python_version >= '3.12' \\\n    --hash=sha256:0\n    # via\n    #   three\n    #   two\n"
        "three==3 \\\n    --hash=sha256:0\n    # via caregiver-app (pyproject.toml:dev)\n"
        "two==4 \\\n    --hash=sha256:0\n    # via caregiver-app (pyproject.toml)\n"
    )
    assert shipped(lock) == {"one": ("1", "2"), "two": ("4",)}


def test_lines_that_were_only_kept_narrow_become_one_and_lists_stay() -> None:
    full = "Permission is hereby granted, free of charge, to any person obtaining"
    assert unwrapped(f"  Title\n\n {full}\na copy.\n\nfoo 1: MIT\nbar 2: MIT\n") == (
        f"Title\n\n{full} a copy.\n\nfoo 1: MIT\nbar 2: MIT"
    )
