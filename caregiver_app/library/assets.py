"""The pictures of articles: which are kept, under which hash, and what of them nobody uses any more."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.library.asset_files import AssetFiles
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

if TYPE_CHECKING:
    from caregiver_app.library.asset_seal import AssetSeal


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """A picture whose file lies in `assets/`."""

    hash: str
    media_type: str
    size_bytes: int
    width: int
    height: int


class Assets:
    """The pictures of one library."""

    def __init__(self, database: Database, seal: AssetSeal | None) -> None:
        self._database = database
        self.files = AssetFiles(database.path.parent / "assets", seal)

    def of(self, item_id: ItemId) -> Mapping[str, str]:
        """Return the hashes of an article's pictures that are kept, by the address that its HTML names."""
        rows = self._database.rows(
            "SELECT url, hash FROM item_asset WHERE item_id = :id AND hash IS NOT NULL", {"id": item_id}
        )
        return {row["url"]: row["hash"] for row in rows}

    def known(self, urls: Collection[str]) -> Mapping[str, StoredPicture]:
        """Return which of these addresses were fetched for some article already; the same picture is asked for once."""
        rows = self._database.rows(
            """
            SELECT DISTINCT p.url, a.hash, a.media_type, a.size_bytes, a.width, a.height
            FROM item_asset AS p JOIN asset AS a ON a.hash = p.hash
            WHERE p.url IN (SELECT value FROM json_each(:urls))
            """,
            {"urls": json.dumps(list(urls))},
        )
        return {
            row["url"]: StoredPicture(
                hash=row["hash"],
                media_type=row["media_type"],
                size_bytes=row["size_bytes"],
                width=row["width"],
                height=row["height"],
            )
            for row in rows
        }

    def put(self, writer: Writer, item_id: ItemId, pictures: Mapping[str, StoredPicture | str], *, at: Millis) -> None:
        """Write down an article's pictures by address: stored ones, or the word for why one is not; replaces all."""
        writer.execute("DELETE FROM item_asset WHERE item_id = :id", {"id": item_id})
        writer.many(
            """
            INSERT INTO asset (hash, media_type, size_bytes, width, height, added_at)
            VALUES (:hash, :media_type, :size, :width, :height, :at) ON CONFLICT (hash) DO NOTHING
            """,
            [
                {
                    "hash": picture.hash,
                    "media_type": picture.media_type,
                    "size": picture.size_bytes,
                    "width": picture.width,
                    "height": picture.height,
                    "at": at,
                }
                for picture in pictures.values()
                if isinstance(picture, StoredPicture)
            ],
        )
        writer.many(
            "INSERT INTO item_asset (item_id, url, hash, reason) VALUES (:id, :url, :hash, :reason)",
            [
                {
                    "id": item_id,
                    "url": url,
                    "hash": picture.hash if isinstance(picture, StoredPicture) else None,
                    "reason": "" if isinstance(picture, StoredPicture) else picture,
                }
                for url, picture in pictures.items()
            ],
        )

    def lost(self) -> tuple[str, ...]:
        """Return the hashes of pictures whose files are not there, or have another size."""
        rows = self._database.rows("SELECT hash, size_bytes FROM asset ORDER BY hash")
        return tuple(row["hash"] for row in rows if self.files.size_of(row["hash"]) != row["size_bytes"])

    def forget(self, hashes: Collection[str]) -> None:
        """Write down that these pictures are not stored, so that their articles say so and ask for them again."""
        with self._database.write("assets.forget") as writer:
            gone = {"hashes": json.dumps(list(hashes))}
            for statement in _FORGET:
                writer.execute(statement, gone)

    def spare(self) -> int:
        """Return how many files `sweep` would remove."""
        used = self._database.rows("SELECT DISTINCT hash FROM item_asset WHERE hash IS NOT NULL")
        return self.files.count_all_but(frozenset(row["hash"] for row in used))

    def has_unused(self) -> bool:
        """Return True when a picture is kept that no article uses any more."""
        return bool(
            self._database.value(
                "SELECT EXISTS (SELECT 1 FROM asset AS a WHERE NOT EXISTS "
                "(SELECT 1 FROM item_asset AS p WHERE p.hash = a.hash))"
            )
        )

    def sweep(self) -> int:
        """Forget pictures that no article uses and remove their files; return how many files went.

        Only for the holder of the folder's lock: a picture may lie there a moment before its article is written.
        """
        with self._database.write("assets.sweep") as writer:
            writer.execute("DELETE FROM asset WHERE hash NOT IN (SELECT hash FROM item_asset WHERE hash IS NOT NULL)")
        rows = self._database.rows("SELECT hash FROM asset")
        return self.files.remove_all_but(frozenset(row["hash"] for row in rows))


_FORGET = (
    """
    UPDATE offline_copy SET state = 'partly', pictures_kept = max(0, pictures_kept - (
        SELECT count(*) FROM item_asset AS p
        WHERE p.item_id = offline_copy.item_id AND p.hash IN (SELECT value FROM json_each(:hashes))
    ))
    WHERE state IN ('kept', 'partly') AND item_id IN (
        SELECT item_id FROM item_asset WHERE hash IN (SELECT value FROM json_each(:hashes))
    )
    """,
    "UPDATE item_asset SET hash = NULL, reason = 'lost' WHERE hash IN (SELECT value FROM json_each(:hashes))",
    "DELETE FROM asset WHERE hash IN (SELECT value FROM json_each(:hashes))",
)
