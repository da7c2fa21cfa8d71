"""What publishers of packs say of items and organisations: their checks, and what they no longer stand by.

A word of theirs binds what they brought themselves; of other pages it is a warning. Both stand beside what others say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from caregiver_app.library.appraisals import Appraisals
from caregiver_app.model.article import ItemId
from caregiver_app.model.installed_pack import InstalledPack, PackContent, Withdrawal, WithdrawnItem
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.trust import Answers, Appraisal, Outcome, Reviewer, Subject, SubjectKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer


class BroughtStatements:
    """Writes within a transaction that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._appraisals = Appraisals(database)

    def put(
        self, writer: Writer, content: PackContent, items: Mapping[str, int], withdrawn: Mapping[Withdrawal, int]
    ) -> None:
        """Write down what a pack says, in place of what it said before. `withdrawn` are those of what is here."""
        self.drop(writer, content.pack.uid)
        said: list[Appraisal] = []
        for brought in content.organisations:
            number = self._organisation(brought.organisation.uid)
            if brought.appraisal is not None and number is not None:
                said.append(
                    _said_by(content.pack, brought.appraisal, Subject(kind=SubjectKind.ORGANISATION, id=number))
                )
        said += [
            _said_by(content.pack, item.appraisal, replace(item.appraisal.subject, id=items[item.id]))
            for item in content.items
            if item.appraisal is not None
        ]
        writer.many(_ADD, [_row(content.pack.uid, each, withdrawn.get(each)) for each in content.withdrawals])
        said += [
            _said_by(content.pack, _taken_back(each), Subject(kind=SubjectKind.LINK, id=item_id))
            for each, item_id in withdrawn.items()
        ]
        self._appraisals.add_brought(said)

    def drop(self, writer: Writer, author: str) -> None:
        """Forget what a pack says."""
        writer.execute("DELETE FROM appraisal WHERE author = :author AND author <> 'user'", {"author": author})
        writer.execute("DELETE FROM withdrawal WHERE author = :author", {"author": author})

    def vouch_no_more(self, writer: Writer, author: str) -> None:
        """Forget the checks of a pack; what it no longer stands by, or warns of, stays said."""
        writer.execute(_FORGET_CHECKS, {"author": author})

    def withdrawn(self) -> tuple[WithdrawnItem, ...]:
        """Return what is here and somebody no longer stands by, what was passed on first."""
        return tuple(_read(row) for row in self._database.rows(_WITHDRAWN))

    def _organisation(self, uid: str) -> int | None:
        found = self._database.value("SELECT id FROM organisation WHERE uid = :uid", {"uid": uid})
        return None if found is None else int(found)


def start_of(day: date) -> Millis:
    """Return when a day began, in UTC: of a publisher's word only the day is known."""
    return from_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))


def _said_by(pack: InstalledPack, appraisal: Appraisal, subject: Subject) -> Appraisal:
    signed = not pack.is_built_in
    return replace(appraisal, subject=subject, author=pack.uid, author_name=pack.publisher_name, signed=signed)


def _taken_back(withdrawal: Withdrawal) -> Appraisal:
    day = withdrawal.withdrawn_on
    return Appraisal(
        subject=Subject(kind=SubjectKind.LINK, id=0),
        answers=Answers(),
        outcome=Outcome.NOT_VETTED,
        reviewer=Reviewer(),
        checked_at=start_of(day),
        checked_on=day,
        check_by=day,
        address=withdrawal.address,
        withdrawn_on=day,
    )


def _row(author: str, withdrawal: Withdrawal, item_id: int | None) -> dict[str, object]:
    return {
        "author": author,
        "what": withdrawal.what,
        "address": withdrawal.address,
        "item": item_id,
        "reason": withdrawal.reason,
        "on": withdrawal.withdrawn_on.isoformat(),
        "replacement": withdrawal.replacement,
    }


def _read(row: Row) -> WithdrawnItem:
    return WithdrawnItem(
        item_id=ItemId(row["id"]),
        title=row["title"],
        author_name=row["publisher_name"],
        reason=row["reason"],
        withdrawn_on=date.fromisoformat(row["withdrawn_on"]),
        replacement=None if row["replacement"] is None else ItemId(row["replacement"]),
        is_warning=bool(row["is_warning"]),
        shared_on=None if row["shared_on"] is None else date.fromisoformat(row["shared_on"]),
    )


_FORGET_CHECKS = "DELETE FROM appraisal WHERE author = :author AND author <> 'user' AND withdrawn_on IS NULL"
_ADD = """
    INSERT OR REPLACE INTO withdrawal (author, what, address, item_id, reason, withdrawn_on, replacement)
    VALUES (:author, :what, :address, :item, :reason, :on, :replacement)
"""
# A word binds what its publisher alone brought. Of a page that others speak of, too, or that they brought first, it is
# a warning. What stands before the last slash of a pack's uid is its publisher.
_PUBLISHER = "rtrim({0}, replace({0}, '/', ''))"
_IS_OF_OTHERS = f"""(
    w.what = '' OR substr(i.uid, 1, length({_PUBLISHER.format("w.author")})) <> {_PUBLISHER.format("w.author")}
    OR EXISTS (
        SELECT 1 FROM origin AS o WHERE o.item_id = i.id AND o.author NOT IN ('user', 'kept')
        AND {_PUBLISHER.format("o.author")} <> {_PUBLISHER.format("w.author")}
    )
)"""
_WITHDRAWN = f"""
    SELECT shown.id, shown.title, p.publisher_name, w.reason, w.withdrawn_on, {_IS_OF_OTHERS} AS is_warning,
        CASE WHEN {_IS_OF_OTHERS} THEN NULL ELSE (SELECT id FROM item WHERE uid = w.replacement) END AS replacement,
        (SELECT max(s.day) FROM share AS s JOIN item AS si ON si.id = s.item_id
            WHERE si.id = i.id OR si.address_key = i.address_key) AS shared_on
    FROM withdrawal AS w JOIN pack AS p ON p.uid = w.author JOIN item AS i ON i.id = w.item_id
    JOIN item AS shown ON shown.id = coalesce((
        SELECT page.id FROM item AS page WHERE w.what = '' AND page.address_key = i.address_key AND page.kind = 'link'
        ORDER BY page.uid GLOB 'warned/*', page.uid LIMIT 1
    ), i.id)
    ORDER BY shared_on IS NULL, shared_on DESC, shown.title, shown.id
"""
