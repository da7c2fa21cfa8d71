"""What ARCHITECTURE.md names is there: files and folders by their paths, modules by their dotted names."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
_CODE = ROOT / "caregiver_app"


def _is_there(name: str, beside: set[Path]) -> bool:
    path = name.removesuffix("/")
    return any(found for folder in (ROOT, _CODE, *beside) for found in folder.glob(path))


def _is_module(dotted: str) -> bool:
    path = _CODE.joinpath(*dotted.split("."))
    holder = path.parent
    return (
        (path / "__init__.py").is_file()
        or path.with_suffix(".py").is_file()
        or any(
            re.search(rf"\b{path.name}\b", each.read_text(encoding="utf-8"))
            for each in (holder.with_suffix(".py"), holder / "__init__.py")
            if each.is_file()
        )
    )


def test_every_place_that_a_row_names_is_there() -> None:
    lost = []
    for row in _PAGE[_PAGE.index("## Where do I add") :].splitlines():
        words = [word for word in re.findall(r"`([^`\s]+)`", row) if "/" in word or word.endswith((".py", ".json"))]
        folders = {(_CODE / word).parent for word in words if "/" in word} | {_CODE / word for word in words}
        lost += [word for word in words if not _is_there(word, folders | {_CODE / "ui"})]
    assert lost == []


def test_every_module_that_is_named_is_there() -> None:
    packages = "|".join(path.name for path in _CODE.iterdir() if (path / "__init__.py").is_file())
    named = {
        name
        for name in re.findall(rf"`((?:{packages})(?:\.[a-z_]+)+)`", _PAGE)
        if not name.endswith((".db", ".json"))  # files of the data folder
    }
    assert len(named) > 20
    assert [name for name in sorted(named) if not _is_module(name)] == []
