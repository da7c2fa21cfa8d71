"""A request and its answers as people read them: plain text, in which every word of theirs stands and nothing is added.

The window and the commands show this before anything goes; the record for a nurse's own files is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.exchange.answering import ReceivedRequest
from caregiver_app.vault.letters.request import AskBody, AskItem, ItemKind


def shown_request(body: AskBody) -> str:
    """Return all that a request says. It carries besides only its random number and a secret for the answer."""
    return "\n".join(_paragraphs(body))


def shown_record(received: ReceivedRequest) -> str:
    """Return a request that came with the answers given to it, for the official record."""
    lines = [
        *_paragraphs(received.body),
        "",
        _("Request {id}, from the key {key}").format(id=received.body.uid, key=received.family),
        _("Received: {when}").format(when=to_iso(received.received_at)),
    ]
    if received.kept_because:
        lines.append(_("Kept because: {reason}").format(reason=received.kept_because))
    for given in received.given:
        lines += ["", _("Answer {number}, {when}").format(number=given.number, when=to_iso(given.at))]
        for text in given.texts:
            lines += [_("To question {number}:").format(number=text.question), text.text]
    return "\n".join(lines) + "\n"


def _paragraphs(body: AskBody) -> Iterator[str]:
    yield body.notice
    yield _("Answer expected by {day}.").format(day=day_words(date.fromisoformat(body.answer_by)))
    yield ""
    if body.sender:
        yield _("From: {name}").format(name=body.sender)
    if body.about:
        yield _("About: {name}").format(name=body.about)
    yield _("Made: {when}").format(when=body.made_at)
    yield _("The answer goes to the key {key}").format(key=body.reply_to)
    yield from _part(_("Questions"), body.of_kind(ItemKind.QUESTION))
    yield from _part(_("Notes"), body.of_kind(ItemKind.NOTE))


def _part(heading: str, items: Iterable[AskItem]) -> Iterator[str]:
    items = tuple(items)
    if not items:
        return
    yield ""
    yield heading
    for item in items:
        yield f"{item.number}. {item.at}".rstrip() if item.at else f"{item.number}."
        yield item.text
