"""How often a publisher wishes to be asked: RSS 2.0 `ttl` in minutes, and the syndication module of RSS 1.0."""

from __future__ import annotations

_PERIODS_S = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_LONGEST_S = 31_536_000


def polling_wish(ttl: str, period: str, frequency: str) -> int | None:
    """Return the wish in seconds, at most a year, None where nothing sensible is said.

    The module's defaults hold where only one of its two elements is there: daily, once a period.
    """
    if minutes := _number(ttl):
        return min(minutes * 60, _LONGEST_S)
    if not period and not frequency:
        return None
    length = _PERIODS_S.get(period.strip().lower() or "daily")
    return None if length is None else max(length // (_number(frequency) or 1), 60)


def _number(text: str) -> int | None:
    digits = text.strip().partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 and int(digits) > 0 else None
