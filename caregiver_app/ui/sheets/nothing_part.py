"""What stands in the place of a sheet while there is none: why, and what to do about words that are in its way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.guard import finding_reason, finding_word
from caregiver_app.ui.announce import announce
from caregiver_app.ui.sheets.unsettled import OpenDetail, Unsettled
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.empty import EmptyState


class NothingPart(EmptyState):
    """`unlock`, `keep`, `retitle` and `repick` are buttons that show only where they lead on, `text` the lines said."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        ways = (
            Button(theme, _("Unlock care notes"), icon=Icon.UNLOCK),
            Button(theme, _("Print it all the same"), kind=ButtonKind.QUIET),
            Button(theme, _("Change the title"), icon=Icon.NOTES),
            Button(theme, _("Choose other pages"), icon=Icon.LIBRARY),
        )
        super().__init__(theme, Icon.PRINT, "", buttons=ways, parent=parent)
        self.ways = ways
        self.unlock, self.keep, self.retitle, self.repick = ways
        self.text = ""
        self._offer()

    @property
    def is_about_words(self) -> bool:
        """Whether words that somebody typed are in the way of the sheet."""
        return any(not button.isHidden() for button in self.ways)

    def say(self, words: str, text: str = "", ways: tuple[Button, ...] = ()) -> None:
        """Say why there is no sheet, with some of the ways on."""
        self.text = text
        self.set_message(words, text)
        self._offer(*ways)

    def say_unsettled(self, error: Unsettled) -> None:
        """Say which words are in the way, where they stand, and what can be done; also to who cannot see it."""
        if error.is_unchecked_alone:
            heading = _("Your care notes are locked, so your words could not be compared with them.")
            self.say(heading, _("Unlock them, or read your words once more for names."), (self.unlock, self.keep))
        else:
            self._say_details(tuple(each for each in error.details if each.finding.text))
        announce(f"{self.accessibleName()} {self.text}")

    def begin(self) -> None:
        """Put the keyboard on the first way on."""
        for way in self.ways:
            if not way.isHidden():
                way.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _say_details(self, details: tuple[OpenDetail, ...]) -> None:
        in_title = [each for each in details if not each.page]
        in_pages = [each for each in details if each.page]
        lines = (*map(_about_title, in_title), *map(_about_page, in_pages))
        leads_on = {self.retitle: in_title, self.repick: in_pages}
        ways = tuple(way for way, there in leads_on.items() if there)
        self.say(_("Something in a title should not go along."), "\n".join(lines), ways)

    def _offer(self, *offered: Button) -> None:
        for button in self.ways:
            button.setVisible(button in offered)


def _about_title(detail: OpenDetail) -> str:
    # Translators: {what} is a kind of detail, e.g. "Phone number"; {words} are the words; the reason is a sentence
    words = _("{what}, “{words}”. {reason}")
    found = detail.finding
    return words.format(what=finding_word(found), words=found.text, reason=finding_reason(found))


def _about_page(detail: OpenDetail) -> str:
    # Translators: {title} is the title of a page; the reason is a sentence
    words = _("It stands in the title “{title}”. {reason}")
    return words.format(title=detail.page, reason=finding_reason(detail.finding))
