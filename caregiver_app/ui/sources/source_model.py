"""The rows of the sources page: headings of topics, and the sources below each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source, SourceId, SourceState
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sources.source_words import host_of, needs_a_look, spoken
from caregiver_app.ui.widgets.row_model import RowModel


class SourceChip(StrEnum):
    """Which sources are shown."""

    ON = "on"
    TROUBLED = "troubled"
    QUIET = "quiet"
    OFF = "off"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source, or the heading over some."""

    heading: str = ""
    source: Source | None = None


def source_rows(
    sources: Sequence[Source], topics: Sequence[Topic], chip: SourceChip, words: str = ""
) -> tuple[SourceRow, ...]:
    """Return the rows of a chip, each source once, below the first chosen topic it belongs to.

    With `words` only those whose title, organisation or address holds them.
    """
    groups: dict[str, list[Source]] = {}
    order = _topic_order(topics)
    for source in sources:
        if _is_in(source, chip) and _holds(source, words):
            mine = [topic_id for topic_id in order if topic_id in source.topics]
            groups.setdefault(mine[0] if mine else "", []).append(source)
    titles = {topic.id: topic_title(topic.id, topic.title) for topic in topics}
    rows: list[SourceRow] = []
    for topic_id in (*order, ""):
        if topic_id in groups:
            rows.append(SourceRow(heading=titles.get(topic_id, _("Without a topic"))))
            rows.extend(SourceRow(source=source) for source in groups[topic_id])
    return tuple(rows)


def count_in(sources: Sequence[Source], chip: SourceChip) -> int:
    """Return how many sources a chip shows."""
    return sum(_is_in(source, chip) for source in sources)


def _is_in(source: Source, chip: SourceChip) -> bool:
    match chip:
        case SourceChip.ON:
            return source.enabled
        case SourceChip.OFF:
            return not source.enabled
        case SourceChip.TROUBLED:
            return source.enabled and needs_a_look(source)
        case SourceChip.QUIET:
            return source.enabled and source.state is SourceState.QUIET
        case SourceChip.ALL:
            return True


def _holds(source: Source, words: str) -> bool:
    within = f"{source.title} {source.organisation} {host_of(source)}".casefold()
    return all(word in within for word in words.casefold().split())


def _topic_order(topics: Sequence[Topic]) -> list[str]:
    return [topic.id for topic in sorted(topics, key=lambda topic: not topic.chosen)]


class SourceListModel(RowModel[SourceRow]):
    """The rows of one chip."""

    def __init__(self, now: Callable[[], Millis], parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._now = now

    def ids(self) -> tuple[SourceId, ...]:
        """Return the sources that are shown, in order."""
        return tuple(row.source.id for row in self._rows if row.source is not None)

    def index_of(self, source_id: SourceId | None) -> QModelIndex:
        """Return where a source stands, an invalid index when it is not here."""
        return self.index_where(lambda row: row.source is not None and row.source.id == source_id)

    def text_of(self, row: SourceRow) -> str:
        """Return the title of a source, or a heading."""
        return row.source.title if row.source is not None else row.heading

    def spoken_of(self, row: SourceRow) -> str:
        """Return what a screen reader says of a source."""
        return spoken(row.source, self._now()) if row.source is not None else row.heading

    def is_heading(self, row: SourceRow) -> bool:
        """Return whether a row is the heading over some sources."""
        return row.source is None
