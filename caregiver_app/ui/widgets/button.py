"""Buttons in four kinds, with words; and the few that may have an icon only."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import tooltip_text, without_mnemonic
from caregiver_app.ui.widgets.switched import Switched

_ICON = 20
_ICON_ALONE = 22
_GAP = 6  # baked into the pixmap: spaces in the text would be spoken


class ButtonKind(StrEnum):
    """How loud a button is: at most one `MAIN` in a view."""

    MAIN = "main"
    NORMAL = "normal"
    QUIET = "quiet"
    TOOL = "tool"
    CHIP = "chip"
    TOAST = "toast"


class Button(Switched, QPushButton):
    """A button with words, verb first. `name` is spoken in place of the words and starts with them.

    Two presses in quick succession count as one: by the second another thing may stand here already. With `repeats`
    each counts, for what is pressed again and again.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: Icon | None = None,
        icon_on: Icon | None = None,
        name: str = "",
        checkable: bool = False,
        repeats: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._repeats = repeats
        self._icon = icon
        self._icon_on = icon_on
        self._words = text
        self.setCheckable(checkable)
        if checkable:
            self.hear_switching()
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_look(self, kind=kind.value)
        self.set_words(text, name=name)
        theme.changed.connect(self.refresh)
        self.refresh()

    @property
    def words(self) -> str:
        """The visible text."""
        return self._words

    def set_words(self, text: str, *, name: str = "") -> None:
        """Change the visible text, and what is spoken (`name`, the same text when empty)."""
        self._words = text
        self.setText(without_mnemonic(text))
        self.setAccessibleName((name or text).strip())

    def set_icon(self, icon: Icon | None, *, icon_on: Icon | None = None) -> None:
        """Change the icon; `icon_on` is shown while the button is switched on."""
        self._icon, self._icon_on = icon, icon_on
        self.refresh()

    def set_kind(self, kind: ButtonKind) -> None:
        """Be louder or less loud from now on."""
        if kind is not self._kind:
            self._kind = kind
            set_look(self, kind=kind.value)
            self.refresh()

    def set_working(self, working: bool) -> None:
        """Show "Working" at the same width; presses do nothing meanwhile and the focus stays here."""
        if working == self.signalsBlocked():
            return
        if working:
            self.setMinimumWidth(self.width())
            self.setText(_("Working"))
        else:
            self.setMinimumWidth(0)
            self.setText(without_mnemonic(self._words))
        self.blockSignals(working)

    def refresh(self) -> None:
        """Draw the icon for the theme in force."""
        if self._icon is None:
            self.setIcon(QIcon())
            return
        off, on, disabled = self._colours()
        icon = QIcon()
        icon.addPixmap(self._pixmap(self._icon, off), QIcon.Mode.Normal, QIcon.State.Off)
        icon.addPixmap(self._pixmap(self._icon_on or self._icon, on), QIcon.Mode.Normal, QIcon.State.On)
        icon.addPixmap(self._pixmap(self._icon, disabled), QIcon.Mode.Disabled, QIcon.State.Off)
        self.setIcon(icon)
        self.setIconSize(self._icon_size())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave out the second press of two, unless each counts."""
        if self._repeats:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Turn the icon round with the direction of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.refresh()

    def _icon_size(self) -> QSize:
        side = self._theme.px(_ICON)
        return QSize(side + self._theme.px(_GAP), side)

    def _colours(self) -> tuple[str, str, str]:
        tokens = self._theme.tokens
        match self._kind:
            case ButtonKind.MAIN:
                return tokens.on_accent, tokens.on_accent, tokens.text_disabled
            case ButtonKind.QUIET:
                return tokens.accent, tokens.accent, tokens.text_disabled
            case ButtonKind.CHIP:
                return tokens.text, tokens.on_accent, tokens.text_disabled
            case ButtonKind.TOAST:
                return tokens.toast_action, tokens.toast_action, tokens.toast_action
            case ButtonKind.NORMAL | ButtonKind.TOOL:
                return tokens.text, tokens.accent, tokens.text_disabled

    def _pixmap(self, icon: Icon, colour: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        drawing = self._theme.pixmap(icon, colour, _ICON, ratio=ratio, mirrored=mirrored)
        size = self._icon_size()
        canvas = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.drawPixmap(self._theme.px(_GAP) if mirrored else 0, 0, drawing)
        painter.end()
        return canvas


class IconButton(Button):
    """A square button without words: for close, more, text smaller and larger, and inside fields; nothing else."""

    def __init__(self, theme: Theme, icon: Icon, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind=ButtonKind.TOOL, icon=icon, name=name, repeats=True, parent=parent)
        set_look(self, iconOnly=True)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change what is spoken and shown as a tooltip."""
        self.setAccessibleName(name.strip())

    def event(self, event: QEvent) -> bool:
        """Show the name as a tooltip; as a property of the widget it would be spoken a second time."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tooltip_text(self.accessibleName()), self)
            return True
        return super().event(event)

    def _icon_size(self) -> QSize:
        side = self._theme.px(_ICON_ALONE)
        return QSize(side, side)

    def _pixmap(self, icon: Icon, colour: str) -> QPixmap:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._theme.pixmap(icon, colour, _ICON_ALONE, ratio=self.devicePixelRatioF(), mirrored=mirrored)
