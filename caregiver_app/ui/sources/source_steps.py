"""What is done to one source or to many, as steps that run in the library's thread and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import Source, SourceId
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.library.named_steps import removing
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.source_choices import ChoiceBefore
    from caregiver_app.library.sources import RemovedSource
    from caregiver_app.library.store import Library


def switch(sources: Sequence[Source], on: bool) -> Step[Library]:
    """Switch sources on or off."""
    ids = _ids(sources)
    words = _("Switched on {sources}") if on else _("Switched off {sources}")
    return _choosing(words.format(sources=named(sources)), lambda library: library.sources.set_all_enabled(ids, on))


def sort(sources: Sequence[Source], topic_ids: Collection[str] | None) -> Step[Library]:
    """Put sources below these topics, None: as their publishers do."""
    ids = _ids(sources)
    words = _("Sorted {sources}").format(sources=named(sources))
    return _choosing(words, lambda library: library.sources.set_topics(ids, topic_ids))


def keep(sources: Sequence[Source], on: bool) -> Step[Library]:
    """Keep whole pages of sources, or no longer."""
    before = {value: [each.id for each in sources if each.full_text is value] for value in (None, True, False)}
    words = _("Whole pages are kept: {sources}") if on else _("Whole pages are not kept: {sources}")

    def step(library: Library) -> Done[Library] | None:
        if len(before[on]) == len(sources):
            return None
        _put_full_text(library, {on: _ids(sources)})
        return Done(
            text=words.format(sources=named(sources)),
            undo=lambda library: _put_full_text(library, before),
            redo=lambda library: _put_full_text(library, {on: _ids(sources)}),
            icon=Icon.SOURCES,
        )

    return step


def remove(sources: Sequence[Source], *, at: Millis) -> Step[Library]:
    """Take sources away with their pages, save what was saved."""
    return removing(
        _("Removed {sources}. Pages you saved stay.").format(sources=named(sources)),
        lambda library: _take_away(library, sources, at),
        _put_back,
    )


def added(sources: Sequence[Source], switched_on: Sequence[Source], *, at: Millis) -> Done[Library]:
    """Return what was done when sources were added, and others switched on: undo takes them away, or off, again."""
    gone: list[list[RemovedSource]] = []
    words = _("Added {sources}") if sources else _("Switched on {sources}")

    def undo(library: Library) -> None:
        with library.write("sources.not-added"):
            gone.append(_take_away(library, sources, at))
            library.sources.set_all_enabled(_ids(switched_on), False)

    def redo(library: Library) -> None:
        with library.write("sources.added-again"):
            _put_back(library, gone.pop())
            library.sources.set_all_enabled(_ids(switched_on), True)

    return Done(text=words.format(sources=named([*sources, *switched_on])), undo=undo, redo=redo, icon=Icon.SOURCES)


def named(sources: Sequence[Source]) -> str:
    """Return one source by its title, several by their number."""
    if len(sources) == 1:
        return _("“{title}”").format(title=shorten(shown_title(sources[0].title), NAME_CHARS))
    words = ngettext("{count} source", "{count} sources", len(sources))
    return words.format(count=format_number(len(sources)))


def _choosing(text: str, choose: Callable[[Library], tuple[ChoiceBefore, ...]]) -> Step[Library]:
    def step(library: Library) -> Done[Library] | None:
        before = [choose(library)]
        if not before[0]:
            return None
        return Done(
            text=text,
            undo=lambda library: library.sources.put_choices_back(before.pop()),
            redo=lambda library: before.append(choose(library)),
            icon=Icon.SOURCES,
        )

    return step


def _put_full_text(library: Library, wanted: Mapping[bool | None, Sequence[SourceId]]) -> None:
    with library.write("sources.keep-many"):
        for value, some in wanted.items():
            library.sources.set_full_text(some, value)


def _take_away(library: Library, sources: Sequence[Source], at: Millis) -> list[RemovedSource]:
    with library.write("sources.remove-many"):
        return [library.sources.remove(source_id, at=at) for source_id in _ids(sources)]


def _put_back(library: Library, removed: Sequence[RemovedSource]) -> None:
    with library.write("sources.put-many-back"):
        for one in removed:
            library.sources.put_back(one)


def _ids(sources: Sequence[Source]) -> tuple[SourceId, ...]:
    return tuple(source.id for source in sources)
