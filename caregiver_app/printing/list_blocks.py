"""A list of sanitised HTML as items. What is nested becomes lines below its item, a box to tick an item of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.sheets.blocks import Item, Items, Mark
from caregiver_app.printing.inline import with_plain_boxes, without_box
from caregiver_app.printing.outline import LEAST


@dataclass(slots=True)
class _Entry:
    depth: int
    number: int | None
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


class ListReader:
    """Collects one list with all lists within it, from its first tag to its last."""

    def __init__(self) -> None:
        self.size = 0
        self._entries: list[_Entry] = []
        self._next: list[int | None] = []

    def open(self, start: int | None) -> None:
        """Begin a list, or one within it; `start` is the number of its first item, None where they have none."""
        self._next.append(start)

    def close(self) -> bool:
        """End the innermost list; return whether that was the whole."""
        self._next.pop()
        return not self._next

    def item(self) -> None:
        """Begin an item."""
        number = self._next[-1]
        self._entries.append(_Entry(depth=len(self._next), number=number))
        if number is not None:
            self._next[-1] = number + 1

    def add(self, text: str) -> None:
        """Add a paragraph to the item; `size` counts the letters of all."""
        self.size += len(text) + LEAST
        if not self._entries:
            self.item()
        self._entries[-1].texts.append(text)

    def block(self) -> Items | None:
        """Return the list, None where nothing is in it."""
        entries = [entry for entry in self._entries if entry.text.strip()]
        if not entries:
            return None
        boxes = all(without_box(entry.text) is not None for entry in entries if entry.depth == 1)
        items: list[Item] = []
        for entry in entries:
            boxed = without_box(entry.text) if boxes else None
            if not items or entry.depth == 1 or boxed is not None:
                items.append(Item(text=with_plain_boxes(entry.text if boxed is None else boxed)))
            else:
                items[-1] = Item(text=items[-1].text, lines=(*items[-1].lines, _line(entry)))
        return self._marked(items, entries, boxes=boxes)

    def _marked(self, items: list[Item], entries: list[_Entry], *, boxes: bool) -> Items:
        first = entries[0].number
        if boxes:
            return Items(items=tuple(items), mark=Mark.BOX)
        if first is None:
            return Items(items=tuple(items))
        if first == 1:
            return Items(items=tuple(items), mark=Mark.NUMBER)
        # A list that goes on elsewhere keeps its numbers: "step 4" must be step 4.
        counted = (Item(text=f"{n}. {item.text}", lines=item.lines) for n, item in enumerate(items, first))
        return Items(items=tuple(counted), mark=Mark.NONE)


def _line(entry: _Entry) -> str:
    sign = "–" if entry.number is None else f"{entry.number}."
    return f"{sign} {with_plain_boxes(entry.text)}"
