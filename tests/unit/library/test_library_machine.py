"""Whatever is done in whatever order, the library stays sound, and a search finds what a plain look finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from caregiver_app.library.entry_values import EntryChanges
from caregiver_app.library.sources import RemovedSource
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.clock import StillClock
from tests.helpers.library import a_library, add_source, an_article, change, index_all, join, store

WORDS = ("lamp", "night", "tea", "walk")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


class LibraryMachine(RuleBasedStateMachine):
    """Does what sync, a person and the passing of time do, and keeps a simple account of what must be there."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StillClock()
        self.library = a_library(Path(self.folder.name), self.clock)
        self.ids: list[SourceId] = []
        self.removed: dict[int, RemovedSource] = {}
        self.texts: dict[ItemId, str] = {}
        self.carried: dict[tuple[int, str], ItemId] = {}
        self.speaker: dict[ItemId, int] = {}
        self.hidden: set[ItemId] = set()
        self.marks: dict[MarkKind, set[ItemId]] = {kind: set() for kind in MarkKind}

    def teardown(self) -> None:
        self.examine()
        self.library.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        self.ids = [add_source(self.library, f"source{n}") for n in range(3)]
        for source in range(3):
            self._store(source, "lamp")
            self._store(source, "lamp night")

    def now(self) -> Millis:
        self.clock.advance(1)
        return self.clock.now()

    @precondition(lambda self: len(self.removed) < len(self.ids))
    @rule(data=st.data(), text=texts)
    def store_new(self, data: st.DataObject, text: str) -> None:
        self._store(self.draw_present(data), text)

    def _store(self, source: int, text: str) -> None:
        key = f"key {len(self.carried)}"
        article = an_article(key, key, text, at=self.now())
        (item,) = store(self.library, self.ids[source], article, at=self.now(), index=False)
        self.carried[source, key] = item
        self.speaker[item] = source
        self.texts[item] = text

    @precondition(lambda self: self.shown() and len(self.removed) < len(self.ids))
    @rule(data=st.data())
    def join_existing(self, data: st.DataObject) -> None:
        source, key = self.draw_present(data), f"key {len(self.carried)}"
        item = data.draw(st.sampled_from(sorted(self.shown())))
        join(self.library, self.ids[source], key, item, at=self.now())
        self.carried[source, key] = item

    @precondition(lambda self: self.carried)
    @rule(data=st.data(), text=texts)
    def change_known(self, data: st.DataObject, text: str) -> None:
        source, key = data.draw(st.sampled_from(sorted(self.carried)))
        item = self.carried[source, key]
        change(self.library, self.ids[source], key, key, text, at=self.now(), revise=self.texts[item] != text)
        if self.speaker[item] in (source, *self.removed):
            self.texts[item] = text

    @precondition(lambda self: self.texts)
    @rule(data=st.data(), kind=st.sampled_from(MarkKind), value=st.booleans())
    def mark(self, data: st.DataObject, kind: MarkKind, value: bool) -> None:
        items = data.draw(st.sets(st.sampled_from(sorted(self.texts)), min_size=1, max_size=3))
        self.library.marks.set(items, kind, value, at=self.now())
        self.marks[kind] = self.marks[kind] | items if value else self.marks[kind] - items

    @precondition(lambda self: len(self.removed) < len(self.ids))
    @rule(data=st.data())
    def remove_source(self, data: st.DataObject) -> None:
        source = self.draw_present(data)
        self.removed[source] = self.library.sources.remove(self.ids[source], at=self.now())
        still_carried = {item for (other, _), item in self.carried.items() if other not in self.removed}
        kept = self.marks[MarkKind.STARRED] | self.marks[MarkKind.ARCHIVED]
        self.hidden |= self.carried_by(source) - still_carried - kept

    @precondition(lambda self: self.removed)
    @rule(data=st.data())
    def put_source_back(self, data: st.DataObject) -> None:
        source = data.draw(st.sampled_from(sorted(self.removed)))
        self.library.sources.put_back(self.removed.pop(source))
        self.hidden -= self.carried_by(source)

    @rule(chore=st.sampled_from(["read all", "leave the feed", "index some", "rebuild the index", "open again"]))
    def do_chore(self, chore: str) -> None:
        match chore:
            case "read all":
                self.library.marks.mark_read_where(ArticleQuery(), at=self.now())
                self.marks[MarkKind.READ] |= self.shown() - self.marks[MarkKind.ARCHIVED]
            case "leave the feed":
                self.library.entries.store(self.ids[0], EntryChanges(), at=self.now())
            case "index some":
                self.library.search.catch_up(at_most=2)
            case "rebuild the index":
                self.library.search.rebuild()
            case _:
                self.library.close()
                self.library = a_library(Path(self.folder.name), self.clock)

    @invariant()
    def lists_show_what_they_should(self) -> None:
        active, archived = self.found(""), self.found("is:archived")
        assert active == self.shown() - self.marks[MarkKind.ARCHIVED]
        assert archived == self.shown() & self.marks[MarkKind.ARCHIVED]
        assert self.found("is:starred") == active & self.marks[MarkKind.STARRED]
        assert self.found("is:read") == active & self.marks[MarkKind.READ]

    @rule()
    def examine(self) -> None:
        """Compare the index with a plain look at every text; brings the index up to date, so it is no invariant."""
        index_all(self.library)
        for word in WORDS:
            holding = {item for item, text in self.texts.items() if word in text.split()}
            assert self.found(word) == holding & self.shown() - self.marks[MarkKind.ARCHIVED]
        assert [check for check in self.library.health.check() if not check.ok] == []

    def draw_present(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from([n for n in range(len(self.ids)) if n not in self.removed]))

    def found(self, typed: str) -> set[ItemId]:
        return {row.id for row in self.library.articles.page(ArticleQuery(text=typed), limit=100).rows}

    def shown(self) -> set[ItemId]:
        return self.texts.keys() - self.hidden

    def carried_by(self, source: int) -> set[ItemId]:
        return {item for (carrier, _), item in self.carried.items() if carrier == source}


LibraryMachine.TestCase.settings = settings(
    max_examples=settings().max_examples // 3, stateful_step_count=15, deadline=None
)
TestLibraryMachine = LibraryMachine.TestCase
