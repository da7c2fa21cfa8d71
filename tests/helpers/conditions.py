"""Conditions that corpora state in Python's notation, judged without running anything: `len(result["feeds"]) == 2`.

Only reading is possible: names that are given, subscripts, `.get`, `len`, comparisons, `in`, `not`, constants, lists.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.Lt: operator.lt,
    ast.Gt: operator.gt,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


def holds(condition: str, given: Mapping[str, Any]) -> bool:
    """Return whether a condition is true; one that asks for what is not there is false.

    Raises:
        ValueError: it is written in a way that is not understood here.
    """
    try:
        return bool(_value(ast.parse(condition.strip(), mode="eval").body, given))
    except (KeyError, IndexError):
        return False


def _value(node: ast.expr, given: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return given[node.id]
        case ast.List() | ast.Tuple():
            values = [_value(element, given) for element in node.elts]
            return values if isinstance(node, ast.List) else tuple(values)
        case ast.Subscript():
            return _value(node.value, given)[_value(node.slice, given)]
        case ast.UnaryOp(op=ast.Not()):
            return not _value(node.operand, given)
        case ast.BoolOp(op=ast.And()):
            return all(_value(part, given) for part in node.values)
        case ast.BoolOp(op=ast.Or()):
            return any(_value(part, given) for part in node.values)
        case ast.Compare():
            return _compared(node, given)
        case ast.Call():
            return _called(node, given)
    raise ValueError(ast.unparse(node))


def _compared(node: ast.Compare, given: Mapping[str, Any]) -> bool:
    left = _value(node.left, given)
    for sign, right_node in zip(node.ops, node.comparators, strict=True):
        right = _value(right_node, given)
        if not _COMPARE[type(sign)](left, right):
            return False
        left = right
    return True


def _called(node: ast.Call, given: Mapping[str, Any]) -> Any:
    arguments = [_value(argument, given) for argument in node.args]
    match node.func:
        case ast.Name(id="len"):
            return len(arguments[0])
        case ast.Attribute(attr="get"):
            return _value(node.func.value, given).get(*arguments)
    raise ValueError(ast.unparse(node))
