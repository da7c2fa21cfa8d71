"""Takes the name in a host apart: what somebody registered, its ending, and what stands in front. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from caregiver_app.links.sites import registrable_domain
from caregiver_app.support.resources import resource

_GENERIC = frozenset(
    (
        *("alzheimer", "alzheimers", "parkinson", "parkinsons", "dementia", "diabetes", "epilepsy", "autism", "asthma"),
        *(
            "arthritis",
            "leukaemia",
            "leukemia",
            "lymphoma",
            "myeloma",
            "hospice",
            "caregiver",
            "caregivers",
            "caregiving",
        ),
        *("carer", "carers", "palliative", "bereavement", "healthcare", "wellbeing", "youtube", "blog", "news", "www"),
        *(
            "england",
            "scotland",
            "wales",
            "ireland",
            "digital",
            "medicine",
            "medicines",
            "hospital",
            "nursing",
            "mygrief",
        ),
        *("consumer", "eldercare", "magazine", "consumerfinance", "findtreatment", "public", "health", "harvard"),
        *("gov", "com", "org", "net"),
    )
)
"""Names that are everybody's words, beside the list of plain English words."""

_NOT_WORDS = frozenset({"who"})  # the World Health Organization is imitated more often than the word is meant

_SHORTEST_DISTINCT = 6
_STEM_ENDINGS = ("s", "es", "ing", "er", "ers")


class Weight(Enum):
    """How much a name alone tells whose it is."""

    DISTINCT = auto()
    SHORT = auto()  # letters that others have too
    WORD = auto()  # everybody's


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """`www.` is no part of it. `before` are the labels in front of what was registered, the outermost first."""

    before: tuple[str, ...]
    name: str
    ending: str

    @property
    def domain(self) -> str:
        """What was registered, name and ending."""
        return f"{self.name}.{self.ending}" if self.ending else self.name


def name_parts(host: str) -> NameParts:
    """Return the parts of a plain host, letters of other scripts read; an unknown ending counts as one label."""
    bare = host.removesuffix(".").removeprefix("www.")
    # Two labels where nobody could register: nhs.uk, below which others do, has a site of its own.
    registered = registrable_domain(bare) or ".".join(bare.split(".")[-2:])
    front = bare.removesuffix(registered).removesuffix(".")
    labels = [readable(label) for label in registered.split(".")]
    before = tuple(readable(label) for label in front.split(".")) if front else ()
    return NameParts(before=before, name=labels[0], ending=".".join(labels[1:]))


def readable(label: str) -> str:
    """Return one part of a host in its own letters (RFC 3492); what is no Punycode stays."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode").lower()
    except (UnicodeError, OverflowError):
        return label


def weigh(name: str) -> Weight:
    """Return how much `name` tells by itself."""
    if is_word(name):
        return Weight.WORD
    return Weight.DISTINCT if len(name) >= _SHORTEST_DISTINCT else Weight.SHORT


def is_word(name: str) -> bool:
    """Tell whether `name` is a plain word, or a simple form of one."""
    stems = {name, *(name.removesuffix(ending) for ending in _STEM_ENDINGS)}
    return name not in _NOT_WORDS and bool(stems & _GENERIC or stems & _words())


@cache
def _words() -> frozenset[str]:
    return frozenset(resource("resources", "words", "english.txt").read_text(encoding="utf-8").split())
