"""The pages for the web hold every document that is reached, with links that fit their places there."""

from __future__ import annotations

import re
from pathlib import Path

from devtools.places import ROOT
from devtools.site import CONFIG, gather, lost_documents, reached


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_documents_come_together_with_what_they_point_to(tmp_path: Path) -> None:
    root, folder = tmp_path / "here", tmp_path / "there"
    _write(
        root,
        {
            "README.md": '# Us\n<img src="icons/app.svg">\n[in](docs/a/b.md#part) [out](https://example.org/x.md)\n',
            "icons/app.svg": "<svg/>",
            "code/one.py": "",
            "LICENSE": "words",
            "docs/index.md": "[us](../README.md) [b](a/b.md) [a](a) [top](#top)\n",
            "docs/a/README.md": "[terms](../../LICENSE) [code](../../code) `[as](typed.md)`\n\n    [as](typed.md)\n",
            "docs/a/b.md": "![seen](seen.jpg)",
            "docs/a/lost.md": "",
            "docs/a/.hidden": "",
            "docs/a/seen.jpg": "",
            "docs/a/unseen.jpg": "",
        },
    )
    gather(root, folder)
    assert list(lost_documents(root)) == [
        "docs/a/lost.md: no other document leads here",
        "docs/a/unseen.jpg: no other document leads here",
    ]
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == {
        "index.md",
        "a/README.md",
        "a/b.md",
        "a/seen.jpg",
        "project/README.md",
        "project/LICENSE",
        "project/icons/app.svg",
    }
    assert (folder / "index.md").read_text() == ("[us](project/README.md) [b](a/b.md) [a](a/README.md) [top](#top)\n")
    assert (folder / "project/README.md").read_text() == (
        '# Us\n<img src="icons/app.svg">\n[in](../a/b.md#part) [out](https://example.org/x.md)\n'
    )
    assert (folder / "a/README.md").read_text() == (
        "[terms](../project/LICENSE) code `[as](typed.md)`\n\n    [as](typed.md)\n"
    )


def test_every_file_in_our_documents_is_reached() -> None:
    assert list(lost_documents(ROOT)) == []


def test_every_door_of_the_site_is_one_of_our_documents() -> None:
    doors = re.findall(r"^ +- [^:]+: (\S+\.md)$", CONFIG.read_text(encoding="utf-8"), re.MULTILINE)
    assert "index.md" in doors
    named = {Path(door.removeprefix("project/") if door.startswith("project/") else f"docs/{door}") for door in doors}
    assert named - reached(ROOT) == set()
