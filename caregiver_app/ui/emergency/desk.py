"""What the emergency page works with: nothing that could be locked, broken or not there yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from caregiver_app.model.time import Clock
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.overlay import OverlayHost


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyDesk:
    """`ring` tells whether the place of the keyboard is shown now.

    `ask_country` gives the chosen country (ISO 3166) to the function, later or never: a library that is locked, busy or
    broken keeps nobody waiting. `has_notes` tells whether there are care notes, `open_sheet` goes to the emergency
    sheet in them. `can_print` tells whether a card can be made now, `print_card` makes one for a country.
    """

    theme: Theme
    clock: Clock
    overlay: OverlayHost
    ring: Callable[[], bool]
    ask_country: Callable[[QObject, Callable[[str], None]], object]
    has_notes: Callable[[], bool]
    open_sheet: Callable[[], object]
    can_print: Callable[[], bool]
    print_card: Callable[[str], object]
