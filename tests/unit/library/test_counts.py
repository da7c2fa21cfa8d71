"""What is counted beside topics is what their lists show, whatever was done before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.library.sources import RemovedSource
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_library, add_source, an_article, join, store

TOPICS = ("falls", "sleep")


def fill(library: Library) -> tuple[list[SourceId], list[ItemId]]:
    """Three sources, the first two of one topic, articles that one, two or all of them carry."""
    for position, topic in enumerate(TOPICS):
        library.topics.define(topic, topic, position, author="starter")
    sources = [
        library.sources.add(NewSource(url="https://a.example/", topics=("falls",)), at=MONDAY),
        library.sources.add(NewSource(url="https://b.example/", topics=("falls", "sleep")), at=MONDAY),
        add_source(library, "c"),
    ]
    items = store(
        library, sources[0], *(an_article(f"k{n}", f"Royal {n}" if n % 4 == 0 else f"T{n}") for n in range(8))
    )
    items += store(library, sources[2], *(an_article(f"c{n}") for n in range(2)))
    for number, source in ((1, 1), (2, 1), (2, 2), (4, 1)):
        join(library, sources[source], f"j{number}", items[number])
    return sources, items


def check(library: Library) -> None:
    counted = library.articles.in_topics()
    assert counted == {topic: library.articles.count(ArticleQuery(topic=topic)) for topic in TOPICS}
    assert library.search.is_sound()


def test_counts_are_those_of_the_lists(library: Library) -> None:
    items = fill(library)[1]
    assert library.articles.in_topics() == {"falls": 8, "sleep": 3}
    library.mutes.add("royal", at=MONDAY)
    check(library)
    library.marks.set(items[1:3], MarkKind.READ, True, at=LATER)
    check(library)


def test_counts_stop_at_the_cap(library: Library) -> None:
    fill(library)
    assert library.articles.in_topics(cap=2) == {"falls": 2, "sleep": 2}


def test_an_empty_library_counts_nothing(library: Library) -> None:
    assert library.articles.in_topics() == {}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "read",
                "unread",
                "archive",
                "bring back",
                "remove",
                "put back",
                "delete",
                "mute",
                "unmute",
                "rebuild",
                "join",
            ]
        ),
        st.integers(0, 9),
    ),
    max_size=12,
)


@given(steps=STEPS)
def test_counts_hold_whatever_was_done(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]) -> None:
    library = a_library(tmp_path_factory.mktemp("counts"))
    sources, items = fill(library)
    removed: dict[SourceId, RemovedSource] = {}
    for number, (step, which) in enumerate(steps):
        item, source = items[which], sources[which % 3]
        match step:
            case "remove" if source not in removed:
                removed[source] = library.sources.remove(source, at=LATER)
            case "put back" if source in removed:
                library.sources.put_back(removed.pop(source))
            case "join" if library.articles.rows_of([item]):
                join(library, source, f"later {number}", item)
            case _:
                do(library, step, item)
    check(library)
    library.close()


def do(library: Library, step: str, item: ItemId) -> None:
    """Do what needs to know nothing of what was done before."""
    match step:
        case "read" | "unread":
            library.marks.set([item], MarkKind.READ, step == "read", at=LATER)
        case "archive" | "bring back":
            library.marks.set([item], MarkKind.ARCHIVED, step == "archive", at=LATER)
        case "delete":
            with library.write("test.delete") as writer:
                writer.execute("DELETE FROM item WHERE id = :id", {"id": item})
        case "mute":
            library.mutes.add("royal", at=LATER)
        case "unmute":
            library.mutes.remove("royal")
        case "rebuild":
            library.search.rebuild()


def test_older_ones_are_marked_as_read_and_come_back_in_one_step(library: Library) -> None:
    source = add_source(library)
    ids = store(library, source, *(an_article(f"k{n}", at=MONDAY - n) for n in range(6)))
    library.marks.set(ids[5:], MarkKind.READ, True, at=MONDAY)
    before = library.marks.times(ids, MarkKind.READ)
    changed = library.marks.mark_read_where(ArticleQuery(source_id=source), at=LATER, older_than=Millis(MONDAY - 2))
    assert set(changed) == set(ids[3:5])
    library.marks.set(changed, MarkKind.READ, False, at=LATER)
    assert library.marks.times(ids, MarkKind.READ) == before
