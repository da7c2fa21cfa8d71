"""What can be done with the page that is open. What does not fit moves into "More", the least important first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from caregiver_app.model.article import ArticleRow, ItemKind, Trust
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.voices import can_speak
from caregiver_app.ui.hide_key import hear_hide_key
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.look import set_look

_MAY_LEAVE = (Trust.CHECKED, Trust.TRUSTED_SOURCE, Trust.WELL_KNOWN_SOURCE)

_MARGIN = 12
_GAP = 8


class ReaderToolbar(QFrame):
    """Signals say what was pressed; `show_row` keeps the words true."""

    back_pressed = Signal()
    share_pressed = Signal()
    print_pressed = Signal()
    save_pressed = Signal()
    read_pressed = Signal()
    archive_pressed = Signal()
    about_pressed = Signal()
    find_pressed = Signal()
    open_pressed = Signal()
    copy_pressed = Signal()
    collect_pressed = Signal()
    source_pressed = Signal()
    mute_pressed = Signal()
    check_pressed = Signal()
    aloud_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: ArticleRow | None = None
        self._with_back = False
        self._with_check = False
        self._link_may_leave = False
        set_look(self, kind="bar")
        self.setAccessibleName(_("Page tools"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build(theme)
        self._lay_out(theme)
        self.set_with_back(False)
        theme.changed.connect(self._trim)

    def set_with_back(self, with_back: bool) -> None:
        """Show "Back to list" where list and page share one pane."""
        self._with_back = with_back
        self.back.setVisible(with_back)
        self._trim()

    @property
    def offers_check(self) -> bool:
        """Whether a page can be checked here."""
        return self._with_check

    def set_with_check(self, with_check: bool) -> None:
        """Show "Check" for who checks pages for other people; families do without it."""
        self._with_check = with_check
        self._trim()

    def show_row(self, row: ArticleRow | None, *, link_may_leave: bool = False) -> None:
        """Fit the words to the page that is open; without one nothing can be pressed but the text size.

        `link_may_leave`: its address may be passed on, whatever its words are.
        """
        self._row = row
        self._link_may_leave = link_may_leave
        for button in (self.check, self.share, self.save, self.print, self.read, self.archive, self.more):
            button.setEnabled(row is not None)
        self._show_share(row)
        self.save.setChecked(row is not None and row.starred)
        self.save.set_words(pgettext("page", "Saved") if row is not None and row.starred else _("Save"))
        self.read.set_words(_read_words(row))
        self.archive.set_words(_archive_words(row))
        self._trim()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the buttons that fit."""
        super().resizeEvent(event)
        self._trim()

    def minimumSizeHint(self) -> QSize:
        """Return the size with everything that can move into "More" moved there."""
        kept = (self.back, self.share, self.more) if self._with_back else (self.share, self.more)
        gaps = _GAP * (len(kept) - 1)
        width = sum(button.sizeHint().width() for button in kept) + self._theme.px(2 * _MARGIN + gaps)
        return QSize(width, self.sizeHint().height())

    def menu(self, row: ArticleRow | None = None) -> QMenu:
        """Return what "More" holds for `row`, else for the open page: everything, so that no width hides anything."""
        menu = QMenu(self)
        hear_hide_key(menu)
        menu.setAccessibleName(_("More"))
        row = row or self._row
        saved = row is not None and row.starred
        entries = (
            (_share_words(self._may_leave(row)), self.share_pressed),
            (_("No longer save") if saved else _("Save"), self.save_pressed),
            (_("Print"), self.print_pressed),
            *(((_read_words(row), self.read_pressed),) if _has_mark(row) else ()),
            *(((_archive_words(row), self.archive_pressed),) if _is_page(row) else ()),
            (_("Save to collection"), self.collect_pressed),
            (_("About this page"), self.about_pressed),
            *(((_("About this source"), self.source_pressed),) if _is_page(row) else ()),
            (_("Find in this page"), self.find_pressed),
            *(((_("Read aloud"), self.aloud_pressed),) if row == self._row and can_speak() else ()),
        )
        if self._with_check:
            menu.addAction(_("Check this page")).triggered.connect(self.check_pressed)
        for words, signal in entries:
            menu.addAction(words).triggered.connect(signal)
        menu.addAction(_("Mute a word")).triggered.connect(self.mute_pressed)
        if row is not None and row.url:
            menu.addSeparator()
            menu.addAction(_("Open in my web browser")).triggered.connect(self.open_pressed)
            menu.addAction(_("Copy the web address")).triggered.connect(self.copy_pressed)
        return menu

    def _build(self, theme: Theme) -> None:
        self.back = Button(theme, _("Back to list"), kind=ButtonKind.TOOL, icon=Icon.BACK)
        self.check = Button(theme, pgettext("a page", "Check"), icon=Icon.SHIELD, name=_("Check this page"))
        self.save = Button(theme, _("Save"), icon=Icon.STAR, icon_on=Icon.STAR_ON, checkable=True)
        self.share = Button(theme, _("Share"), icon=Icon.SHARE)
        self.print = Button(theme, _("Print"), icon=Icon.PRINT, name=_("Print this page"))
        self.read = Button(theme, _("Mark as unread"))
        self.archive = Button(theme, _("Archive"), kind=ButtonKind.TOOL, icon=Icon.ARCHIVE)
        self.smaller = IconButton(theme, Icon.MINUS, _("Text smaller"))
        self.larger = IconButton(theme, Icon.PLUS, _("Text larger"))
        self._letters = IconLabel(theme, Icon.TEXT_SIZE, size=24, tone=Tone.NEUTRAL)
        self.more = IconButton(theme, Icon.MORE, _("More for this page"))
        self.back.clicked.connect(self.back_pressed)
        self.check.clicked.connect(self.check_pressed)
        self.share.clicked.connect(self.share_pressed)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self.print_pressed)
        self.read.clicked.connect(self.read_pressed)
        self.archive.clicked.connect(self.archive_pressed)
        self.smaller.clicked.connect(lambda: theme.step_scale(-1))
        self.larger.clicked.connect(lambda: theme.step_scale(1))
        self.more.clicked.connect(self._open_menu)

    def _lay_out(self, theme: Theme) -> None:
        row = Row(theme, margins=(_MARGIN, 10, _MARGIN, 10), gap=_GAP, parent=self)
        for button in (self.back, self.check, self.save, self.share, self.print, self.read, self.archive):
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self.smaller, self._letters, self.larger, self.more):
            row.addWidget(widget)

    def _show_share(self, row: ArticleRow | None) -> None:
        may_leave = self._may_leave(row)
        self.share.set_words(_share_words(may_leave), name=_("Share this page") if may_leave else "")
        self.share.set_icon(Icon.SHARE if may_leave else Icon.SHIELD)

    def _may_leave(self, row: ArticleRow | None) -> bool:
        """Return whether a page is shared without a check; of one that is not open its word alone is known.

        A text of a pack that stands on no web page is told so: no check would give it a link.
        """
        if row is None or row.trust in _MAY_LEAVE:
            return True
        return (not row.url and not _is_page(row)) or (row == self._row and self._link_may_leave)

    def _save(self) -> None:
        self.save.setChecked(self._row is not None and self._row.starred)
        self.save_pressed.emit()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _trim(self) -> None:
        """Hide from the least important on until the rest fits."""
        room = self.width() - self._theme.px(2 * _MARGIN)
        sizes = (self.smaller, self._letters, self.larger)
        read = (self.read,) if _has_mark(self._row) else ()
        archive = (self.archive,) if _is_page(self._row) else ()
        groups: tuple[tuple[QWidget, ...], ...] = ((self.more,), (self.save,), sizes, (self.print,), read, archive)
        self.check.setVisible(self._with_check)
        if self._with_check:
            groups = (groups[0], (self.check,), *groups[1:])
        groups = (groups[0], (self.share,), *groups[1:])
        if self._with_back:
            groups = ((self.back,), *groups)
        self.read.setVisible(False)
        self.archive.setVisible(False)
        full = False
        for group in groups:
            needed = sum(widget.sizeHint().width() + self._theme.px(_GAP) for widget in group)
            full = full or needed > room
            for widget in group:
                widget.setVisible(not full)
            room -= needed
        self.more.setVisible(True)


def _share_words(may_leave: bool) -> str:
    """What nobody has checked is checked before it is passed on."""
    return _("Share") if may_leave else _("Check it first")


def _read_words(row: ArticleRow | None) -> str:
    return _("Mark as read") if row is not None and not row.read else _("Mark as unread")


def _has_mark(row: ArticleRow | None) -> bool:
    """Return whether it may be marked that a page was read."""
    return row is None or (_is_page(row) and not row.discreet)


def _is_page(row: ArticleRow | None) -> bool:
    """Return whether it came from a source; what packs brought is never new and stays where it is."""
    return row is None or row.kind is ItemKind.ARTICLE


def _archive_words(row: ArticleRow | None) -> str:
    return _("Back into the list") if row is not None and row.archived else _("Archive")


teach_role(ReaderToolbar, QAccessible.Role.ToolBar)
