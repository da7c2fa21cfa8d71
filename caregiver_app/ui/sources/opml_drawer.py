"""What a list of sources would bring, before anything is taken: new, known and refused ones, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.errors import AddressTrouble
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import address_sentence
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.feeds.sorting_out import OpmlPreview

_ROWS = 7
_MAY_BE_ALLOWED = frozenset((AddressTrouble.PRIVATE, AddressTrouble.INSECURE))


class OpmlDrawer(Drawer):
    """`allowed` asks to look anew with leave for home; `taken` carries whether leave is given."""

    allowed = Signal(bool)
    taken = Signal(bool)

    def __init__(self, desk: Desk, preview: OpmlPreview, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Import a list of sources"), parent=parent)
        self.summary = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self.topics = PlainLabel(ink="text-2", wrap=True)
        self.notes = PlainLabel(ink="text-2", wrap=True)
        self.damaged = Callout(desk.theme, Tone.WARN, Icon.ALERT, _("The file is damaged"), _damaged_words())
        self.list = LineList(desk.theme, _("Sources of the list"), ring=desk.ring, rows=_ROWS)
        self.allow = CheckBox(desk.theme, _("Take addresses at home and not secure ones too"))
        self.take = Button(desk.theme, "", kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        self.leave = Button(desk.theme, _("Take nothing"))
        self.allow.clicked.connect(self.allowed)
        self.take.clicked.connect(lambda: self.taken.emit(self.allow.isChecked()))
        self.leave.clicked.connect(self.closed)
        for widget in (self.summary, self.damaged, self.list, self.topics, self.notes, self.allow):
            self.body.addWidget(widget)
        self.add_foot(self.take, self.leave)
        self.show_preview(preview)

    def show_preview(self, preview: OpmlPreview) -> None:
        """Show what the list would bring."""
        self.summary.setText(summary_words(preview))
        self.topics.setText(_("New topics: {names}").format(names=", ".join(preview.topics)))
        self.topics.setVisible(bool(preview.topics))
        notes = note_words(preview)
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        self.damaged.setVisible(preview.damaged)
        self.list.show_lines(lines_of(preview))
        may = self.allow.isChecked() or any(one.trouble in _MAY_BE_ALLOWED for one in preview.refused)
        self.allow.setVisible(may)
        words = ngettext("Import {count} source", "Import {count} sources", len(preview.new))
        self.take.set_words(words.format(count=format_number(len(preview.new))))
        self.take.setVisible(bool(preview.new or preview.known))
        if not preview.new:
            self.take.set_words(_("Switch these on"))


def summary_words(preview: OpmlPreview) -> str:
    """Return how many are new, known and refused. Nothing was taken yet."""
    new = ngettext("{count} new source", "{count} new sources", len(preview.new))
    parts = [new.format(count=format_number(len(preview.new)))]
    if preview.known:
        known = ngettext("{count} that you have already", "{count} that you have already", len(preview.known))
        parts.append(known.format(count=format_number(len(preview.known))))
    if preview.refused:
        refused = ngettext("{count} that is not taken", "{count} that are not taken", len(preview.refused))
        parts.append(refused.format(count=format_number(len(preview.refused))))
    # Translators: a list of counts, e.g. "12 new sources, 3 that you have already."
    return _("{counts}.").format(counts=", ".join(parts))


def note_words(preview: OpmlPreview) -> list[str]:
    """Return what else is to be known of a list, each a sentence."""
    notes = []
    if preview.private:
        words = ngettext(
            "{count} address holds something private. It stays on this computer.",
            "{count} addresses hold something private. They stay on this computer.",
            preview.private,
        )
        notes.append(words.format(count=format_number(preview.private)))
    if preview.left_off:
        notes.append(left_off_words(preview.left_off))
    if preview.lists:
        words = ngettext(
            "{count} other list in it is left out.", "{count} other lists in it are left out.", preview.lists
        )
        notes.append(words.format(count=format_number(preview.lists)))
    if preview.pages:
        words = ngettext(
            "{count} web page without new pages to list is left out.",
            "{count} web pages without new pages to list are left out.",
            preview.pages,
        )
        notes.append(words.format(count=format_number(preview.pages)))
    if preview.new:
        notes.append(_("Nobody is asked before your next update."))
    return notes


def left_off_words(count: int) -> str:
    """Return how many accounts stay off, why, and the way to switch them on."""
    words = ngettext(
        "{count} stays off: it is an account on a service such as YouTube, which would learn that you follow it. "
        "You can switch it on in Sources.",
        "{count} stay off: they are accounts on services such as YouTube, which would learn that you follow them. "
        "You can switch each on in Sources.",
        count,
    )
    return words.format(count=format_number(count))


def lines_of(preview: OpmlPreview) -> list[Line]:
    """Return every source of a list: what needs a look first, then the new ones, then those that are here."""
    lines = []
    for place, refused in enumerate(preview.refused):
        why = _why_not(refused.trouble)
        pill = PillLook(text=_("Not taken"), tone=Tone.WARN, icon=Icon.ALERT)
        lines.append(
            Line(key=f"r{place}", title=shown_title(refused.title) or mask_address(refused.url), facts=why, pill=pill)
        )
    groups = (
        ("n", preview.new, PillLook(text=_("New"), tone=Tone.INFO, icon=Icon.PLUS)),
        ("k", preview.known, PillLook(text=_("Here already"), tone=Tone.NEUTRAL, icon=Icon.CHECK)),
    )
    for key, feeds, pill in groups:
        for place, feed in enumerate(feeds):
            shown = mask_address(feed.url)
            facts = "  ·  ".join([*feed.topics, shown])
            lines.append(Line(key=f"{key}{place}", title=shown_title(feed.title) or shown, facts=facts, pill=pill))
    return lines


def _why_not(trouble: AddressTrouble) -> str:
    """Return in a few words why an address is not taken; the usual sentence where there is more to say."""
    few = {
        AddressTrouble.PRIVATE: _("On your own network"),
        AddressTrouble.INSECURE: _("Not secure"),
        AddressTrouble.CREDENTIALS: _("A password is in it"),
        AddressTrouble.MALFORMED: _("No web address"),
        AddressTrouble.SCHEME: _("No web address"),
    }
    return few.get(trouble) or address_sentence(trouble).happened


def _damaged_words() -> str:
    return _("What could be read of it is listed here. Some sources may be missing.")
