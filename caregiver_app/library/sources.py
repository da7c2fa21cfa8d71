"""Sources as people manage them. What sync learns about them is in `library.source_states`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from caregiver_app.library import source_choices, source_removal
from caregiver_app.library.source_adding import SourceAdding, say_enabled
from caregiver_app.library.source_choices import ChoiceBefore
from caregiver_app.library.source_rows import SOURCE_ROWS, read_source
from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.library.typed_titles import typed_titles
from caregiver_app.model.errors import UnknownSource
from caregiver_app.model.source import NewSource, Source, SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSource:
    """What is needed to put a removed source back."""

    id: SourceId
    title: str


class Sources:
    """The list of sources."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._adding = SourceAdding(database)

    def add(self, new: NewSource, *, at: Millis) -> SourceId:
        """Add a source; one with the same address only gets a further author, and comes back if it was removed."""
        with self._database.write("sources.add") as writer:
            return self._adding.put(writer, new, at=at)

    def get(self, source_id: SourceId) -> Source:
        """Return one source.

        Raises:
            UnknownSource: there is none with this id.
        """
        row = self._database.one(f"{SOURCE_ROWS} AND s.id = :id", {"id": source_id})
        if row is None:
            raise UnknownSource(str(source_id))
        return read_source(row)

    def list(self, *, topic: str | None = None, enabled: bool | None = None) -> tuple[Source, ...]:
        """Return sources by title; only those of a topic, only those that are on or off, if asked."""
        rows = self._database.rows(
            f"""
            {SOURCE_ROWS}
            AND (:topic IS NULL OR s.id IN (SELECT source_id FROM source_topic WHERE topic_id = :topic))
            AND (:enabled IS NULL OR s.enabled = :enabled)
            ORDER BY shown_title COLLATE NOCASE, s.id
            """,
            {"topic": topic, "enabled": enabled},
        )
        return tuple(read_source(row) for row in rows)

    def by_url(self, url: str) -> Source | None:
        """Return the source with exactly this address, None when there is none."""
        row = self._database.one(f"{SOURCE_ROWS} AND s.url = :url", {"url": url})
        return None if row is None else read_source(row)

    def of_the_person(self) -> frozenset[SourceId]:
        """Return the sources that the person added."""
        rows = self._database.rows("SELECT id FROM source WHERE removed_at IS NULL AND uid GLOB 'user/*'")
        return frozenset(SourceId(row["id"]) for row in rows)

    def typed_titles(self) -> dict[SourceId, str]:
        """Return the publisher's title of each source whose title may be a person's words. See `typed_titles`."""
        return typed_titles(self._database)

    def addresses(self) -> tuple[tuple[SourceId, str], ...]:
        """Return id and address of every source, for recognising one that is written in another way."""
        rows = self._database.rows("SELECT id, url FROM source WHERE removed_at IS NULL ORDER BY id")
        return tuple((SourceId(row["id"]), row["url"]) for row in rows)

    def set_enabled(self, source_id: SourceId, enabled: bool) -> None:
        """Switch a source on or off; this word wins over topics.

        Raises:
            UnknownSource: there is none with this id.
        """
        self.get(source_id)
        with self._database.write("sources.set-enabled") as writer:
            say_enabled(writer, source_id, enabled)
            writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})

    def set_all_enabled(self, source_ids: Collection[SourceId], enabled: bool) -> tuple[ChoiceBefore, ...]:
        """Switch many sources on or off; return what was said before of those that changed."""
        return source_choices.choose_enabled(self._database, source_ids, enabled)

    def set_topics(
        self, source_ids: Collection[SourceId], topic_ids: Collection[str] | None
    ) -> tuple[ChoiceBefore, ...]:
        """Put sources below exactly these topics, None: those their authors name. See `source_choices`."""
        return source_choices.choose_topics(self._database, source_ids, topic_ids)

    def put_choices_back(self, before: Collection[ChoiceBefore]) -> None:
        """Undo `set_all_enabled` or `set_topics`."""
        source_choices.put_choices_back(self._database, before)

    def set_full_text(self, source_ids: Collection[SourceId], value: bool | None) -> None:
        """Keep the whole pages of all articles of these sources, or of none; None: as is usual for such a source.

        Usual is all for sources of alerts, and for a person's own sources what they starred or collected.
        """
        with self._database.write("sources.set-full-text") as writer:
            writer.many(
                """
                INSERT INTO source_choice (source_id, full_text) SELECT id, :value FROM source WHERE id = :id
                ON CONFLICT (source_id) DO UPDATE SET full_text = excluded.full_text
                """,
                [{"id": source_id, "value": None if value is None else int(value)} for source_id in source_ids],
            )

    def set_title(self, source_id: SourceId, title: str | None) -> None:
        """Give a source the person's own title; None or blank returns to the publisher's. Raises as `set_enabled`."""
        self.get(source_id)
        with self._database.write("sources.set-title") as writer:
            writer.execute(
                "INSERT INTO source_choice (source_id, title) VALUES (:id, :title) "
                "ON CONFLICT (source_id) DO UPDATE SET title = excluded.title",
                {"id": source_id, "title": (title or "").strip() or None},
            )

    def remove(self, source_id: SourceId, *, at: Millis) -> RemovedSource:
        """Take a source away with those of its articles that nobody starred and no other source carries.

        They are only hidden until `purge`, so that `put_back` can undo it. Raises as `set_enabled` does.
        """
        source = self.get(source_id)
        with self._database.write("sources.remove") as writer:
            source_removal.hide(writer, source_id, at)
        return RemovedSource(id=source_id, title=source.title)

    def put_back(self, removed: RemovedSource) -> None:
        """Undo `remove`.

        Raises:
            UnknownSource: it was purged meanwhile.
        """
        with self._database.write("sources.put-back") as writer:
            if not source_removal.show_again(writer, removed.id):
                raise UnknownSource(str(removed.id))

    def purge(self, *, removed_before: Millis) -> None:
        """Delete for good what was removed before a time, save articles that a person starred.

        What starter content or a pack brought keeps its row, so that their next version does not bring it back.
        """
        source_removal.delete_for_good(self._database, removed_before=removed_before)
