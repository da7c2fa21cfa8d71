"""There is one road to a card: nothing but the policy makes one, alters one, or takes hold of its class to do so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import caregiver_app
from caregiver_app.model.card import ShareableCard

ROOT = Path(caregiver_app.__file__).parent
NAME = ShareableCard.__name__
POLICY = ROOT / "sharing" / "policy.py"
OWN = {field.name for field in fields(ShareableCard)} - {"title", "link", "organisation"}
HOME = ROOT / "model" / "card.py"


def uses_beside_annotations(tree: ast.AST) -> list[ast.AST]:
    """Return where a module takes hold of the class itself: to call it, to rename it, to hand it on."""
    told = {id(inner) for annotation in annotations_of(tree) for inner in ast.walk(annotation)}
    return [
        node
        for node in ast.walk(tree)
        if ((isinstance(node, ast.Name) and node.id == NAME) or (isinstance(node, ast.Attribute) and node.attr == NAME))
        and id(node) not in told
    ]


def annotations_of(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            yield node.returns


def alterations(tree: ast.AST) -> list[ast.Call]:
    """Return the calls that could make another card of one: `replace` with a name that only cards have."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] == "replace"
        and OWN & {keyword.arg for keyword in node.keywords}
    ]


def renamed(tree: ast.AST) -> list[ast.alias]:
    return [
        alias
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == NAME and alias.asname is not None
    ]


def test_only_the_policy_makes_cards() -> None:
    for path in ROOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if NAME not in text and not ("replace(" in text and any(f"{name}=" in text for name in OWN)):
            continue  # to take all modules apart takes ten seconds
        tree = ast.parse(text)
        assert alterations(tree) == [], path
        assert renamed(tree) == [], path
        if path not in (POLICY, HOME):
            assert uses_beside_annotations(tree) == [], path
    (only,) = uses_beside_annotations(ast.parse(POLICY.read_text(encoding="utf-8")))
    assert isinstance(only, ast.Name)


def test_the_search_finds_what_it_looks_for() -> None:
    """A search that finds nothing proves nothing unless it can find."""
    for breach in (f"x = {NAME}(title='a')", f"x = card.{NAME}", f"maker = {NAME}", f"{NAME}.__new__({NAME})"):
        assert uses_beside_annotations(ast.parse(breach)) != [], breach
    for fine in (f"def f(x: {NAME}) -> tuple[{NAME}, ...]: ...", f"x: list[{NAME}] = []"):
        assert uses_beside_annotations(ast.parse(fine)) == [], fine
    assert alterations(ast.parse("dataclasses.replace(card, label='Checked')")) != []
    assert renamed(ast.parse(f"from caregiver_app.model.card import {NAME} as Card")) != []


def test_a_card_has_no_room_for_more() -> None:
    assert [field.name for field in fields(ShareableCard)] == ["title", "link", "organisation", "label", "reviewed_on"]
