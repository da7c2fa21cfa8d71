"""What the palette needs where no library can be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.overlay import OverlayHost


class Surroundings(Protocol):
    """The look, the layer it opens on, and whether the place of the keyboard is shown now."""

    theme: Theme
    overlay: OverlayHost
    ring: Callable[[], bool]
