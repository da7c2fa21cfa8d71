"""One group that meets on the web: how it is looked after, what is safe to post there, and what better not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.help_lines import HelpGroup
from caregiver_app.support.i18n import as_beginning, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.groups import group_words
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.help_lines.entry_card import EntryCard
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class GroupCard(EntryCard):
    """Nothing of it is opened before somebody presses the button."""

    def __init__(self, desk: HelpDesk, shown: HelpGroup, *, called: str, parent: QWidget | None = None) -> None:
        group = shown.group
        super().__init__(desk, group.name, shown.organisation, shown.publisher, parent=parent)
        if shown.taken_back is not None:
            self.add_taken_back(shown.taken_back)
        self.add_words(group_words(group.summary))
        self.add_words(_moderated_words(group.moderated))
        if group.lives_on_data:
            self.add_words(_("A company runs it, and lives on what people write there."), ink="warn")
        self._add_list(_("Safe to post here"), group.safe_to_post, Icon.CHECK, Tone.OK)
        self._add_list(_("Better not"), group.better_not, Icon.ALERT, Tone.WARN)
        self.body.addWidget(AddressLabel(group.address.removeprefix("https://"), ink="text-2"))
        self.add_words(self._checked_words(shown), ink="text-2")
        if shown.taken_back is None:
            name = _("Copy the web address of {name}").format(name=called)
            copy = self.copy_button(group.address, _("Copy the web address"), name)
            self.add_buttons((self.page_button(group.address, called), copy))

    def _add_list(self, heading: str, entries: Sequence[str], icon: Icon, tone: Tone) -> None:
        if entries:
            self.body.addWidget(_listed(self._desk.theme, heading, entries, icon, tone))

    @staticmethod
    def _checked_words(shown: HelpGroup) -> str:
        day = shown.group.checked_on
        spoken = as_beginning(language_name(shown.group.language))
        looked = _("Last looked at on {day}.").format(day=day_words(day)) if day else ""
        return "  ·  ".join(words for words in (spoken, looked or _("Listed, not checked")) if words)


def _moderated_words(how: str) -> str:
    if not how:
        return _("How this group is looked after is not recorded.")
    # Translators: {how} is a sentence, e.g. "By people of the organisation."
    return _("How it is looked after: {how}").format(how=group_words(how))


def _listed(theme: Theme, heading: str, entries: Sequence[str], icon: Icon, tone: Tone) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(heading)
    column = Column(theme, gap=4, parent=holder)
    column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
    for entry in entries:
        row = Row(theme, gap=8)
        row.addWidget(IconLabel(theme, icon, size=20, tone=tone))
        row.addWidget(PlainLabel(group_words(entry), wrap=True), 1)
        column.addLayout(row)
    return holder
