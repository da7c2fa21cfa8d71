"""Lines that are written upside down or from their end, and what is written in characters that nobody sees. Pure.

Both are read from the text as typed: in plain form they would be other letters, or gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.reading import Reading, reading_of

_TAG = re.compile("[\U000e0020-\U000e007e]")
_TAGS_FROM = 0xE0000
_FROM_ITS_END = re.compile("\u202e([^\u202c\n]{2,400})")
"""Behind a right-to-left override (Unicode UAX 9, 2.2) signs are shown from the last to the first."""
_SMALL = "ɐqɔpǝɟƃɓɥᴉıɾʞʃןlɯuodbɹsʇnʌʍxʎz", "abcdefgghiijklllmnopqrstuvwxyz"
_CAPITAL = "∀ⱯƆᗡƎℲ⅁HIſ⋊˥⅂WNOԀΌᴚS⊥┴∩ΛMX⅄Z", "AACDEFGHIJKLLMNOPQRSTTUVWXYZ"
_DIGITS = "⇂ƖᄅƐㄣϛ9ㄥ860˙", "11234567890."
_UPRIGHT = {turned: sign for pair in (_SMALL, _CAPITAL, _DIGITS) for turned, sign in zip(*pair, strict=True)}
"""What a letter or digit is that was turned upside down; the whole then reads from its end."""
_ONLY_TURNED = "ɐɔǝɟƃɓɥᴉɾʞʃןɯɹʇʌʍʎ∀ⱯƆᗡƎℲ⅁⋊˥⅂ԀᴚΌ⊥┴∩Λ⅄⇂ƖᄅƐㄣϛㄥ"
_TURNED_SIGN = re.compile(f"[{_ONLY_TURNED}]")
_FEWEST_TURNED, _TURNED_REACH = 2, 400


def turned(typed: str) -> Iterator[Reading]:
    """Yield lines that are written upside down, read from their end."""
    reached = 0
    for found in () if typed.isascii() else _TURNED_SIGN.finditer(typed):
        if found.start() < reached:
            continue
        start = max(reached, found.start() - _TURNED_REACH, typed.rfind("\n", reached, found.start()) + 1)
        reached = _line_end(typed, found.start())
        if len(_TURNED_SIGN.findall(typed, start, reached)) >= _FEWEST_TURNED:
            places = range(reached - 1, start - 1, -1)
            signs = ((_UPRIGHT.get(typed[place], typed[place]), (place, place + 1)) for place in places)
            yield reading_of(signs, ((start, reached),))


def overridden(typed: str) -> Iterator[Reading]:
    """Yield what a mark of direction has shown from its end, as it is shown."""
    for found in () if typed.isascii() else _FROM_ITS_END.finditer(typed):
        signs = ((typed[place], (place, place + 1)) for place in reversed(range(*found.span(1))))
        yield reading_of(signs, (found.span(),))


def _line_end(typed: str, place: int) -> int:
    last = min(len(typed), place + _TURNED_REACH)
    end = typed.find("\n", place, last)
    return last if end < 0 else end


def in_tags(typed: str) -> Iterator[Reading]:
    """Yield what is written in tag characters, which nobody sees and every computer can read."""
    found = [each.start() for each in _TAG.finditer(typed)]
    if found:
        signs = ((chr(ord(typed[place]) - _TAGS_FROM), (place, place + 1)) for place in found)
        yield reading_of(signs, tuple((place, place + 1) for place in found))
