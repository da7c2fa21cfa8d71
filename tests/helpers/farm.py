"""The farm of synthetic feeds that lies with the corpora beside the checkout: many feeds on many loopback hosts.

It is a test tool from elsewhere and no part of the project; modules that use it are called `test_corpus_*.py`, so that
they are left out where the corpora are missing, and fail where only the farm is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from tests.helpers.corpora import find_corpora

_NAME = "feed_farm"


class Farm(Protocol):
    """What tests use of a running farm."""

    feeds: int
    entries: int

    def urls(self) -> list[str]:
        """Return the addresses of all feeds."""
        ...

    def opml(self) -> str:
        """Return the list of all feeds in folders."""
        ...

    def feed_title(self, index: int) -> str:
        """Return the title of one feed."""
        ...

    def next_round(self) -> Mapping[str, object]:
        """Let some feeds change: `changed_feeds` are their indexes, `new_entries` counts what is new in all."""
        ...

    def stats(self) -> Mapping[str, object]:
        """Return `statuses` (answers by status) and `body_bytes` of all answers for feeds so far."""
        ...

    def running(self) -> AbstractContextManager[object]:
        """Serve until the block ends."""
        ...


@contextmanager
def running_farm(
    *, feeds: int, hosts: int, entries: int, changed_percent: float = 10, html_bytes: int = 600
) -> Iterator[Farm]:
    """Serve a farm on loopback until the block ends."""
    farm = cast(
        Farm,
        _farm_module().FeedFarm(
            feeds=feeds, hosts=hosts, entries=entries, changed_percent=changed_percent, html_bytes=html_bytes
        ),
    )
    with farm.running():
        yield farm


def _farm_module() -> ModuleType:
    if _NAME not in sys.modules:
        spec = spec_from_file_location(_NAME, _find_farm())
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        sys.modules[_NAME] = module
        spec.loader.exec_module(module)
    return sys.modules[_NAME]


def _find_farm() -> Path:
    beside_the_checkout = Path(__file__).resolve().parents[3] / "shared" / "tools" / f"{_NAME}.py"
    corpora = find_corpora()
    with_corpora = corpora.parent.parent / "tools" / f"{_NAME}.py" if corpora else beside_the_checkout
    for path in (beside_the_checkout, with_corpora):
        if path.is_file():
            return path
    raise FileNotFoundError(f"{_NAME}.py: neither beside the checkout nor with the corpora")
