"""Sentences about how a source is doing."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.source import Source, SourceNote, SourceState
from caregiver_app.support.i18n import format_number, format_short_day, ngettext, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reasons import host_in, sentence_for_reason
from caregiver_app.support.sentences.sentence import Audience, Sentence

_NOTES = frozenset(SourceNote)
_KEPT_ASKING = frozenset({SourceState.FAILING, SourceState.ATTENTION})


def sentence_for_source(source: Source, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return how `source` is doing, why, and what to do about it; nothing to do is an empty `to_do`."""
    if source.state in _KEPT_ASKING:
        return _troubled(source, audience)
    if source.state is SourceState.QUIET:
        return _with_note(_quiet(source), source)
    if source.state is SourceState.MOVED and source.reason:
        return _moved_onto_another(source.reason_detail)
    happened, means, to_do = _words(audience)[source.state]
    sentence = Sentence(happened=happened, means=means, to_do=to_do)
    return _with_note(sentence, source) if source.state is SourceState.FINE else sentence


def state_word(state: SourceState) -> str:
    """Return a state in one or two words, for a column or a pill."""
    return {
        SourceState.NEVER_FETCHED: pgettext("state of a source", "not asked yet"),
        SourceState.FINE: pgettext("state of a source", "fine"),
        SourceState.QUIET: pgettext("state of a source", "quiet"),
        SourceState.FAILING: pgettext("state of a source", "failing"),
        SourceState.MOVED: pgettext("state of a source", "moved"),
        SourceState.GONE: pgettext("state of a source", "gone"),
        SourceState.ATTENTION: pgettext("state of a source", "needs attention"),
        SourceState.OFF: pgettext("state of a source", "off"),
    }[state]


def _troubled(source: Source, audience: Audience) -> Sentence:
    reason = sentence_for_reason(source.reason, source.reason_detail, audience, host=host_in(source.reason, source.url))
    kept = _("What it brought before is kept.") if source.entries else _("It has brought nothing yet.")
    if source.state is SourceState.FAILING:
        return replace(reason, means=kept, to_do=_("Nothing to do now. Caregiver asks again by itself."))
    return replace(reason, means=kept)


def _quiet(source: Source) -> Sentence:
    if source.newest_at is None:
        return Sentence(
            happened=_("It answers, but has brought nothing yet."),
            means=_("There may be nothing to say just now."),
            to_do=_("Nothing to do now. Caregiver asks again by itself."),
        )
    day = format_short_day(source.newest_at, year=True)
    return Sentence(
        happened=_("It answers, but has brought nothing new since {day}.").format(day=day),
        means=_("The publisher may have stopped writing there."),
        to_do=_("You may keep it, or look for a newer source of the same publisher."),
    )


def _with_note(sentence: Sentence, source: Source) -> Sentence:
    """Add what its last document made known; that is more than what being quiet may mean."""
    if source.reason not in _NOTES:
        return sentence
    if source.reason == SourceNote.DAMAGED:
        return replace(sentence, means=_("What it sends has mistakes, but could be read."))
    count = int(source.reason_detail) if source.reason_detail.isdecimal() else 0
    left_out = ngettext(
        "It holds more than fits: {count} older page was left out.",
        "It holds more than fits: {count} older pages were left out.",
        count,
    ).format(count=format_number(count))
    return replace(sentence, means=left_out, to_do=_("Look for older pages on the publisher's own site."))


def _moved_onto_another(title: str) -> Sentence:
    return Sentence(
        happened=_("It has moved to the address of another source that you have: {title}.").format(title=title),
        means=_("Both are kept, and bring the same."),
        to_do=_("You may remove one of the two."),
    )


def _words(audience: Audience) -> dict[SourceState, tuple[str, str, str]]:
    command = audience is Audience.COMMAND
    return {
        SourceState.NEVER_FETCHED: (
            _("It was not asked yet."),
            "",
            _("To ask it now: caregiver sync") if command else _("Get updates to fill it."),
        ),
        SourceState.FINE: (_("It answers as it should."), "", ""),
        SourceState.MOVED: (
            _("It has moved to a new address."),
            _("Caregiver follows it there."),
            "",
        ),
        SourceState.GONE: (
            _("The publisher has ended this source for good."),
            _("What it brought is kept, and it is not asked any more."),
            _("Look for another source of the same publisher."),
        ),
        SourceState.OFF: (
            _("It is switched off."),
            _("Caregiver does not ask it."),
            _("To switch it on: caregiver source enable ID") if command else _("Switch it on to get its pages."),
        ),
    }
