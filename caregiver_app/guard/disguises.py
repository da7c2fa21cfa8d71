"""What is written so that a reader sees it and a pattern does not: spaced out, broken over a line, turned, coded.

Each function finds one kind and yields what of the text is to be undone, or the text as it reads then. A text without a
disguise, as nearly all are, costs one search each. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.plain import Place
from caregiver_app.guard.reading import Edit, Reading, reading_of

_SPACED = re.compile(r"(?<![^\W_])[^\W_](?P<gap>[ .\-_*·•|/~])[^\W_](?:(?P=gap)[^\W_]){2,}(?![^\W_])")
_LETTER = re.compile(r"[^\d .\-_*·•|/~]")
_FEWEST_SPACED_DIGITS = 13
"""Seven digits with what stands between them: less is a section of a book, or a scale."""
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff](?: ?[\U0001f1e6-\U0001f1ff]){2,}")
_CODED = re.compile(r"(?:%(?:25){0,4}[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"%(?:25)*([0-9A-Fa-f]{2})")
_LONGEST_CHARACTER = 4
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*(?=[^\W_]|[+(@])")
_HYPHENED = re.compile(r"(?<=[^\W_])-\r?\n[ \t]*(?=[^\W_])")
_NEIGHBOUR_BEFORE, _NEIGHBOUR_BEHIND = re.compile(r"\S{1,64}$"), re.compile(r"\S{1,64}")
_DIGIT = re.compile(r"\d")
_ODD = re.compile(r"(?<=\d)(?:[^\w\n]|_){1,4}(?=[A-Z\d])|(?<=[A-Z])(?:[^\w\n]|_){1,4}(?=\d)")
_USUAL = frozenset(" -./()+#&@'\":%°")
_BETWEEN_AMOUNTS = frozenset(" ,;:")
_AREA = re.compile(r"(?:(?<![\d.,])0\d{2,5}|\+\d{1,5})$")
_LONGEST_AREA = 7
_GLUED = tuple(map(re.compile, (r"[a-z](?=[A-Z][a-z])", r"[^\W\d_]{3}(?=\d{6})", r"\d{6}(?=[^\W\d_]{3})")))
_BESIDE_DIGIT = re.compile(r"\d[OoIl|SBZ]|[OoIl|SBZ]\d")
_GROUP = r"[\dOoIl|SBZ]{1,20}"
_AS_DIGITS = re.compile(
    rf"(?<![^\W_])(?=(?:[OoIl|SBZ ./()-]{{0,3}}\d){{6}})[+(]?{_GROUP}(?:[ ./()-]{{1,2}}{_GROUP}){{0,8}}(?![^\W_])"
)
_LIKE_DIGIT = {"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"}
_LIKE_NOTHING_ELSE = "Oo|"
_MOST_LIKE_DIGITS = 4
"""At the end a letter may be the check letter of a number."""
_TAG = re.compile("[\U000e0020-\U000e007e]")
_TAGS_FROM, _FLAGS_FROM = 0xE0000, 0x1F1E6

_SMALL = "ɐqɔpǝɟƃɓɥᴉıɾʞʃןlɯuodbɹsʇnʌʍxʎz", "abcdefgghiijklllmnopqrstuvwxyz"
_CAPITAL = "∀ⱯƆᗡƎℲ⅁HIſ⋊˥⅂WNOԀΌᴚS⊥┴∩ΛMX⅄Z", "AACDEFGHIJKLLMNOPQRSTTUVWXYZ"
_DIGITS = "⇂ƖᄅƐㄣϛ9ㄥ860˙", "11234567890."
_UPRIGHT = {turned: sign for pair in (_SMALL, _CAPITAL, _DIGITS) for turned, sign in zip(*pair, strict=True)}
"""What a letter or digit is that was turned upside down; the whole then reads from its end."""
_ONLY_TURNED = "ɐɔǝɟƃɓɥᴉɾʞʃןɯɹʇʌʍʎ∀ⱯƆᗡƎℲ⅁⋊˥⅂ԀᴚΌ⊥┴∩Λ⅄⇂ƖᄅƐㄣϛㄥ"
_TURNED_SIGN = re.compile(f"[{_ONLY_TURNED}]")
_FEWEST_TURNED, _TURNED_REACH = 2, 400


def spaced_out(text: str) -> Iterator[Edit]:
    """Yield what stands between the letters of "R o s a" and "0.7.9.1.1"; flags that spell a word are its letters."""
    found = [*_SPACED.finditer(text), *_FLAGS.finditer(text)]
    for each in sorted(found, key=re.Match.start):
        if len(each[0]) < _FEWEST_SPACED_DIGITS and not _LETTER.search(each[0]):
            continue
        for place in range(*each.span()):
            sign = text[place]
            if _FLAGS_FROM <= ord(sign) <= _FLAGS_FROM + 25:
                yield Edit(
                    start=place, end=place + 1, text=chr(ord(sign) - _FLAGS_FROM + 65), places=((place, place + 1),)
                )
            elif not sign.isalnum():
                yield Edit(start=place, end=place + 1)


def percent_coded(text: str) -> Iterator[Edit]:
    """Yield characters that are written as bytes behind a percent sign (RFC 3986), coded once or more often."""
    for found in _CODED.finditer(text) if "%" in text else ():
        yield from _decoded(found)


def _decoded(found: re.Match[str]) -> Iterator[Edit]:
    held, begun = bytearray(), found.start()
    for code in _CODE.finditer(found.string, *found.span()):
        held.append(int(code[1], 16))
        try:
            sign = held.decode()
        except UnicodeDecodeError:
            if len(held) < _LONGEST_CHARACTER:
                continue
            sign = ""
        yield Edit(start=begun, end=code.end(), text=sign, places=((begun, code.end()),) * len(sign))
        held, begun = bytearray(), code.end()


def broken_numbers(text: str) -> Iterator[Edit]:
    """Yield line ends and odd signs beside digits, to be read as a space."""
    found = [*_line_ends(text), *_odd_signs(text)]
    for start, end in sorted(found):
        yield Edit(start=start, end=end, text=" ", places=((start, end),))


def _line_ends(text: str) -> Iterator[Place]:
    for found in _LINE_END.finditer(text) if "\n" in text else ():
        before, behind = _neighbours(text, *found.span())
        if before and (_DIGIT.search(before) or _DIGIT.search(behind)):
            yield found.span()


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and behind a place."""
    before = _NEIGHBOUR_BEFORE.search(text, max(0, start - 64), start)
    behind = _NEIGHBOUR_BEHIND.match(text, end)
    return before[0] if before else "", behind[0] if behind else ""


