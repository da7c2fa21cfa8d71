"""What is known of a pack as its row has it, and its archive beside it."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.installed_pack import InstalledPack, PackContent, PackUid
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Writer


def put_record(writer: Writer, content: PackContent) -> None:
    """Write down what is known of a pack, and its archive."""
    pack = content.pack
    values = {name: getattr(pack, name) for name in _COLUMNS}
    days = {"published_on": pack.published_on.isoformat(), "review_by": pack.review_by.isoformat()}
    writer.execute(_PUT, {**values, **days, "alerts": int(pack.alerts)})
    writer.execute(
        "INSERT INTO pack_archive (uid, data) VALUES (:uid, :data) "
        "ON CONFLICT (uid) DO UPDATE SET data = excluded.data",
        {"uid": pack.uid, "data": content.archive},
    )


def read_record(row: Row) -> InstalledPack:
    """Return what a row says."""
    return InstalledPack(
        uid=PackUid(row["uid"]),
        channel_id=row["channel_id"],
        publisher_name=row["publisher_name"],
        title=row["title"],
        version=row["version"],
        sha256=row["sha256"],
        size_bytes=row["size_bytes"],
        items=row["items"],
        published_on=date.fromisoformat(row["published_on"]),
        review_by=date.fromisoformat(row["review_by"]),
        confirmed_at=None if row["confirmed_at"] is None else Millis(row["confirmed_at"]),
        alerts=bool(row["alerts"]),
        installed_at=Millis(row["installed_at"]),
        changed_at=Millis(row["changed_at"]),
        removed_at=None if row["removed_at"] is None else Millis(row["removed_at"]),
    )


_COLUMNS = (
    "uid",
    "channel_id",
    "publisher_name",
    "title",
    "version",
    "sha256",
    "size_bytes",
    "items",
    "published_on",
    "review_by",
    "confirmed_at",
    "alerts",
    "installed_at",
    "changed_at",
)
_PUT = f"""
    INSERT INTO pack ({", ".join(_COLUMNS)}, removed_at) VALUES ({", ".join(f":{name}" for name in _COLUMNS)}, NULL)
    ON CONFLICT (uid) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])}, removed_at = NULL
"""
