"""Finds words for people in the code that nobody can translate: they stand outside of `_()`, `ngettext` and `pgettext`.

Two looks at each module: a text that reads like a sentence, wherever it stands, and any word that is handed to what
shows or speaks it. What is translated while a module is read is found too: the language is not known then; and what
is translated within the braces of another text, which nobody gathers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_TRANSLATORS = {"_", "gettext", "ngettext", "pgettext"}
_SHOWS = {
    "PlainLabel": 0,
    "announce": 0,
    "say": 0,
    "setAccessibleDescription": 0,
    "setAccessibleName": 0,
    "setPlaceholderText": 0,
    "setText": 0,
    "setToolTip": 0,
    "setWindowTitle": 0,
    "set_subtitle": 0,
    "set_words": 0,
    "Button": 1,
    "Card": 1,
    "CheckBox": 1,
    "ChipGroup": 1,
    "FoldChoice": 1,
    "NamedChoice": 1,
}
"""Which argument of a call people see."""

_SHOWN_NAMES = {"name", "text", "title", "heading", "hint", "subtitle", "placeholder", "keywords", "spoken"}
_SHOWING_CLASSES = {"Command", "Message", "NavEntry", "ChipChoice", "SettingsEntry", "UndoStep", "Question", "Option"}
_SENTENCE = re.compile(r"[A-Z“¿¡][\w’'-]*[,:;]? .*[a-z]", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2}")
_NOT_WORDS = re.compile(r"(?:\w+://|[\w.+-]*[/\\@#{}=_<>]|[A-Z0-9_.-]+$|[A-Z]{2,} )")
_NAMES = {"Atkinson Hyperlegible", "Noto Sans"}
"""Proper names, which are the same everywhere: those of fonts."""

_PLACES = ("ui", "cli", "support/sentences", "printing", "sharing", "vault/sheets", "vault/forms")


def find_unwrapped(root: Path) -> Iterator[str]:
    """Yield a line for each text of the code under `root` that cannot be translated."""
    for place in _PLACES:
        for path in sorted((root / "caregiver_app" / place).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for line, text in sorted(faults(tree)):
                yield f"{name}:{line}: cannot be translated: {text!r}"


def faults(tree: ast.Module) -> set[tuple[int, str]]:
    """Return line and text of what stands outside of the catalogue, or is translated too early."""
    passed_over = set(_not_for_people(tree))
    found = {(node.lineno, text) for node, text in _texts(tree, passed_over) if _SENTENCE.match(text)}
    found |= {(node.lineno, text) for node, text in _shown(tree, passed_over)}
    found |= {(node.lineno, _first(node)) for node in _too_early(tree)}
    return found | {(node.lineno, _first(node)) for node in _in_patterns(tree)}


def _in_patterns(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield what is translated within the braces of a text: what gathers the words does not look there."""
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for node in ast.walk(text):
            if isinstance(node, ast.Call) and _name(node) in _TRANSLATORS:
                yield node


def _texts(tree: ast.AST, passed_over: set[int]) -> Iterator[tuple[ast.Constant, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in passed_over or not isinstance(node.value, str):
            continue
        if node.value not in _NAMES and not _NOT_WORDS.match(node.value):
            yield node, node.value


def _shown(tree: ast.Module, passed_over: set[int]) -> Iterator[tuple[ast.Constant, str]]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = _SHOWS.get(_name(call))
        handed = [] if place is None else call.args[place : place + 1]
        if place is not None or _name(call) in _SHOWING_CLASSES:
            handed = [*handed, *(each.value for each in call.keywords if each.arg in _SHOWN_NAMES)]
        for argument in handed:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                yield from ((node, text) for node, text in _texts(part, passed_over) if _WORD.search(text))


def _not_for_people(tree: ast.Module) -> Iterator[int]:
    """Yield what is translated, documented, raised for programmers, or a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in _TRANSLATORS:
            yield from _constants(node.args)
        elif isinstance(node, ast.Raise | ast.Assert):
            yield from _constants([node])
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.Subscript):
            yield from _constants([node.slice])


def _constants(nodes: Sequence[ast.AST]) -> Iterator[int]:
    for node in nodes:
        yield from (id(each) for each in ast.walk(node) if isinstance(each, ast.Constant))


def _too_early(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield what is translated while the module is read, in the body of the module or of a class."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call) and _name(node) in _TRANSLATORS:
            yield node
        waiting += ast.iter_child_nodes(node)


def _first(call: ast.Call) -> str:
    return next((str(each.value) for each in call.args if isinstance(each, ast.Constant)), "")


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