def _odd_signs(text: str) -> Iterator[Place]:
    for found in _ODD.finditer(text):
        signs = set(found[0])
        is_odd = not signs <= _USUAL | _BETWEEN_AMOUNTS
        if is_odd or (signs & _BETWEEN_AMOUNTS - {" "} and _is_behind_area(text, found.start())):
            yield found.span()


def _is_behind_area(text: str, place: int) -> bool:
    """Tell a telephone number with a comma in it from amounts, times and lists of years."""
    return bool(_AREA.search(text, max(0, place - _LONGEST_AREA), place))


def broken_words(text: str) -> Iterator[Edit]:
    """Yield line ends within a hyphened word or an e-mail address, to be read as nothing."""
    if "\n" not in text:
        return
    hyphened = {found.start(): found.end() for found in _HYPHENED.finditer(text)}
    for found in _LINE_END.finditer(text):
        if any("@" in word for word in _neighbours(text, *found.span())):
            hyphened.setdefault(found.start(), found.end())
    reached = 0
    for start, end in sorted(hyphened.items()):
        if start >= reached:
            yield Edit(start=start, end=end)
            reached = end


def glued_words(text: str) -> Iterator[Edit]:
    """Yield where a word begins inside another, as in "callMum" and "call07911123456", to be read as a space."""
    for place in sorted(found.end() for pattern in _GLUED for found in pattern.finditer(text)):
        yield Edit(start=place, end=place, text=" ", places=((place, place),))


def letters_as_digits(text: str) -> Iterator[Edit]:
    """Yield letters that stand for digits in a number: "O7911 l23456"."""
    for found in _AS_DIGITS.finditer(text) if _BESIDE_DIGIT.search(text) else ():
        letters = [place for place in range(*found.span()) if text[place] in _LIKE_DIGIT]
        is_in_front = any(_DIGIT.search(text, place, found.end()) for place in letters)
        if len(letters) <= _MOST_LIKE_DIGITS and (is_in_front or text[found.end() - 1] in _LIKE_NOTHING_ELSE):
            for place in letters:
                yield Edit(start=place, end=place + 1, text=_LIKE_DIGIT[text[place]], places=((place, place + 1),))


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
