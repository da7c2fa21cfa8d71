"""The kind answer to what somebody sent: a share like any other, so the guard reads it too. Never sends anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import Channel, Draft, Judged, ShareForm, ToShare
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.forwarded import KindReply
from caregiver_app.model.guard import FindingKind
from caregiver_app.model.trust import Subject, SubjectKind, subject_kind_of

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library


def kind_reply(library: Library, sharing: Sharing, pages: Iterable[ArticleRow]) -> KindReply:
    """Return an answer with the first of `pages` in which the guard finds nothing, without a page where there is none.

    Nobody is asked here what may stay, so whatever is found holds a page back. That the words of the care notes were
    not looked for does not: it is said beside the answer, which whoever sends it reads first.

    Raises:
        StorageError, VaultError: as `Sharing.judge` does.
    """
    from caregiver_app.support.sentences.forwarded import reply_without_page

    for page in pages:
        judged = _judged(library, sharing, page)
        if judged is not None and not judged.refused and _open_kinds(judged) <= {_UNCHECKED}:
            text = sharing.preview(judged.content, ShareForm(channel=Channel.TEXT)).text
            return KindReply(text=text, unchecked=bool(judged.open_findings))
    return KindReply(text=reply_without_page())


_UNCHECKED = FindingKind.PRIVATE_WORDS_UNCHECKED


def _judged(library: Library, sharing: Sharing, page: ArticleRow) -> Judged | None:
    """Return the answer with a page as the guard sees it, None where the page is gone by now."""
    from caregiver_app.support.sentences.forwarded import reply_words

    wish = ToShare(subject=Subject(kind=subject_kind_of(page.kind) or SubjectKind.ARTICLE, id=page.id))
    try:
        return sharing.judge(library, Draft(things=(wish,), message=reply_words()))
    except UnknownItem:
        return None


def _open_kinds(judged: Judged) -> set[FindingKind]:
    return {each.finding.kind for each in judged.open_findings}
