"""Puts what a sync fetched of pages and pictures into the library; each page whole, in one transaction.

Never touches what a person marked. A real change of a page's text leaves the earlier one as a revision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.library.assets import Assets, StoredPicture
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.shown_text import feed_text, is_fuller, show, show_feed
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText, SafeHtml
from caregiver_app.model.offline import CopyState, OfflineTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.page_hosts import written
from caregiver_app.support.real_changes import is_real_change

FIRST_RETRY_MS = 3_600_000
MOST_TRIES = 6
_SLOWER = 4  # times longer after each try: an hour, four hours, sixteen, ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page as it was read; `text` is None where the server said that it is what is stored.

    `canonical` is the address that the page calls its own, "" where it names none.
    """

    text: EntryText | None
    validators: Validators
    canonical: str = ""


class OfflineStoring:
    """Writes down copies, one page at a time."""

    def __init__(self, database: Database, assets: Assets) -> None:
        self._database = database
        self._assets = assets
        self._revisions = Revisions(database)

    def put_page(self, item_id: ItemId, page: FetchedPage, *, at: Millis) -> SafeHtml:
        """Keep a page, in the place of its feed's text where it says more; return the HTML that is shown now.

        Until its pictures are stored too it is kept in part, and they are due.
        """
        with self._database.write("offline-copies.put-page") as writer:
            if page.text is not None:
                self._put_text(writer, item_id, page.text, at)
                writer.execute(_PUT_CANONICAL, {"id": item_id, "canonical": page.canonical})
            html = self.shown_html(item_id)
            pictures = len(addresses_in(html))
            writer.execute(
                """
                UPDATE offline_copy SET state = :state, reason = '', reason_detail = '', tried_at = :at, tries = 0,
                    next_try_at = :next, etag = :etag, last_modified = :last_modified, pictures_wanted = :pictures
                WHERE item_id = :id
                """,
                {
                    "id": item_id,
                    "state": (CopyState.PARTLY if pictures else CopyState.KEPT).value,
                    "at": at,
                    "next": at if pictures else None,
                    "etag": page.validators.etag,
                    "last_modified": page.validators.last_modified,
                    "pictures": pictures,
                },
            )
        return html

    def put_pictures(
        self, item_id: ItemId, pictures: Mapping[str, StoredPicture | str], *, more_to_come: bool, at: Millis
    ) -> None:
        """Write down the pictures of a kept page; `more_to_come`: some may be there the next time."""
        kept = sum(isinstance(picture, StoredPicture) for picture in pictures.values())
        reasons = [picture for picture in pictures.values() if isinstance(picture, str)]
        state = CopyState.KEPT if kept == len(pictures) else CopyState.PARTLY
        with self._database.write("offline-copies.put-pictures") as writer:
            tries = self._database.value("SELECT tries FROM offline_copy WHERE item_id = :id", {"id": item_id})
            if tries is None:
                return  # given up or deleted while they were being fetched
            self._assets.put(writer, item_id, pictures, at=at)
            writer.execute(
                """
                UPDATE offline_copy SET state = :state, reason = :reason, reason_detail = '', tried_at = :at,
                    tries = :tries, next_try_at = :next, pictures_wanted = :wanted, pictures_kept = :kept
                WHERE item_id = :id
                """,
                {
                    "id": item_id,
                    "state": state.value,
                    "reason": reasons[0] if reasons else "",
                    "at": at,
                    "tries": tries + 1 if more_to_come else 0,
                    "next": next_try(tries + 1, at) if more_to_come else None,
                    "wanted": len(pictures),
                    "kept": kept,
                },
            )

    def put_failure(self, item_id: ItemId, reason: str, detail: str, *, final: bool, at: Millis) -> None:
        """Write down why a page could not be kept; one that was kept before stays shown as it is."""
        with self._database.write("offline-copies.put-failure") as writer:
            tries = int(
                self._database.value("SELECT tries FROM offline_copy WHERE item_id = :id", {"id": item_id}) or 0
            )
            writer.execute(
                """
                UPDATE offline_copy SET state = 'failed', reason = :reason, reason_detail = :detail, tried_at = :at,
                    tries = tries + 1, next_try_at = :next
                WHERE item_id = :id
                """,
                {
                    "id": item_id,
                    "reason": reason,
                    "detail": detail,
                    "at": at,
                    "next": None if final else next_try(tries + 1, at),
                },
            )

    def put_no_room(self, item_ids: tuple[ItemId, ...]) -> None:
        """Say of pages that they wait for room; it is no failure and counts as no try."""
        with self._database.write("offline-copies.put-no-room") as writer:
            writer.many(
                "UPDATE offline_copy SET reason = :reason, reason_detail = '' WHERE item_id = :id",
                [{"id": item_id, "reason": OfflineTrouble.NO_ROOM.value} for item_id in item_ids],
            )

    def shown_html(self, item_id: ItemId) -> SafeHtml:
        """Return the HTML that the reader shows of an article, "" where there is no such article."""
        return SafeHtml(
            self._database.value(
                """
                SELECT coalesce((SELECT html FROM offline_copy WHERE item_id = :id AND shown = 1), html)
                FROM article_html WHERE item_id = :id
                """,
                {"id": item_id},
            )
            or ""
        )

    def _put_text(self, writer: Writer, item_id: ItemId, page: EntryText, at: Millis) -> None:
        """Keep what a page says if it says more than its feed, else show the feed's text."""
        before = self._database.one("SELECT shown, text FROM offline_copy WHERE item_id = :id", {"id": item_id})
        said = feed_text(self._database, item_id)
        if before is None or said is None:
            return  # deleted while it was being fetched
        fuller = is_fuller(page.words, said.words)
        if before["shown"] and fuller and is_real_change(before["text"], page.text):
            self._revisions.keep(writer, item_id, at=at)
            writer.execute("UPDATE article SET changed_at = :at WHERE item_id = :id", {"id": item_id, "at": at})
        writer.execute(_PUT_TEXT, _text_values(item_id, page, shown=fuller))
        if fuller:
            show(writer, item_id, text=page.text, words=page.words)
            writer.execute(_LEARN_LANGUAGE, {"id": item_id, "language": page.language})
        elif before["shown"]:
            show_feed(self._database, writer, item_id)


def addresses_in(html: SafeHtml) -> tuple[str, ...]:
    """Return the addresses of the pictures in an article, each once, in its order."""
    from caregiver_app.support.markup import pictures_in

    return tuple(dict.fromkeys(address for _, address in pictures_in(html) if address))


def next_try(tries: int, at: Millis) -> Millis | None:
    """Return when a page is asked for again after so many failures in a row, None when it is given up."""
    return None if tries >= MOST_TRIES else Millis(at + FIRST_RETRY_MS * _SLOWER ** (tries - 1))


# A page of some length tells its language where the few words of its feed did not.
_LEARN_LANGUAGE = "UPDATE item SET language = :language WHERE id = :id AND language = ''"

_PUT_CANONICAL = "UPDATE offline_copy SET canonical = :canonical WHERE item_id = :id"

_PUT_TEXT = """
    UPDATE offline_copy SET shown = :shown, title = :title, html = :html, text = :text, words = :words,
        size_bytes = :size, loads = :loads
    WHERE item_id = :id
"""


def _text_values(item_id: ItemId, page: EntryText, *, shown: bool) -> dict[str, object]:
    html, text = (page.html, page.text) if shown else ("", "")
    return {
        "id": item_id,
        "shown": int(shown),
        "title": page.title,
        "html": html,
        "text": text,
        "words": page.words,
        "loads": written(page.loads),
        "size": len(html.encode()) + len(text.encode()),
    }
