"""What the invented family chose in the library: topics, stars, a collection, one check of its own, one own source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from caregiver_app.bootstrap.services import Services
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Answer, Answers, AppraisalDraft, Reviewer, Subject, subject_kind_of
from caregiver_app.trust.points import points_of
from demomaking.family import DATA

LANGUAGE = "en"
_ALL = 500
_SEEN: dict[str, str | bool] = {"topics_asked": True, "first_run": "over"}
"""What a first start would ask for has been answered (`ui.topics.questions`, `ui.first_run.place`)."""


def chosen() -> dict[str, Any]:
    """Return what is written in packaging/demo/library.json."""
    read: dict[str, Any] = json.loads((DATA / "library.json").read_text(encoding="utf-8"))
    return read


def fill_library(services: Services, library: Library, feed: str) -> None:
    """Choose, star, collect and check what the family did; from then on no connection is made."""
    said, now = chosen(), services.clock.now()
    library.topics.live_in(said["country"], LANGUAGE)
    library.topics.choose(said["topics"], at=now)
    for name, value in _SEEN.items():
        library.choices.put(name, value)
    services.add_source(library, feed)
    library.marks.set(guides_called(library, said["starred"]), MarkKind.STARRED, True, at=now)
    kept = library.collections.make(said["collection"]["name"], at=now)
    library.collections.add(kept, _items(library, said["collection"]), at=now)
    _check(services, library, said["checked"])
    services.set_stay_offline(library, value=True)


def guides_called(library: Library, titles: Iterable[str]) -> list[ItemId]:
    """Return guides and checklists by their titles, in this order.

    Raises:
        KeyError: there is none of that title.
    """
    found = {row.title: row.id for row in library.articles.page(ArticleQuery(guides=True), limit=_ALL).rows}
    return [found[title] for title in titles]


def links_to(library: Library, addresses: Iterable[str]) -> list[ItemId]:
    """Return the links of packs by their addresses, in this order.

    Raises:
        KeyError: none leads there.
    """
    found = {row.url: row.id for row in library.articles.page(ArticleQuery(text="kind:link"), limit=_ALL).rows}
    return [found[address] for address in addresses]


def subject_of(library: Library, item_id: ItemId) -> Subject:
    """Return an item as what is checked, shared and printed.

    Raises:
        ValueError: it is none that can be.
    """
    (row,) = library.articles.rows_of([item_id])
    kind = subject_kind_of(row.kind)
    if kind is None:
        raise ValueError(row.kind)
    return Subject(kind=kind, id=item_id)


def _items(library: Library, said: dict[str, Any]) -> list[ItemId]:
    return guides_called(library, said["titles"]) + links_to(library, said["addresses"])


def _check(services: Services, library: Library, said: dict[str, Any]) -> None:
    for item_id in _items(library, said):
        subject = subject_of(library, item_id)
        answers = Answers(given=dict.fromkeys(points_of(subject.kind), Answer.YES))
        draft = AppraisalDraft(subject=subject, answers=answers, reviewer=Reviewer(role=said["role"]))
        services.appraising.appraise(library, draft)
