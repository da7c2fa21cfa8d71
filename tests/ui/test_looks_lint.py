"""Outside the theme no widget has a colour, a font or a size of its own, and none runs a loop of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import caregiver_app.ui

UI = Path(caregiver_app.ui.__file__).parent
MODULES = sorted(path for path in UI.rglob("*.py") if path.parent.name != "theme")

SIZE_SETTERS = {
    "setContentsMargins",
    "setFixedHeight",
    "setFixedSize",
    "setFixedWidth",
    "setIconSize",
    "setMaximumHeight",
    "setMaximumWidth",
    "setMinimumHeight",
    "setMinimumWidth",
    "setSpacing",
}
HEX = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3}){0,1}(?:[0-9A-Fa-f]{2})?\b")
PX = re.compile(r"\d+\s*px\b")
ARROWS_AND_TICKS = re.compile("[\u2190-\u21ff\u2713\u2714\u2717\u2718\u25b2-\u25c5\U0001f000-\U0001ffff]")


def faults(tree: ast.Module) -> Iterator[str]:
    """Yield what a module does that only the theme may do."""
    told = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield from _in_text(node.value, node.lineno)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _in_call(node, node.func)


def _docstrings(tree: ast.Module) -> set[ast.expr]:
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    return {body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)}


def _in_text(text: str, line: int) -> Iterator[str]:
    if HEX.search(text):
        yield f"line {line}: a colour"
    if PX.search(text):
        yield f"line {line}: a size in px"
    if ARROWS_AND_TICKS.search(text):
        yield f"line {line}: an arrow, a tick or an emoji as text"


def _in_call(call: ast.Call, function: ast.Attribute) -> Iterator[str]:
    receiver = function.value.id if isinstance(function.value, ast.Name) else ""
    if function.attr == "setStyleSheet":
        yield f"line {call.lineno}: a style sheet of its own"
    if function.attr in ("exec", "exec_") and receiver != "app":
        yield f"line {call.lineno}: a loop of its own"
    if function.attr == "setFont" and receiver != "painter":
        yield f"line {call.lineno}: a font of its own"
    if function.attr in SIZE_SETTERS and any(_is_size(argument) for argument in call.args):
        yield f"line {call.lineno}: a size that does not grow"


def _is_size(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, int) and argument.value != 0


def test_every_module_leaves_looks_to_the_theme() -> None:
    found = {str(path.relative_to(UI)): list(faults(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES}
    assert len(found) > 500
    assert {name: faulty for name, faulty in found.items() if faulty} == {}


@pytest.mark.parametrize(
    "source",
    [
        'label.setStyleSheet("color: red")',
        "widget.setFont(font)",
        "widget.setFixedHeight(44)",
        'text = "padding: 4px"',
        'colour = "#0B524D"',
        'colour = "#fff"',
        "dialog.exec()",
        'text = "Next \u2192"',
    ],
)
def test_the_lint_finds_what_it_looks_for(source: str) -> None:
    assert list(faults(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["painter.setFont(font)", "app.exec()", "row.setSpacing(0)", "w.setFixedHeight(theme.px(44))"]
)
def test_the_lint_lets_pass_what_grows(source: str) -> None:
    assert list(faults(ast.parse(source))) == []
