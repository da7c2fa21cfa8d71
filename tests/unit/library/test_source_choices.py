"""Many sources are switched and sorted in one step, which can be taken back; what their authors say is not lost."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource, SourceId
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER

TRUST = NewSource(
    url="https://trust.example/feed", uid="starter/trust", title="Trust", author="starter", topics=("falls",)
)


def two(library: Library) -> list[SourceId]:
    for place, topic in enumerate(("falls", "sleep")):
        library.topics.define(topic, topic.capitalize(), place, author="starter")
    own = NewSource(url="https://own.example/feed", title="My own")
    return [library.sources.add(TRUST, at=MONDAY), library.sources.add(own, at=MONDAY)]


def on(library: Library) -> list[str]:
    return [source.title for source in library.sources.list(enabled=True)]


def topics(library: Library, source_id: SourceId) -> tuple[str, ...]:
    return library.sources.get(source_id).topics


def test_many_are_switched_in_one_step_and_only_those_that_changed_are_named(library: Library) -> None:
    trust, own = two(library)
    before = library.sources.set_all_enabled([trust, own, SourceId(99)], True)
    assert on(library) == ["My own", "Trust"]
    assert [choice.source_id for choice in before] == [trust]


def test_a_switch_taken_back_leaves_the_word_to_the_topics_again(library: Library) -> None:
    trust, _own = two(library)
    library.sources.put_choices_back(library.sources.set_all_enabled([trust], True))
    off = on(library)
    library.topics.choose(["falls"], at=MONDAY)
    assert (off, on(library)) == (["My own"], ["My own", "Trust"])


def test_topics_are_those_a_person_says_whatever_the_author_says_later(library: Library) -> None:
    trust, own = two(library)
    library.sources.set_topics([trust, own], ["sleep", "nothing"])
    library.sources.add(replace(TRUST, title="The Trust"), at=LATER)
    assert (topics(library, trust), topics(library, own)) == (("sleep",), ("sleep",))


def test_topics_taken_back_are_the_authors_again(library: Library) -> None:
    trust, own = two(library)
    before = library.sources.set_topics([trust, own], [])
    none = (topics(library, trust), topics(library, own))
    library.sources.put_choices_back(before)
    assert none == ((), ())
    assert (topics(library, trust), topics(library, own)) == (("falls",), ())


def test_no_topics_of_ones_own_means_those_of_the_author(library: Library) -> None:
    trust, _own = two(library)
    library.sources.set_topics([trust], ["sleep"])
    library.sources.set_topics([trust], None)
    assert topics(library, trust) == ("falls",)


def test_sorting_a_source_does_not_switch_it(library: Library) -> None:
    trust, _own = two(library)
    library.topics.choose(["falls"], at=MONDAY)
    library.sources.set_topics([trust], ["sleep"])
    sorted_on = on(library)
    library.topics.choose(["falls", "sleep"], at=LATER)
    assert sorted_on == on(library) == ["My own", "Trust"]


def test_what_is_gone_meanwhile_is_passed_over(library: Library) -> None:
    trust, own = two(library)
    before = library.sources.set_all_enabled([trust, own], False)
    library.sources.remove(own, at=MONDAY)
    library.sources.put_choices_back(before)
    assert on(library) == []
