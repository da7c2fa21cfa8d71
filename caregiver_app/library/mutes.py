"""Words that keep articles out of lists: whole words and phrases in titles, in any case and with or without accents.

Alerts of sources that may warn (`library.alerts.MAY_WARN`) are never muted. What is muted is neither hidden nor
deleted: it can be opened, and found on request.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from caregiver_app.library.alerts import MAY_WARN
from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.search_query import Term
from caregiver_app.library.search_words import SearchWords, match_any
from caregiver_app.library.word_forms import plain_words
from caregiver_app.model.article import ItemId
from caregiver_app.model.collection import MuteWord
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

LONGEST_WORD = 100

# The source that brought an article first may be a quiet one, while another that carries it too gives alerts.
_MUTE = f"""
    INSERT OR IGNORE INTO muted_item (item_id, word)
    SELECT a.item_id, :word FROM article AS a
    WHERE a.item_id = :id AND NOT EXISTS (
        SELECT 1 FROM alert AS al JOIN source AS s ON s.id = a.source_id WHERE al.item_id = a.item_id AND {MAY_WARN}
    ) AND NOT EXISTS (
        SELECT 1 FROM article_entry AS e JOIN source AS s ON s.id = e.source_id
        WHERE e.item_id = a.item_id AND s.kind = 'alerts'
    )
"""


class Mutes:
    """The mute words, and which articles each keeps away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[MuteWord, ...]:
        """Return all mute words in the order of the alphabet."""
        rows = self._database.rows(
            """
            SELECT w.word, (
                SELECT count(*) FROM muted_item AS mu JOIN article AS a ON a.item_id = mu.item_id
                WHERE mu.word = w.word AND a.hidden = 0
            ) AS items
            FROM mute_word AS w ORDER BY w.word
            """
        )
        return tuple(MuteWord(word=row["word"], items=row["items"]) for row in rows)

    def add(self, word: str, *, at: Millis) -> int:
        """Keep articles with a word or phrase in their title out of lists; return how many that are now.

        What has no letter or digit in it mutes nothing and is not kept.
        """
        kept = _tidied(word)
        if not plain_words(kept):
            return 0
        with self._database.write("mutes.add") as writer:
            for known in self._words():
                if plain_words(known) == plain_words(kept):
                    kept = known
            writer.execute(
                "INSERT OR IGNORE INTO mute_word (word, added_at) VALUES (:word, :at)", {"word": kept, "at": at}
            )
            mute(writer, self._titles_with(kept), [kept])
        return next(muted.items for muted in self.list() if muted.word == kept)

    def remove(self, word: str) -> None:
        """Let articles with a word come back; one that is none is passed over."""
        with self._database.write("mutes.remove") as writer:
            gone = [known for known in self._words() if plain_words(known) == plain_words(_tidied(word))]
            writer.execute("DELETE FROM mute_word WHERE word IN (SELECT value FROM json_each(:w))", {"w": _json(gone)})

    def look_again(self, writer: Writer, titles: Mapping[ItemId, str]) -> None:
        """Bring up to date what is muted among items whose titles came or changed."""
        words = self._words()
        if not words:
            return
        writer.execute(
            "DELETE FROM muted_item WHERE item_id IN (SELECT value FROM json_each(:ids))", {"ids": _json(titles)}
        )
        mute(writer, titles, words)

    def _words(self) -> Sequence[str]:
        return tuple(row[0] for row in self._database.rows("SELECT word FROM mute_word ORDER BY word"))

    def _titles_with(self, word: str) -> dict[ItemId, str]:
        """Return titles that may hold a word: the indexes know all that do, and some more.

        Texts that wait for the index are looked at when their turn comes.
        """
        term = Term(text=word)
        algorithms = SearchWords(self._database).algorithms()
        asked = {
            "plain": f"title : ({term.match})",
            "words": f"title : ({match_any([term], algorithms) or term.match})",
        }
        rows = self._database.rows(
            """
            SELECT id, title FROM item WHERE kind = 'article' AND id IN (
                SELECT rowid FROM search_index WHERE search_index MATCH :plain
                UNION SELECT rowid FROM search_words WHERE search_words MATCH :words
            )
            """,
            asked,
        )
        return {ItemId(row["id"]): row["title"] for row in rows}


def mute(writer: Writer, titles: Mapping[ItemId, str], words: Iterable[str]) -> None:
    """Note which of these items have one of these words in the title, alerts apart."""
    keys = [(word, _key(word)) for word in words]
    looked_at = ((item_id, f" {plain_words(title)} ") for item_id, title in titles.items())
    writer.many(
        _MUTE,
        [{"id": item_id, "word": word} for item_id, title in looked_at for word, key in keys if key in title],
    )


def _key(word: str) -> str:
    """Return what stands in the plain title of a muted article: whole words, save in scripts that know no spaces."""
    plain = plain_words(word)
    before = "" if RUN.match(plain[0]) else " "
    after = "" if RUN.match(plain[-1]) else " "
    return f"{before}{plain}{after}"


def _tidied(word: str) -> str:
    text = word.encode("utf-8", "replace").decode().replace("\0", " ")[: 4 * LONGEST_WORD]
    return " ".join(unicodedata.normalize("NFC", text).lower().split())[:LONGEST_WORD].rstrip()


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))
