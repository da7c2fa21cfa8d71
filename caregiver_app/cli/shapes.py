"""The JSON shapes of the command line (docs/formats/command-line.md). Stable: scripts rely on every key.

Private parts of feed addresses are masked, also where an address stands in for a missing title.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.article import HIT_END, HIT_START, Article, ArticleRow, Revision
from caregiver_app.model.collection import Collection, MuteWord, SavedSearch
from caregiver_app.model.keeping import KeepResult
from caregiver_app.model.offline import OfflineState
from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source, SourceState
from caregiver_app.model.sync import SourceResult, SyncReport, SyncState
from caregiver_app.model.time import to_iso
from caregiver_app.model.web import LedgerLine
from caregiver_app.support.reading import reading_minutes
from caregiver_app.support.sentences import Audience, Sentence, sentence_for_result, sentence_for_source

if TYPE_CHECKING:
    from caregiver_app.bootstrap.notices import Notice
    from caregiver_app.library.health import Check

COUNTED_AS = {
    "ok": (SyncState.OK,),
    "unchanged": (SyncState.UNCHANGED,),
    "paused": (SyncState.PAUSED, SyncState.OFFLINE),
    "failed": (SyncState.FAILED, SyncState.GONE),
}
"""Which results each counter of a sync counts; together they are all of them."""

_SAY_IT_ALL = frozenset({SourceState.FINE, SourceState.OFF, SourceState.NEVER_FETCHED})
HIT_MARKS = str.maketrans({HIT_START: "**", HIT_END: "**"})


def source_shape(source: Source) -> Json:
    """Return an element of `source list`."""
    return {
        "id": source.id,
        "title": shown_title(source.title),
        "organisation": source.organisation,
        "url": mask_address(source.url),
        "kind": source.kind.value,
        "topics": list(source.topics),
        "state": source.state.value,
        "reason": reason_of(source),
        "last_good_at": to_iso(source.last_good_at),
        "entries": source.entries,
    }


def reason_of(source: Source) -> str:
    """Return why a source is in its state and what to do, "" where the state says it all."""
    says_it_all = source.state in _SAY_IT_ALL and not (source.state is SourceState.FINE and source.reason)
    if says_it_all:
        return ""
    masked = replace(source, reason_detail=shown_title(source.reason_detail))  # it may be the title of another source
    return with_detail(sentence_for_source(masked, Audience.COMMAND))


def with_detail(sentence: Sentence) -> str:
    """Return a sentence for one line, with a status number where there is one."""
    detail = f" ({sentence.detail})" if sentence.detail.isdigit() else ""
    return f"{sentence.text}{detail}"


def report_shape(report: SyncReport) -> dict[str, Json]:
    """Return what `sync` prints of the sources."""
    counters = {name: report.count(*states) for name, states in COUNTED_AS.items()}
    return {
        "sources": len(report.results),
        **counters,
        "new": report.new,
        "changed": report.changed,
        "seconds": round(report.seconds, 3),
        "results": [_result_shape(result) for result in report.results],
    }


def article_shape(row: ArticleRow) -> dict[str, Json]:
    """Return an element of `article list` and `search`; search hits in the snippet stand between **."""
    return {
        "kind": row.kind.value,
        "id": row.id,
        "title": row.title,
        "url": row.url,
        "organisation": row.organisation,
        "published_at": to_iso(row.published_at),
        "trust": row.trust.value,
        "snippet": row.snippet.translate(HIT_MARKS),
        "read": row.read,
        "starred": row.starred,
        "changed": row.changed,
    }


def whole_article_shape(article: Article) -> Json:
    """Return what `article show` prints."""
    return {
        **article_shape(article.row),
        "html": article.html,
        "text": article.text,
        "grade": article.grade,
        "reading_minutes": reading_minutes(article.row.words, article.row.language) if article.row.words else None,
        "language": article.row.language,
        "revisions": [_revision_shape(revision) for revision in article.revisions],
        "full_text": article.full_text,
        "offline": copy_shape(article.offline),
        "alert": _alert_shape(article.alert),
    }


def _alert_shape(facts: AlertFacts | None) -> Json:
    """Return what an article says of a danger, null where it does not warn."""
    if facts is None:
        return None
    return {
        "kind": facts.kind.value,
        "event": facts.event,
        "severity": facts.severity,
        "urgency": facts.urgency,
        "certainty": facts.certainty,
        "area": facts.area,
        "status": facts.status,
        "message_type": facts.message_type,
        "sent_at": to_iso(facts.sent_at),
        "effective_at": to_iso(facts.effective_at),
        "expires_at": to_iso(facts.expires_at),
    }


def notice_shape(notice: Notice) -> Json:
    """Return an element of `notices`."""
    return {
        "id": notice.id,
        "title": notice.row.title,
        "url": notice.row.url,
        "organisation": notice.row.organisation,
        "country": notice.alert.source.country,
        "published_at": to_iso(notice.alert.published_at),
        "red": notice.standing.is_red,
        "why": notice.standing.value,
        "put_away": None if notice.dealt is None else notice.dealt.value,
        "alert": _alert_shape(notice.alert.facts),
    }


def copy_shape(copy: OfflineState | None) -> Json:
    """Return how far the copy of a page is, null where none is wanted."""
    if copy is None:
        return None
    return {
        "state": copy.state.value,
        "reason": copy.reason,
        "pictures": copy.pictures_wanted,
        "pictures_kept": copy.pictures_kept,
        "size_bytes": copy.size_bytes,
        "tried_at": to_iso(copy.tried_at),
    }


def keep_shape(result: KeepResult) -> Json:
    """Return an element of `article keep`."""
    return {"id": result.item_id, "title": result.title, "copy": copy_shape(result.copy)}


def collection_shape(collection: Collection) -> Json:
    """Return an element of `collection list`."""
    return {"id": collection.id, "name": collection.name, "items": collection.items}


def saved_search_shape(search: SavedSearch) -> Json:
    """Return an element of `saved list`."""
    return {"id": search.id, "name": search.name, "query": search.query}


def mute_shape(word: MuteWord) -> Json:
    """Return an element of `mute list`."""
    return {"word": word.word, "items": word.items}


def topic_shape(topic: Topic) -> Json:
    """Return an element of `topic list`."""
    return {
        "id": topic.id,
        "title": topic_title(topic.id, topic.title),
        "chosen": topic.chosen,
        "sources": topic.sources,
    }


def ledger_shape(line: LedgerLine) -> Json:
    """Return an element of `ledger`."""
    return {
        "at": to_iso(line.at),
        "host": line.host,
        "why": line.why.value,
        "sent_bytes": line.sent_bytes,
        "received_bytes": line.received_bytes,
        "result": line.result,
    }


def check_shape(check: Check) -> Json:
    """Return an element of the checks of `doctor`."""
    return {"name": check.name, "ok": check.ok, "detail": check.detail, "repaired": check.repaired}


def _result_shape(result: SourceResult) -> Json:
    error = None if result.error is None else with_detail(sentence_for_result(result, Audience.COMMAND))
    return {
        "source_id": result.source_id,
        "title": shown_title(result.title),
        "url": mask_address(result.url),
        "state": result.state.value,
        "new": result.new,
        "changed": result.changed,
        "error": error,
    }


def _revision_shape(revision: Revision) -> Json:
    return {"seen_at": to_iso(revision.seen_at), "title": revision.title, "text": revision.text}
