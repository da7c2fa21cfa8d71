"""People whose key we have: to whom one may send, whose questions one answers. Of their keys only the public half.

A key counts only after its words were compared by phone or in person. Who comes with another key is somebody else until
then, whatever their name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.records import KEPT_MS, Records
from caregiver_app.vault.exchange.identities import Identities
from caregiver_app.vault.letters.fields import clean_line
from caregiver_app.vault.letters.key_file import NAME_CHARS
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import compare_words
from caregiver_app.vault.typed.text import says_something

CorrespondentId = NewType("CorrespondentId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """Somebody with a key. `compared_at` is None until its words were compared: then the name is only a claim."""

    id: CorrespondentId
    uid: str
    name: str = field(repr=False)
    role: str = field(repr=False)
    recipient: Recipient
    compared_at: Millis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of a key: `is_new` is False where we had it, `other_key` True where this name stood at another key."""

    id: CorrespondentId
    is_new: bool
    other_key: bool


class Correspondents:
    """The people and their keys, by name."""

    def __init__(self, database: Database, identities: Identities) -> None:
        self._database = database
        self._identities = identities
        self._records = Records(database, "correspondent")

    def list(self) -> tuple[Correspondent, ...]:
        """Return everybody who was not removed."""
        rows = self._database.rows("SELECT * FROM correspondent WHERE deleted_at IS NULL")
        return tuple(sorted((_correspondent(row) for row in rows), key=lambda each: (each.name.casefold(), each.id)))

    def get(self, correspondent_id: CorrespondentId) -> Correspondent:
        """Return one.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        return _correspondent(self._records.row(correspondent_id))

    def with_key(self, recipient: Recipient) -> Correspondent | None:
        """Return whose key this is, None where nobody's."""
        row = self._database.one(
            "SELECT * FROM correspondent WHERE recipient = :key AND deleted_at IS NULL", {"key": recipient}
        )
        return None if row is None else _correspondent(row)

    def add(self, recipient: Recipient, name: str, *, role: str = "", at: Millis) -> Added:
        """Keep a key that came, not compared yet; one that we have is left as it is.

        Raises:
            AskError: it is our own, or nobody says whose it is.
        """
        name = clean_line(name)[:NAME_CHARS].rstrip()
        if self._identities.holds(recipient):
            raise AskError(AskTrouble.OWN_KEY)
        if not says_something(name):
            raise AskError(AskTrouble.NO_NAME)
        with self._database.write("vault.correspondent.add") as writer:
            known = self.with_key(recipient)
            if known is not None:
                return Added(id=known.id, is_new=False, other_key=False)
            other_key = any(_as_seen(each.name) == _as_seen(name) for each in self.list())
            # Somebody who was removed comes back as a stranger.
            writer.execute("DELETE FROM correspondent WHERE recipient = :key", {"key": recipient})
            values = {"name": name, "role": clean_line(role)[:NAME_CHARS].rstrip(), "recipient": recipient}
            added = CorrespondentId(self._records.insert(writer, values, at=at))
        return Added(id=added, is_new=True, other_key=other_key)

    def rename(self, correspondent_id: CorrespondentId, name: str, *, at: Millis) -> None:
        """Call somebody by another name.

        Raises:
            AskError: there is no name.
            UnknownRecord: there is nobody with this number.
        """
        name = clean_line(name)[:NAME_CHARS].rstrip()
        if not says_something(name):
            raise AskError(AskTrouble.NO_NAME)
        with self._database.write("vault.correspondent.rename") as writer:
            self._set(writer, correspondent_id, "name", name, at)

    def compare(self, correspondent_id: CorrespondentId, typed: Mapping[int, str], *, at: Millis) -> None:
        """Let a key count, if the groups typed in are its own (see `letters.words.compare_words`).

        Raises:
            AskError: they are not.
            UnknownRecord: there is nobody with this number.
        """
        compare_words(self.get(correspondent_id).recipient, typed)
        with self._database.write("vault.correspondent.compare") as writer:
            self._set(writer, correspondent_id, "compared_at", at, at)

    def remove(self, correspondent_id: CorrespondentId, *, at: Millis) -> None:
        """Let a key count no more: nothing is locked for it until it is added and compared anew.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        with self._database.write("vault.correspondent.remove") as writer:
            self._set(writer, correspondent_id, "deleted_at", at, at)

    def put_back(self, correspondent_id: CorrespondentId) -> None:
        """Take a removal back within thirty days; a key that was compared is so again."""
        with self._database.write("vault.correspondent.put-back") as writer:
            writer.execute("UPDATE correspondent SET deleted_at = NULL WHERE id = :id", {"id": correspondent_id})

    def purge(self, *, at: Millis) -> int:
        """Forget for good who was removed thirty days ago; return how many."""
        with self._database.write("vault.correspondent.purge") as writer:
            return writer.execute("DELETE FROM correspondent WHERE deleted_at <= :before", {"before": at - KEPT_MS})

    def compared(self, correspondent_id: CorrespondentId) -> Correspondent:
        """Return somebody to whom one may send.

        Raises:
            AskError: their key was not compared.
            UnknownRecord: there is nobody with this number.
        """
        found = self.get(correspondent_id)
        if found.compared_at is None:
            raise AskError(AskTrouble.NOT_COMPARED)
        return found

    def _set(self, writer: Writer, correspondent_id: CorrespondentId, column: str, value: object, at: Millis) -> None:
        self.get(correspondent_id)
        writer.execute(
            f"UPDATE correspondent SET {column} = :value, changed_at = :at WHERE id = :id",
            {"value": value, "at": at, "id": correspondent_id},
        )


def _as_seen(name: str) -> str:
    """Return a name so that two which look the same are the same: written otherwise, it would be no known one."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in folded if says_something(sign))


def _correspondent(row: Row) -> Correspondent:
    return Correspondent(
        id=CorrespondentId(row["id"]),
        uid=row["uid"],
        name=row["name"],
        role=row["role"],
        recipient=Recipient(row["recipient"]),
        compared_at=None if row["compared_at"] is None else Millis(row["compared_at"]),
    )
