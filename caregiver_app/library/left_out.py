"""The condition that an article does not have certain words, for lists that nothing else narrows.

What an index says of a frequent word is as long as the library, and a page needs to know it of some hundred articles
only. So the index is asked in pieces, each when a list comes to an article in it (SQLite runs an uncorrelated
subquery when it is first needed, once): small pieces at both ends, where lists begin, and larger ones between.
"""

from __future__ import annotations

from collections.abc import Sequence

_OLDEST = 8_000
_NEWEST = 2_000
_LARGER = 4
_PIECES = 5


def piece_begins(top: int) -> Sequence[int]:
    """Return the lowest id of each piece of a library whose highest id is `top`, the highest piece first; 0 is last."""
    from_the_top = {top - _NEWEST * _LARGER**number for number in range(_PIECES)}
    return sorted({begin for begin in (_OLDEST, *from_the_top) if 0 < begin < top} | {0}, reverse=True)


def not_found(index: str, match: str, begins: Sequence[int]) -> str:
    """Return the condition on `a` that an index does not find `match` (a parameter) in it; `begins` are as above."""
    cases = []
    end = ""
    for begin in begins:
        found = f"SELECT rowid FROM {index} WHERE {index} MATCH {match} AND rowid >= {begin}{end}"
        cases.append(f"WHEN a.item_id >= {begin} THEN a.item_id NOT IN ({found})")
        end = f" AND rowid < {begin}"
    return f"CASE {' '.join(cases)} END"
