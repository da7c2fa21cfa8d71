"""One kind of number of persons: its shape, its check, how it is usually written and what stands near it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """`shape` is matched against the letters and digits alone, in capitals; `check` is given them.

    `written` is the usual grouping: a number written so needs no words around it. `called` is what such a number is
    called. `distinct` says that its letters or its strong check set it apart from everything else by themselves.
    `only_usual` kinds have so little of a check that another grouping means another number.
    """

    id: str
    shape: re.Pattern[str]
    lengths: tuple[int, ...]
    check: Callable[[str], bool]
    called: re.Pattern[str]
    written: re.Pattern[str] | None = None
    distinct: bool = False
    only_usual: bool = False


def rule(
    id: str,
    shape: str,
    lengths: tuple[int, ...],
    check: Callable[[str], bool],
    *,
    called: str,
    written: str | None = None,
    distinct: bool = False,
    only_usual: bool = False,
) -> NumberRule:
    """Return a rule, its patterns compiled; `called` are alternatives in small letters, each a word by itself."""
    return NumberRule(
        id=id,
        shape=re.compile(shape),
        lengths=lengths,
        check=check,
        called=re.compile(rf"(?<![^\W_])(?:{called})(?![^\W_])"),
        written=re.compile(written, re.IGNORECASE) if written else None,
        distinct=distinct,
        only_usual=only_usual,
    )


def always(_number: str) -> bool:
    """Accept a number that carries no check digit: its shape is all there is."""
    return True


def weighted(digits: str, weights: tuple[int, ...], modulus: int) -> int:
    """Return the sum of digits times weights, modulo."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % modulus


def is_day(day: int, month: int) -> bool:
    """Return whether a day and a month of some year exist."""
    return 1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
