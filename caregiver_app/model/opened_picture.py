"""A picture of a pack on its way into the library. Apart from `model.pack`: whoever opens a library reads no packs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPicture:
    """A picture of a pack, made anew from its points."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
