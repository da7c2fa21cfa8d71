"""The theme in force: colours, text scale, fonts and icons, with one signal when any of them changes.

Widgets are given the theme and ask it; they never keep a colour or a size of their own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QPixmap

from caregiver_app.ui.theme.choice import SystemLook, ThemeChoice, tokens_for
from caregiver_app.ui.theme.icons import MIRRORED, Drawn, Icon, IconCache
from caregiver_app.ui.theme.reading import READING_ROLES, Reading
from caregiver_app.ui.theme.scale import nearest_step, next_step
from caregiver_app.ui.theme.tokens import Tokens
from caregiver_app.ui.theme.type_roles import FAMILIES, SIZES, TypeRole

_EDGE = 1
_EDGE_HIGH_CONTRAST = 2
_STROKE = 1.75
_STROKE_HIGH_CONTRAST = 2.25


class Theme(QObject):
    """Colours and sizes in force. `changed` comes after the application was dressed anew (see `apply.dress`)."""

    changed = Signal()

    def __init__(
        self,
        choice: ThemeChoice = ThemeChoice.FOLLOW,
        percent: int = 100,
        system: SystemLook | None = None,
        parent: QObject | None = None,
        *,
        icons: IconCache | None = None,
    ) -> None:
        """`icons` are those drawn already, by a theme before."""
        super().__init__(parent)
        self._choice = choice
        self._percent = nearest_step(percent)
        self._system = system or SystemLook()
        self._still: bool | None = None
        self._reading = Reading()
        self._tokens = tokens_for(self._choice, self._system)
        self._icons = icons if icons is not None else IconCache()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def percent(self) -> int:
        """The text scale, one of `scale.STEPS`."""
        return self._percent

    @property
    def reading(self) -> Reading:
        """How texts that are read are set."""
        return self._reading

    @property
    def scale(self) -> float:
        """The text scale as a factor, 1.0 to 2.0."""
        return self._percent / 100

    @property
    def edge(self) -> int:
        """The width of edges in device-independent pixels; it does not grow with the text."""
        return _EDGE_HIGH_CONTRAST if self._tokens.high_contrast else _EDGE

    def px(self, size: float) -> int:
        """Return a size of the design (at 100 %) in device-independent pixels at the scale in force."""
        return round(size * self._percent / 100)

    def font(self, role: TypeRole, *, bold: bool | None = None) -> QFont:
        """Return the font of `role` for painting; widgets get theirs through their `role` property instead."""
        size = SIZES[role]
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.px(size.px))
        font.setBold(size.bold if bold is None else bold)
        if role in READING_ROLES:
            self._reading.dress(font)
        return font

    def line_height(self, role: TypeRole) -> int:
        """Return the height of a line of `role` for painted text."""
        return self.px(SIZES[role].line_px)

    def pixmap(self, icon: Icon, colour: str, size: float, *, ratio: float = 1.0, mirrored: bool = False) -> QPixmap:
        """Return `icon` in `colour`, `size` of the design wide, sharp at the device pixel `ratio`."""
        stroke = _STROKE_HIGH_CONTRAST if self._tokens.high_contrast else _STROKE
        turned = mirrored and icon in MIRRORED
        return self._icons.pixmap(
            Drawn(icon=icon, colour=colour, size=self.px(size), stroke=stroke, ratio=ratio, mirrored=turned)
        )

    def motion(self, ms: int) -> int:
        """Return how long a movement may take: `ms`, or 0 where nothing shall move."""
        still = not self._system.motion if self._still is None else self._still
        return 0 if still else ms

    def set_choice(self, choice: ThemeChoice) -> None:
        """Use `choice` from now on."""
        if choice != self._choice:
            self._choice = choice
            self._recolour()
            self.redraw()

    def set_percent(self, percent: int) -> None:
        """Use the step of text size nearest to `percent` from now on."""
        step = nearest_step(percent)
        if step != self._percent:
            self._percent = step
            self.redraw()

    def step_scale(self, by: int) -> None:
        """Make everything larger (`by` 1) or smaller (-1) by one step."""
        self.set_percent(next_step(self._percent, by))

    def set_still(self, still: bool | None) -> None:
        """Switch all movement off or on; None follows the computer."""
        self._still = still

    def set_reading(self, reading: Reading) -> None:
        """Set texts that are read so from now on."""
        if reading != self._reading:
            self._reading = reading
            self.redraw()

    def set_system(self, system: SystemLook) -> None:
        """Take in what the computer asks for now; counts for colours only while the choice is to follow it."""
        self._system = system
        if self._recolour():
            self.redraw()

    def redraw(self) -> None:
        """Have everything drawn anew, e.g. after the window moved to a screen with another pixel ratio."""
        self._icons.clear()
        self.changed.emit()

    def _recolour(self) -> bool:
        before, self._tokens = self._tokens, tokens_for(self._choice, self._system)
        return before != self._tokens
