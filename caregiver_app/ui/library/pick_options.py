"""Everything the list can be narrowed to, as rows under headings, with the number of pages behind each."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.word_starts import begin_like, words_of
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import COUNT_CAP, Standing
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option


def pick_options(standing: Standing, typed: str = "") -> tuple[Option[Pick], ...]:
    """Return everything, topics, sources, collections and saved searches; with `typed` those with words like it."""
    wanted = words_of(typed)
    groups = (
        (_("Topics"), _topics(standing)),
        (_("Sources"), _sources(standing)),
        (_("Collections"), _collections(standing)),
        (_("Saved searches"), _searches(standing)),
    )
    options: list[Option[Pick]] = []
    if not wanted:
        options.append(Option(value=Pick(), text=_("All sources"), icon=Icon.LIBRARY))
    options += [option for option in _guides(standing) if begin_like(wanted, option.text)]
    for heading, found in groups:
        named = [option for option in found if begin_like(wanted, option.text)]
        options += [Option(value=None, text=heading), *named] if named else []
    return tuple(options)


def guides_pick() -> Pick:
    """Return the guides and checklists of packs."""
    return Pick(guides=True, title=_("Guides and checklists"))


def pick_icon(pick: Pick) -> Icon:
    """Return the drawing that stands for what the list is narrowed to."""
    if pick.guides:
        return Icon.NOTES
    if pick.search is not None:
        return Icon.SEARCH
    if pick.collection is not None:
        return Icon.FOLDER
    if pick.topic is not None:
        return Icon.TOPICS
    return Icon.LIBRARY if pick.source_id is None else Icon.SOURCES


def pick_kind(pick: Pick) -> str:
    """Return what the list is narrowed to, as a word."""
    if pick.guides:
        return _("Texts of packs")
    if pick.search is not None:
        return _("Saved search")
    if pick.collection is not None:
        return _("Collection")
    return _("Topic") if pick.topic is not None else _("Source")


def count_words(pages: int) -> str:
    """Return a number of pages as it is shown; `COUNT_CAP` stands for so many or more."""
    return f"{format_number(COUNT_CAP)}+" if pages == COUNT_CAP else format_number(pages)


def _guides(standing: Standing) -> Iterable[Option[Pick]]:
    if standing.guides:
        yield _counted(guides_pick(), standing.guides)


def _topics(standing: Standing) -> Iterable[Option[Pick]]:
    for one in standing.topics:
        if one.topic.chosen or one.pages:
            yield _counted(Pick(topic=one.topic.id, title=topic_title(one.topic.id, one.topic.title)), one.pages)


def _sources(standing: Standing) -> Iterable[Option[Pick]]:
    for source in standing.sources:
        if source.enabled or source.entries:
            yield _counted(Pick.of_source(source.id, source.title), source.entries)


def _collections(standing: Standing) -> Iterable[Option[Pick]]:
    for one in standing.collections:
        yield _counted(Pick(collection=one.id, title=one.name), one.items)


def _searches(standing: Standing) -> Iterable[Option[Pick]]:
    for one in standing.searches:
        yield _counted(Pick(search=one.search.id, query=one.search.query, title=one.search.name), one.pages)


def _counted(pick: Pick, pages: int) -> Option[Pick]:
    count = count_words(pages)
    # Translators: spoken for a topic or source, with its number of pages
    spoken = _("{title}, pages: {count}").format(title=pick.title, count=count)
    return Option(value=pick, text=pick.title, end=count, icon=pick_icon(pick), spoken=spoken)
