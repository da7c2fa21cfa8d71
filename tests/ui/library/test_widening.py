"""A search that finds nothing is asked with other everyday words for the same, else by its topic; others stay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.widening import Instead
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import ORIGINAL, current_language, use_language
from caregiver_app.support.sentences.searching import instead_words
from caregiver_app.ui.library.questions import first_page
from caregiver_app.ui.palette.questions import find
from tests.helpers.clock import StillClock
from tests.helpers.silent_door import SilentDoor
from tests.helpers.starter import begin_started

WANTED = ArticleQuery(with_guides=True, with_links=True)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """What ships, with no page brought by a source."""
    folder = begin_started(tmp_path_factory.mktemp("widening") / "data")
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    with closing(services), closing(services.open_library()) as library:
        yield library


@pytest.fixture(params=["en_GB", "es_ES"])
def speaks(request: pytest.FixtureRequest) -> Iterator[None]:
    use_language(request.param)
    yield
    use_language(ORIGINAL)


EVERYDAY = {
    "en": {
        "bladder": "",
        "vacation": "",
        "brain attack": "Stroke",
        "sugar": "Diabetes",
        "glucose": "Diabetes",
        "Alzheimer": "Dementia",
        "tumour": "Cancer",
    },
    "es": {
        "ictus": "Ictus",
        "derrame": "Ictus",
        "azúcar": "Diabetes",
        "glucosa": "Diabetes",
        "vejiga": "",
        "incontinencia": "",
        "vacaciones": "",
        "fraude": "",
    },
}


@pytest.mark.usefixtures("speaks")
def test_everyday_words_find_something(library: Library) -> None:
    for typed, topic in EVERYDAY[current_language()].items():
        page = first_page(library, replace(WANTED, text=typed, language=current_language()))
        assert page.rows, typed
        assert page.rows[0].language.startswith(current_language()), typed
        assert page.instead in (None, Instead(words=typed, topic=topic)), typed
        if topic:
            found = find(library, typed)
            assert found.pages, typed
            assert topic in [pick.title for pick in found.picks], typed


@pytest.mark.usefixtures("speaks")
def test_the_palette_gives_pages_in_the_readers_language_first(library: Library) -> None:
    typed = {"en": "died", "es": "estafa"}[current_language()]
    languages = [row.language.partition("-")[0] for row in find(library, typed).pages]
    assert languages[0] == current_language()
    assert languages == sorted(languages, key=lambda language: language != current_language())


def test_a_topic_is_called_as_people_say_where_they_live() -> None:
    called = {}
    for language in ("es_ES", "es_US"):
        use_language(language)
        called[language] = topic_title("stroke", "")
    use_language(ORIGINAL)
    assert called == {"es_ES": "Ictus", "es_US": "Accidente cerebrovascular"}


def test_signs_of_the_search_and_what_nobody_knows_are_not_widened(library: Library) -> None:
    for typed in ("bladder -pads", '"bladder"', "bladder lang:en", "bladder topic:dementia", "zanzibarine"):
        page = first_page(library, replace(WANTED, text=typed))
        assert (page.instead, page.rows) == (None, ()), typed


def test_what_is_shown_instead_is_said() -> None:
    assert instead_words("sugar", "Diabetes") == ("No page says “sugar”. These are on the topic “Diabetes”.")
    assert instead_words("bladder", "").startswith("No page says “bladder”.")
