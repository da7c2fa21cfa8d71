"""The classes of all that opens over the window, read from the source: a new one is found without being named."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.helpers.command_line import ROOT

_UI = ROOT / "caregiver_app" / "ui"
_DRAWERS = "Drawer"
_OPENING = "open_popover"


def panel_classes() -> frozenset[str]:
    """Return drawers that are no base of others, and what is made where a popover is opened: module and class."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(_UI.rglob("*.py"))}
    made = {name for text in sources.values() if _OPENING in text for name in _in_popovers(ast.parse(text))}
    trees = {path: ast.parse(text) for path, text in sources.items() if "\nclass " in text}
    defined = {(path, each.name): each for path, tree in trees.items() for each in _classes(tree)}
    bases = {name: {_name(base) for base in each.bases} for (_path, name), each in defined.items()}
    abstract = set.union(*bases.values())
    drawers = {key for key in defined if _is_drawer(key[1], bases) and key[1] not in abstract}
    return frozenset(_full(*key) for key in defined if key in drawers or key[1] in made)


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (each for each in tree.body if isinstance(each, ast.ClassDef))


def _is_drawer(name: str, bases: Mapping[str, set[str]]) -> bool:
    of = bases.get(name, set())
    return _DRAWERS in of or any(_is_drawer(base, bases) for base in of if base != name)


def _in_popovers(tree: ast.AST) -> Iterator[str]:
    """Yield the names of classes whose objects a function of this module hands to a popover."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            calls = [each for each in ast.walk(function) if isinstance(each, ast.Call)]
            for call in calls:
                if _name(call.func) == _OPENING:
                    yield from _made_by(call.args[0], function)


def _made_by(content: ast.expr, function: ast.FunctionDef) -> Iterator[str]:
    if isinstance(content, ast.Call):
        yield _name(content.func)
    for each in ast.walk(function):
        if isinstance(each, ast.Assign) and [_name(target) for target in each.targets] == [_name(content)]:
            yield _name(each.value.func) if isinstance(each.value, ast.Call) else ""


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _full(path: Path, name: str) -> str:
    return ".".join((*path.relative_to(ROOT).with_suffix("").parts, name))
