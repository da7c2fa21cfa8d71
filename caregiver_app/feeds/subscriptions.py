"""What a subscription list says: feeds, other lists it points to, and pages without a feed. Values only."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str, ...]
"""Names of folders, the outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One feed of a list. `url` is as the list gives it, trimmed; `paths` are the folders and categories it is in."""

    title: str
    url: str
    homepage: str = ""
    language: str = ""
    paths: tuple[Path, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """Every folder name once, in the order of the list: nested folders are topics side by side."""
        return tuple(dict.fromkeys(name for path in self.paths for name in path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An address in a list that is no feed."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """A whole list. `lists` and `pages` are named and never opened; `damaged` means that it had to be mended."""

    title: str
    feeds: tuple[Subscription, ...]
    lists: tuple[Reference, ...] = ()
    pages: tuple[Reference, ...] = ()
    damaged: bool = False
