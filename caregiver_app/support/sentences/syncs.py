"""Sentences about what a sync brought: of one source, and of the whole run."""

from __future__ import annotations

from caregiver_app.model.sync import SourceResult, SyncReport, SyncState
from caregiver_app.support.i18n import format_number, ngettext, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reasons import host_in, sentence_for_reason
from caregiver_app.support.sentences.sentence import Audience, Sentence

_TROUBLED = frozenset({SyncState.FAILED, SyncState.GONE})


def result_word(state: SyncState) -> str:
    """Return what became of a source in one word."""
    return {
        SyncState.OK: pgettext("result of a sync", "ok"),
        SyncState.UNCHANGED: pgettext("result of a sync", "unchanged"),
        SyncState.PAUSED: pgettext("result of a sync", "paused"),
        SyncState.FAILED: pgettext("result of a sync", "failed"),
        SyncState.GONE: pgettext("result of a sync", "gone"),
        SyncState.OFFLINE: pgettext("result of a sync", "offline"),
    }[state]


def sentence_for_result(result: SourceResult, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what became of one source."""
    if result.error is not None:
        host = host_in(result.error, result.url)
        return sentence_for_reason(result.error, result.error_detail, audience, host=host)
    if result.state is SyncState.UNCHANGED:
        return Sentence(happened=_("Nothing new."))
    return Sentence(happened=_brought(result.new, result.changed, audience))


def sentence_for_report(report: SyncReport, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what the whole run brought, and whether anything is left to do."""
    brought = _brought(report.new, report.changed, audience)
    if report.cancelled:
        kept = _("What had come in is kept.")
        return Sentence(happened=_("You stopped the update."), means=f"{brought} {kept}", to_do="")
    if report.offline:
        return _without_network(report, audience)
    return Sentence(happened=brought, means=_troubles(report), to_do=_to_do(report, audience))


def _without_network(report: SyncReport, audience: Audience) -> Sentence:
    reason = next(result.error for result in report.results if result.state is SyncState.OFFLINE)
    return sentence_for_reason(reason or "offline", "", audience)


def _brought(new: int, changed: int, audience: Audience) -> str:
    if not new and not changed:
        return _("Nothing new.")
    parts = []
    if new:
        parts.append(_new(new, audience))
    if changed:
        parts.append(ngettext("{count} changed", "{count} changed", changed).format(count=format_number(changed)))
    return ", ".join(parts) + "."


def _new(count: int, audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return ngettext("{count} new article", "{count} new articles", count).format(count=format_number(count))
    return ngettext("{count} new page", "{count} new pages", count).format(count=format_number(count))


def _troubles(report: SyncReport) -> str:
    failed = report.count(*_TROUBLED)
    unreached = report.count(SyncState.OFFLINE)
    parts = []
    if failed:
        parts.append(
            ngettext("{count} source gave no usable answer.", "{count} sources gave no usable answer.", failed)
        )
    if unreached:
        parts.append(ngettext("{count} source was not reached.", "{count} sources were not reached.", unreached))
    counts = [count for count in (failed, unreached) if count]
    return " ".join(part.format(count=format_number(count)) for part, count in zip(parts, counts, strict=True))


def _to_do(report: SyncReport, audience: Audience) -> str:
    if not report.count(*_TROUBLED):
        return ""
    if audience is Audience.COMMAND:
        return _("To see what to do: caregiver source list --troubled")
    return _("Look at the sources to see why.")
