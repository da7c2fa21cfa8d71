"""What the invented family chose in the library: topics, stars, a collection, one check of its own, one own source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from caregiver_app.bootstrap import Services
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, ItemKind, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Answer, Answers, AppraisalDraft, Reviewer, Subject, SubjectKind
from caregiver_app.trust.points import points_of
from demomaking.family import DATA

LANGUAGE = "en"
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
    library.collections.add(kept, guides_called(library, said["collection"]["titles"]), at=now)
    _check(services, library, said["checked"])
    services.set_stay_offline(library, value=True)


def guides_called(library: Library, titles: Iterable[str]) -> list[ItemId]:
    """Return guides and checklists by their titles, in this order.

    Raises:
        KeyError: there is none of that title.
    """
    found = {row.title: row.id for row in library.articles.page(ArticleQuery(guides=True), limit=500).rows}
    return [found[title] for title in titles]


def guide_of(library: Library, item_id: ItemId) -> Subject:
    """Return a guide or a checklist as what is checked and printed."""
    (row,) = library.articles.rows_of([item_id])
    kind = SubjectKind.CHECKLIST if row.kind is ItemKind.CHECKLIST else SubjectKind.GUIDE
    return Subject(kind=kind, id=item_id)


def _check(services: Services, library: Library, said: dict[str, Any]) -> None:
    (item_id,) = guides_called(library, [said["title"]])
    answers = Answers(given=dict.fromkeys(points_of(SubjectKind.GUIDE), Answer.YES))
    draft = AppraisalDraft(subject=guide_of(library, item_id), answers=answers, reviewer=Reviewer(role=said["role"]))
    services.appraising.appraise(library, draft)
