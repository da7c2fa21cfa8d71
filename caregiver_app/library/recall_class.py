"""Whether the words of a recall say that it is of the gravest class. Pure; in doubt it is not.

Publishers count three or four classes (FDA and MHRA "Class 1", Health Canada "Type I", AEMPS "clase 1"), and the
lowest class of devices, kinds of illness and of medicines are counted by the same words: only beside a word of recalls,
in the same sentence, is a class one of those.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_FIRST: Final = "(?:1|I)"
_LOWER: Final = "(?:2|3|4|II|III|IV)"
_RECALL: Final = r"(?:recall|alert|hazard|retirad|rappel|classif|clasificaci|defect)\w*"
_BETWEEN: Final = r"[^\w.;\n]+"
_OF_OTHER: Final = (
    r"(?!\s*(?:medical|laser|devices?\b(?!\s+recall)|anti-?arr?h?ythm|antigen|molecul|diabet|hypersens|interferon|"
    r"allerg|reaction))"
)


def is_first_class(title: str, text: str) -> bool:
    """Return whether a recall is of the gravest class: as its title says, else as its text says.

    Where the same words state a lower class, too, that one counts.
    """
    for said in (title, text):
        if _states(_LOWER, said):
            return False
        if _states(_FIRST, said):
            return True
    return False


@cache  # when the first notice is judged: every start would wait for it
def _classes(number: str) -> re.Pattern[str]:
    counted = rf"\bcl(?:ass|ase|asse)\s+{number}\b{_OF_OTHER}"
    typed = rf"\btype\s+{number}\b"
    return re.compile(
        rf"{counted}(?:{_BETWEEN}\w+){{0,6}}?{_BETWEEN}{_RECALL}"
        rf"|\b{_RECALL}(?:{_BETWEEN}\w+){{0,6}}?{_BETWEEN}{counted}"
        rf"|{typed}\s+(?:(?:medicines?|drugs?|foods?|products?)\s+)?(?:recall|alert|hazard)"
        rf"|\b{_RECALL}(?:\s+(?:is|was|as|a))*[^\w\n]{{1,3}}{typed}(?!\s*\w)",
        re.IGNORECASE,
    )


def _states(number: str, said: str) -> bool:
    return _classes(number).search(said) is not None
