"""Cleans the query of a link, pair by pair; what stays is left to the letter and in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote_plus

from caregiver_app.links.clean_part import CleanPart, Wishes, label_of, refusal_for
from caregiver_app.links.needed import needed_parameters
from caregiver_app.links.parts import Parts
from caregiver_app.links.personal import Part, judge
from caregiver_app.links.tracking_table import tracking_table
from caregiver_app.model.clean_link import LinkRefusal

_PAIR = re.compile(r"(&amp;|[&;]|^)((?:(?!&amp;)[^&;])*)", re.IGNORECASE)
_UNNAMED = "query"


@dataclass(frozen=True, slots=True)
class _Pair:
    before: str  # what parts it from the one before
    text: str

    @property
    def name(self) -> str:
        return unquote_plus(self.text.partition("=")[0])

    def judged(self, host: str) -> Part:
        name, sign, value = self.text.partition("=")
        return judge(unquote_plus(name), value, host) if sign else judge("", name, host)


def clean_query(parts: Parts, wishes: Wishes) -> CleanPart:
    """Return the query of a link without what only tells who follows it."""
    query = parts.query
    if not query:
        return CleanPart(text=query)
    pairs = [_Pair(found[1], found[2]) for found in _PAIR.finditer(query)]
    leave_out = {name.lower() for name in wishes.leave_out}
    loose = _loose_names(pairs, parts)
    kept, removed, refused, doubtful = list[_Pair](), list[str](), list[LinkRefusal](), list[str]()
    for pair in pairs:
        label = label_of(pair.name, _UNNAMED)
        is_loose = pair.name.lower() in loose or (pair.text != "" and label.lower() in leave_out)
        part = Part.LOOSE if is_loose else pair.judged(parts.host)
        if part is Part.LOOSE:
            removed.append(label)
            continue
        kept.append(pair)
        refusal = refusal_for(part)
        if refusal is LinkRefusal.UNSURE and label not in wishes.keep:
            doubtful.append(label)
        elif refusal is not None and refusal is not LinkRefusal.UNSURE:
            refused.append(refusal)
    text = query if not removed else _joined(kept)
    return CleanPart(text=text, removed=tuple(removed), refused=tuple(refused), doubtful=tuple(doubtful))


def _loose_names(pairs: list[_Pair], parts: Parts) -> frozenset[str]:
    """Return the names, in lower case, that the page can be had without."""
    names = frozenset(pair.name.lower() for pair in pairs if pair.text)
    needed = needed_parameters(parts.host, parts.path)
    if needed is not None:
        return names - needed
    return tracking_table().of(names, host=parts.host, path=parts.path)


def _joined(kept: list[_Pair]) -> str | None:
    if not kept:
        return None
    return kept[0].text + "".join(pair.before + pair.text for pair in kept[1:])
