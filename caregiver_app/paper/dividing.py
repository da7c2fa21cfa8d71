"""Which words of running text may be divided at the end of a line: long ones of the sheet's own language, no names.

A divided name, dose or address is read wrongly at night, so words have to earn it: they are long, in small letters
only, stand beside no number and in front of no name, and are no medicine. All else on a sheet stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from caregiver_app.support.language import by_words, primary

MAY_DIVIDE, END_OF_MAY = "\ufdd2", "\ufdd3"
"""Around words that the templates may divide: signs that no text has (Unicode section 23.7)."""

Data = dict[str, Any]

_SHORTEST, _LONGEST = 10, 20  # letters; longer ones are cut elsewhere (`breaking`), shorter ones leave a line whole
_LEFT_WHOLE = 2  # letters at the end that never stand on a line alone, as they would in Spanish
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = "([{“‘«\"'¿¡", ".,;:!?…)]}”’»\"'"
# How names of medicines end, in English and Spanish: stems of the WHO's nonproprietary names ("The use of stems in the
# selection of INN", 2018), and a few old names without one. An ending too many only keeps an ordinary word whole.
_MEDICINE_ENDS = """
    afaxina afaxine aminophen apina apine arona arone atadina atadine azepam azepina azepine azol azole barbital
    butamol caína caine cetamol ciclina ciferol cilina cillin codona codone coxib cycline digoxin digoxina dipine
    dipino dopa dronate dronato fenac fenacin fenacina fentanil fentanilo fentanyl filina floxacin floxacino formin
    formina gabalin gabalina gatran gliflozin gliflozina gliptin gliptina glutida glutide grel idona idone insulin
    insulina lactona lactone lukast mab mantadina mantadine mantina mantine micina morfina morphine mycin nidina
    nidine olol olona olone oprim oprima osin osina oxetina oxetine parin parina pentin pentina peramida peramide
    peridol pezil pezilo phylline pram pramida pramide pramina pramine pril profen profeno purinol racetam rodina
    rodine sartan sartán semida semide setron sona sone statin statina sterida steride stigmina stigmine terol
    thiazide thyroxine tiazida tidina tidine tinib tinina tiroxina toin toína trexate trexato triptán triptan
    triptilina triptyline tropio tropium tynin vir xabán xaban zina zine zolam
""".split()
_MEDICINE = re.compile(rf"\w*(?:{'|'.join(_MEDICINE_ENDS)})s?")
_MEASURE = re.compile("(?:micro|milli?|nano|kilo)?(?:gram|gramo|litre|liter|litro|metre|meter|metro)s?|unidades")


def let_divide(parts: list[Data], language: str, names: Iterable[str]) -> None:
    """Put marks around what may be divided in the running text of a sheet's parts, as `block_data` returns them.

    `language` (BCP 47) is the sheet's: by its rules words are divided, so that text in another one stays whole. So do
    the words of `names`, in whatever case they are written.
    """
    whole = frozenset(word for name in names for word in _WORD.findall(name.casefold()))
    blocks = [list(_runs(block)) for part in parts for block in part["blocks"] if block["kind"] == "words"]
    usual = by_words(_told(run for runs in blocks for run in runs))
    for runs in blocks:
        if (by_words(_told(runs)) or usual) in ("", primary(language)):
            for run in runs:
                run["text"] = [_marked(line, whole) for line in run["text"]]


def _runs(block: Data) -> Iterator[Data]:
    """Yield the pieces of running text: no headings, and no words that lead somewhere."""
    for paragraph in block["paragraphs"]:
        if paragraph["level"] == 0:
            yield from (run for run in paragraph["runs"] if not run["link"])


def _told(runs: Iterable[Data]) -> list[str]:
    return " ".join("".join(line) for run in runs for line in run["text"]).lower().split()


def _marked(pieces: list[str], whole: frozenset[str]) -> list[str]:
    """Return a line in its pieces with marks. A part of something that was cut in pieces is no word."""
    last = len(pieces) - 1
    return [
        _marked_piece(piece, whole, cut_before=place > 0, cut_after=place < last) for place, piece in enumerate(pieces)
    ]


def _marked_piece(piece: str, whole: frozenset[str], *, cut_before: bool, cut_after: bool) -> str:
    tokens = list(_TOKEN.finditer(piece))
    made, at = [], 0
    for place, token in enumerate(tokens):
        word = token[0].lstrip(_AROUND[0]).rstrip(_AROUND[1])
        is_cut = (cut_before and token.start() == 0) or (cut_after and token.end() == len(piece))
        before, after = _neighbour(tokens, place - 1), _neighbour(tokens, place + 1)
        ends_here = token[0].endswith(tuple(_AROUND[1]))
        if (
            not is_cut
            and _may(word, whole)
            and not _has_digit(before + after)
            and (ends_here or not after[:1].isupper())
        ):
            begin = token.start() + token[0].index(word)
            end = begin + len(word) - _LEFT_WHOLE
            made += [piece[at:begin], MAY_DIVIDE, piece[begin:end], END_OF_MAY]
            at = end
    return "".join([*made, piece[at:]])


def _neighbour(tokens: list[re.Match[str]], place: int) -> str:
    return tokens[place][0].lstrip(_AROUND[0]) if 0 <= place < len(tokens) else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _may(word: str, whole: frozenset[str]) -> bool:
    return (
        _SHORTEST <= len(word) <= _LONGEST
        and word.islower()
        and word.isalpha()
        and word.casefold() not in whole
        and _MEDICINE.fullmatch(word) is None
        and _MEASURE.fullmatch(word) is None
    )
