"""Whether one word becomes another with one slip of the finger. Pure."""

from __future__ import annotations


def is_one_edit(left: str, right: str) -> bool:
    """Tell whether two different words are one letter apart: more, less, other, or two neighbours swapped."""
    short, long = sorted((left, right), key=len)
    if left == right or len(long) - len(short) > 1:
        return False
    same = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) > len(short):
        return short[same:] == long[same + 1 :]
    rest_short, rest_long = short[same:], long[same:]
    swapped = len(rest_short) > 1 and rest_short[:2] == rest_long[1::-1] and rest_short[2:] == rest_long[2:]
    return rest_short[1:] == rest_long[1:] or swapped
