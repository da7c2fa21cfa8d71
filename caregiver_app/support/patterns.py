"""Regular expressions that are compiled when they are first used.

A class of letters from many scripts takes some 6 ms to compile, and the window's start has no use for most of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class LatePattern:
    """Does what `re.Pattern` does; after the first use it costs no more."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[str]]:
        """`re.Pattern.findall`, of a pattern without groups."""
        return self.compiled.findall

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """`re.Pattern.sub`."""
        return self.compiled.sub
