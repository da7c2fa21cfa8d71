"""What becomes of each choice when a backup comes in was thought of: it comes, stays as it is here, or is left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import caregiver_app
from caregiver_app.library.restored_choices import BROUGHT, OF_THIS_COMPUTER

CODE = Path(caregiver_app.__file__).parent

LEFT_OUT = {
    "first_run": "the step of a first start that is open",
    "first_run_passed": "how its steps were left",
    "newer_caregiver_put_away": "a backup hides no newer Caregiver",
    "folder_place_put_away": "on another computer the folder lies elsewhere",
    "folder_place_told": "on another computer the folder lies elsewhere",
    "set_up_waiting": "names a file",
    "starter_packs_chosen": "of a first start",
    "starter_packs_named": "of a first start",
    "built_in_packs": "what ships is put in place again",
    "stood_at": "names a page by its number in the library it was kept in",
}

NAMED_AT_RUN_TIME = {"ui/settings/notices_card.py", "ui/put_away.py"}
"""They are given the name by a caller, and where it is read again it is written out: that reading is found here."""


class Module:
    """One module of ours, as it is written."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.texts: dict[str, str] = {}
        self.imported: dict[str, tuple[str, str]] = {}
        for node in ast.walk(self.tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                    self.texts[name] = text
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text))):
                    self.texts[name] = text
                case ast.ImportFrom(module=str(module), names=names):
                    self.imported |= {each.asname or each.name: (module, each.name) for each in names}

    def asked(self) -> Iterator[ast.expr]:
        """Yield how the choices are named that it reads, keeps or takes."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Attribute(attr="choices"), attr="get" | "put" | "take"),
                    args=[name, *_],
                ):
                    yield name


@cache
def module_of(name: str) -> Module:
    """Return a module by its name, e.g. `caregiver_app.library.choices`."""
    return Module(CODE.joinpath(*name.split(".")[1:]).with_suffix(".py"))


def text_of(module: Module, name: ast.expr) -> str | None:
    """Return the text that stands behind a name; None where that is known at run time alone."""
    match name:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=written) if written in module.imported:
            home, there = module.imported[written]
            return text_of(module_of(home), ast.Name(id=there))
        case ast.Name(id=written):
            return module.texts.get(written)
    return None


def test_each_choice_comes_with_a_backup_or_stays_or_is_left_out() -> None:
    found, unknown = set(), set()
    for path in CODE.rglob("*.py"):
        if ".choices." not in path.read_text(encoding="utf-8"):
            continue
        module = Module(path)
        for name in module.asked():
            text = text_of(module, name)
            if text is None:
                unknown.add(path.relative_to(CODE).as_posix())
            else:
                found.add(text)
    assert unknown == NAMED_AT_RUN_TIME
    classes = (BROUGHT, frozenset(OF_THIS_COMPUTER), frozenset(LEFT_OUT))
    assert {name: sum(name in each for each in classes) for name in found} == dict.fromkeys(found, 1)
    assert set(LEFT_OUT) <= found
