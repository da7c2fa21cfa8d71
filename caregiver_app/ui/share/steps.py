"""What a person decides on what the guard found, and on what is in the basket: each can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from caregiver_app.model.card import Draft, KeepReason, Kept, ShareFinding, ToShare
from caregiver_app.model.guard import FindingKind
from caregiver_app.sharing.settling import keep_all_looked_at
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.guard import finding_word
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.share.message_edit import MessageEdit, TextChange
from caregiver_app.ui.share.pieces import Piece, pieces_of, with_its_blank
from caregiver_app.ui.theme import Icon

_KIND = "share"
_PRIVATE = (FindingKind.PRIVATE_WORD, FindingKind.PRIVATE_WORDS_UNCHECKED)


class ShareSteps(QObject):
    """Changes the basket and the message, says what was done, and offers to undo it."""

    def __init__(self, basket: Basket, edit: MessageEdit, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._basket = basket
        self._edit = edit
        self._messages = messages

    def take_out(self, detail: Detail) -> None:
        """Take a detail out of the message, wherever it stands, with the blank beside it."""
        text = self._edit.toPlainText()
        pieces = [with_its_blank(text, piece) for piece in self._pieces(detail)]
        # Translators: {what} is a kind of detail, e.g. "Phone number"
        self._change(detail, pieces, "", _("Taken out: {what}"))

    def replace(self, detail: Detail, words: str) -> None:
        """Put other words in the place of a detail, wherever it stands."""
        # Translators: {what} is a kind of detail, e.g. "Phone number"
        self._change(detail, self._pieces(detail), words, _("Replaced: {what}"))

    def keep(self, detail: Detail, reason: KeepReason | None = None, words: str = "") -> None:
        """Let a detail pass; one to stop at with a reason."""
        kept = Kept(kind=detail.kind, text=detail.first.text, reason=reason, words=words)
        # Translators: {what} is a kind of detail, e.g. "Phone number"
        self._keep((kept,), _("Kept: {what}").format(what=finding_word(detail.first)))

    def keep_all(self, findings: Iterable[ShareFinding]) -> None:
        """Let all open details pass that are only to be looked at."""
        kept = keep_all_looked_at(findings)
        text = ngettext("Kept {count} detail", "Kept {count} details", len(kept)).format(count=len(kept))
        self._keep(kept, text)

    def look_again(self) -> None:
        """Forget all decisions to keep something, so that each is to be made anew."""
        before = self._basket.draft.kept
        self._basket.put_kept(())
        self._did(
            _("All details are to be looked at again"),
            undo=lambda: self._basket.put_kept(dict.fromkeys((*before, *self._basket.draft.kept))),
            redo=lambda: self._basket.put_kept(()),
            private=any(kept.kind in _PRIVATE for kept in before),
        )

    def take_away(self, thing: ToShare, title: str) -> None:
        """Take a page out of the basket; it comes back to its place, whatever was put in or taken out since."""
        place = self._basket.draft.things.index(thing)

        def take() -> None:
            self._basket.put_things(one for one in self._basket.draft.things if one.subject != thing.subject)

        def put_back() -> None:
            others = [one for one in self._basket.draft.things if one.subject != thing.subject]
            self._basket.put_things((*others[:place], thing, *others[place:]))

        take()
        # Translators: {title} is the title of a page
        self._did(_("Not shared: {title}").format(title=title), undo=put_back, redo=take, icon=Icon.TRASH)

    def begin_anew(self) -> None:
        """Empty the basket and the message; taking that back keeps what came since."""
        before = self._basket.draft
        self._show(Draft())
        self._did(
            _("Started again"),
            undo=lambda: self._show(_joined(before, self._basket.draft)),
            redo=lambda: self._show(Draft()),
            private=bool(before.message),  # nobody knows at the lock what stood in it
        )

    def _pieces(self, detail: Detail) -> tuple[Piece, ...]:
        return pieces_of(self._edit.toPlainText(), detail.first.text, [one.start for one in detail.findings])

    def _change(self, detail: Detail, pieces: Iterable[Piece], words: str, said: str) -> None:
        backwards = sorted(pieces, key=lambda piece: -piece.start)  # so that what is to come stays where it is
        changes: list[TextChange] = [self._edit.change(piece, words) for piece in backwards]

        def undo() -> None:
            for change in changes:
                change.undo()

        def redo() -> None:
            for change in changes:
                change.do()

        text = said.format(what=finding_word(detail.first))
        self._did(text, undo=undo, redo=redo, private=detail.kind in _PRIVATE)

    def _keep(self, kept: tuple[Kept, ...], text: str) -> None:
        def undo() -> None:
            self._basket.put_kept(one for one in self._basket.draft.kept if one not in kept)

        def redo() -> None:
            self._basket.put_kept((*self._basket.draft.kept, *kept))

        redo()
        self._did(text, undo=undo, redo=redo, private=any(each.kind in _PRIVATE for each in kept))

    def _show(self, draft: Draft) -> None:
        self._basket.put(draft)
        self._edit.put(draft.message)

    def _did(
        self,
        text: str,
        *,
        undo: Callable[[], None],
        redo: Callable[[], None],
        private: bool = False,
        icon: Icon = Icon.CHECK,
    ) -> None:
        self._messages.did(UndoStep(text=text, undo=undo, redo=redo, private=private), icon=icon, kind=_KIND)


def _joined(before: Draft, since: Draft) -> Draft:
    """Return both drafts as one, the earlier one first."""
    subjects = {one.subject for one in before.things}
    return Draft(
        things=(*before.things, *(one for one in since.things if one.subject not in subjects)),
        message="\n\n".join(filter(None, (before.message, since.message))),
        kept=tuple(dict.fromkeys((*before.kept, *since.kept))),
    )
