"""A source that warns does so from a person's yes to that very source on, whatever it was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.library.store import Library
from tests.helpers.clock import MONDAY
from tests.helpers.installing import pack_of
from tests.helpers.library import a_library
from tests.helpers.trusted_stick import TrustedStick

FIRST, SECOND = "https://charity.org.uk/danger.xml", "https://charity.org.uk/more.xml"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    made.topics.define("dementia", "Dementia", 1, author="starter")
    made.topics.choose(["dementia"], at=MONDAY)
    yield made
    made.close()


class Stick(TrustedStick):
    """With one pack of sources."""

    _version = 0

    def next(self, **kinds: str) -> PreparedPack:
        """Sign a version with one source for each of these addresses, and return it ready to be installed."""
        self._version += 1
        sources = [a_source(address, kind) for address, kind in kinds.items()]
        made = pack_of("evenings", version=self._version, sources=sources)
        return self.sign("evenings", made, version=self._version)

    def asked(self) -> set[str]:
        """Return the addresses that are asked for pages."""
        return {source.url for source in self.library.sources.list(enabled=True)}


def a_source(address: str, kind: str) -> dict[str, Any]:
    name = address.rpartition("/")[2].partition(".")[0]
    said = {"id": name, "title": name, "address": address, "language": "en", "country": "GB", "topics": ["dementia"]}
    return said if kind == "news" else {**said, "kind": kind}


def test_news_that_become_warnings_are_asked_for_and_wait(tmp_path: Path, library: Library) -> None:
    stick = Stick(tmp_path / "stick", library)
    stick.packs.install(library, stick.next(**{FIRST: "news"}))
    (source,) = library.sources.list()
    library.sources.set_enabled(source.id, True)
    second = stick.next(**{FIRST: "alerts"})
    assert [part.title for part in second.changes.alert_sources] == ["danger"]
    step = stick.packs.install(library, second)
    assert stick.asked() == set()
    stick.packs.install(library, second, alerts=True)
    assert stick.asked() == {FIRST}
    stick.packs.undo(library, step)
    assert stick.asked() == {FIRST}  # it brings news again, as its topic wishes


def test_a_yes_to_one_source_is_none_to_the_next(tmp_path: Path, library: Library) -> None:
    stick = Stick(tmp_path / "stick", library)
    stick.packs.install(library, stick.next(**{FIRST: "alerts"}), alerts=True)
    second = stick.next(**{FIRST: "alerts", SECOND: "alerts"})
    assert [part.title for part in second.changes.alert_sources] == ["more"]
    stick.packs.install(library, second)
    assert stick.asked() == {FIRST}
    step = stick.packs.install(library, stick.next(**{FIRST: "alerts", SECOND: "alerts"}))
    assert stick.asked() == {FIRST}
    stick.packs.install(library, stick.next(**{FIRST: "alerts", SECOND: "alerts"}), alerts=True)
    assert stick.asked() == {FIRST, SECOND}
    stick.packs.undo(library, step)
    assert stick.asked() == {FIRST}


def test_a_source_that_warns_from_another_address_waits(tmp_path: Path, library: Library) -> None:
    stick = Stick(tmp_path / "stick", library)
    stick.packs.install(library, stick.next(**{FIRST: "alerts"}), alerts=True)
    moved = stick.next(**{"https://elsewhere.org.uk/danger.xml": "alerts"})
    assert [part.title for part in moved.changes.alert_sources] == ["danger"]
    stick.packs.install(library, moved)
    assert stick.asked() == set()
