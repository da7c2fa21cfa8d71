"""The packs that ship take the place of the content that there was before them: ids and all that a person did stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import make_starter
from caregiver_app.bootstrap.built_in import INSTALLED, install_built_in
from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.source import NewSource, SourceFormat, SourceId, SourceKind
from caregiver_app.packs.built_in import built_in_packs
from tests.helpers.clock import MONDAY
from tests.helpers.installing import all_of
from tests.helpers.library import LATER, a_library, an_article, store
from tests.helpers.organisations import put_organisation


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def content_before_packs(library: Library) -> None:
    """Fill a library as the first versions did."""

    def read(name: str) -> list[dict[str, object]]:
        return list(json.loads(make_starter.place_of(name).read_bytes()))

    for each in read("topics.json"):
        library.topics.define(str(each["id"]), str(each["title"]), int(str(each["position"])), author="starter")
    for each in json.loads(make_starter.place_of("organisations.json").read_bytes()):
        sites = tuple(
            Site(host=site["host"], path_prefix=site["path_prefix"], exceptions=tuple(site["exceptions"]))
            for site in each["sites"]
        )
        facts = {name: each[name] for name in ("name", "country", "homepage", "known")}
        put_organisation(library, Organisation(uid=f"starter/{each['id']}", sites=sites, **facts), author="starter")
    for name, form in (("sources.json", SourceFormat.FEED), ("pages.json", SourceFormat.PAGE)):
        for each in json.loads(make_starter.place_of(name).read_bytes()):
            facts = {field: each[field] for field in ("url", "title", "language", "country", "homepage")}
            new = NewSource(
                **facts,
                uid=f"starter/{each['id']}",
                author="starter",
                organisation_uid=f"starter/{each['organisation']}",
                kind=SourceKind(each["kind"]),
                format=form,
                topics=tuple(each["topics"]),
                asks_first=bool(each["asks_first"]),
                note=each["asks_first"],
            )
            library.sources.add(new, at=MONDAY)


def test_what_there_was_before_packs_becomes_theirs_and_a_persons_word_stays(library: Library) -> None:
    content_before_packs(library)
    library.topics.choose(["heart"], at=MONDAY)
    first, second, third = library.sources.list()[:3]
    library.sources.set_enabled(first.id, True)
    library.sources.set_title(second.id, "Mine")
    library.sources.remove(third.id, at=LATER)
    (item,) = store(library, SourceId(first.id), an_article("a"))
    library.marks.set([item], MarkKind.STARRED, True, at=MONDAY)
    sources = [(source.id, source.uid, source.title, source.organisation) for source in library.sources.list()]
    sites = all_of(library)["site"]
    install_built_in(library, at=LATER)
    after = [(source.id, source.uid, source.title, source.organisation) for source in library.sources.list()]
    assert after == sources
    assert all_of(library)["site"] == sites
    assert library.sources.get(first.id).enabled
    assert library.articles.get(item).row.starred
    assert {row[1] for row in all_of(library)["source_origin"]} == {f"starter/{pack.id}" for pack in built_in_packs()}
    assert all(check.ok for check in library.health.check())


def test_a_pack_that_a_person_removed_stays_away_and_others_are_as_before(library: Library) -> None:
    install_built_in(library, at=MONDAY)
    before = all_of(library)
    install_built_in(library, at=LATER)
    assert library.packs.remove(PackUid("starter/scams"), at=LATER)
    without = all_of(library)
    library.choices.put(INSTALLED, "an older one")
    install_built_in(library, at=LATER)
    assert all_of(library) == without != before
    assert "starter/scams" not in [pack.uid for pack in library.packs.list()]
