"""What tests of the palette are given: the window over the library that tests of the Library have."""

from __future__ import annotations

from tests.ui.library.conftest import opened

__all__ = ["opened"]
