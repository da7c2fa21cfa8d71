"""What `caregiver share` is told about details, and what it tells: the JSON shape, findings, and why it refuses."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.guard import finding_shape
from caregiver_app.model.card import Channel, Judged, KeepReason, Kept, Rendered, ShareableCard, ShareFinding
from caregiver_app.sharing.settling import keep_all_looked_at
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience, Sentence
from caregiver_app.support.sentences.guard import finding_reason, finding_word
from caregiver_app.support.sentences.shares import refusal_sentence


def share_shape(judged: Judged, channel: Channel, file: str | None) -> Json:
    """Return the document of `share`; `file` is None where nothing was written."""
    return {
        "channel": channel.value,
        "items": [_card_shape(card) for card in judged.content.cards],
        "findings": [_finding_shape(judged, finding) for finding in judged.findings],
        "file": file,
    }


def kept_of(judged: Judged, places: Sequence[tuple[str, str]], keep_look: bool) -> tuple[Kept, ...]:
    """Return what may pass by the places that were named with their reasons.

    Raises:
        click.UsageError: nothing was found at a place, or it has no reason.
    """
    kept = [each for place, reason in places for each in _kept(judged, place, reason)]
    return (*kept, *keep_all_looked_at(judged.findings)) if keep_look else tuple(kept)


def refusal_of(judged: Judged) -> CommandFailed:
    """Return why something among it may not be passed on: all of it in words, the kind of the first."""
    first, *others = judged.refused
    sentence = refusal_sentence(first, Audience.COMMAND)
    told = [f"{first.subject.reference}: {sentence.message}"]
    told += [f"{each.subject.reference}: {refusal_sentence(each, Audience.COMMAND).message}" for each in others]
    kind = "share-not-shareable" if first.refused is None else f"share-{first.refused.value}"
    return CommandFailed(kind, Sentence(happened=" ".join(told), to_do=sentence.to_do), REFUSED)


def tell_findings(console: Console, judged: Judged, channel: Channel) -> None:
    """Say what is still to be settled."""
    if console.as_json:
        console.document(share_shape(judged, channel, None))
        return
    for each in judged.open_findings:
        said = f'"{each.finding.text}". ' if each.finding.text else ""
        console.note(f"{_place_of(judged, each)}: {finding_word(each.finding)}: {said}{finding_reason(each.finding)}")
    count = len(judged.open_findings)
    sentence = ngettext(
        "{count} detail to settle before this leaves.", "{count} details to settle before this leaves.", count
    )
    console.note(sentence.format(count=count))
    console.note(_("Change your words, or let it pass: --keep PLACE REASON. Nothing was written."))


def tell_shared(console: Console, rendered: Rendered, file: str) -> None:
    """Say where it is."""
    console.line(_("It is in {name}. Nothing was sent.").format(name=file))
    if len(rendered.posts) > 1:
        console.note(
            ngettext("It takes {count} post.", "It takes {count} posts.", len(rendered.posts)).format(
                count=len(rendered.posts)
            )
        )


def _card_shape(card: ShareableCard) -> Json:
    return {
        "title": card.title,
        "link": card.link,
        "organisation": card.organisation,
        "label": card.label,
        "reviewed_at": None if card.reviewed_on is None else card.reviewed_on.isoformat(),
    }


def _finding_shape(judged: Judged, each: ShareFinding) -> Json:
    shape = finding_shape(each.finding)
    assert isinstance(shape, dict)
    page = _page_of(judged, each)
    return {**shape, "page": page, "part": None if page is None else each.part.value, "settled": each.settled}


def _page_of(judged: Judged, each: ShareFinding) -> str | None:
    return None if each.page is None else judged.candidates[each.page].subject.reference


def _place_of(judged: Judged, each: ShareFinding) -> str:
    """Return where it stands: `23-35` in the message, `link:3/title:0-4` in the title of a page."""
    place = f"{each.finding.start}-{each.finding.end}"
    page = _page_of(judged, each)
    return place if page is None else f"{page}/{each.part.value}:{place}"


def _kept(judged: Judged, place: str, reason: str) -> list[Kept]:
    """Return what passes by a place: all that was found in these very letters."""
    found = [each.finding for each in judged.findings if _place_of(judged, each) == place]
    if not found:
        raise click.UsageError(_("No detail was found at {place}.").format(place=repr(place)))
    if not reason.strip():
        raise click.UsageError(_("Say why this detail may leave."))
    return [Kept(kind=each.kind, text=each.text, reason=KeepReason.OTHER, words=reason) for each in found]
