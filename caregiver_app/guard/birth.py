"""Finds birth dates, and ages that stand beside a person. What is said of everybody of an age is nobody's age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from caregiver_app.guard.begun import sought
from caregiver_app.guard.days import MONTH_AND_YEAR, find_days
from caregiver_app.guard.digits import word_end
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.people import GIVEN, KIN, OWN_FAMILY, POSSESSIVE, is_name
from caregiver_app.guard.plain import lowered
from caregiver_app.guard.sentence_ends import sentences
from caregiver_app.model.guard import FindingKind

_BORN = re.compile(
    r"(?<!\w)(?:born|d\.?o\.?b\.?|date of birth|birth ?da(?:y|te)|b\.|geb(?:oren|urtsdatum|\.)|née?|nee|"
    r"naci(?:d[ao]|miento|[oó])|"
    r"nat[ao] (?:il|a|nel)|nascita|naissance|cumplea[nñ]os|geboortedatum|anniversaire|verjaardag|birth)(?!\w)"
)
_BORN_IN = re.compile(
    r"\b(?:was |were |is |am |'s )?born (?:on |in |around |about )*$|\b(?:naci[oó]|geboren|née?|nee) (?:en|im|"
    r"in|le|el)? ?$"
)
_PERSON = re.compile(
    rf"(?<![\w'])(?:he|she|him|her|his|my|me|patient|resident|client|lady|"
    rf"gentleman|{POSSESSIVE} {KIN})(?![\w-])"
)
_AGE = r"1[01]\d|[1-9]\d?"
_NUMBER, _YEARS = rf"(?P<age>{_AGE})", rf"(?P<years>{_AGE})"
_OLD = re.compile(
    rf"(?<![\w.,/-]){_NUMBER}(?:[ -](?:years?|yrs?|months?)(?:[ -]old|[ -]of[ -]age)(?!s)|[ -]?y/?o\b|"
    r" años| ans| jahre alt| anni| jaar)"
)
_BIRTHDAY = re.compile(rf"(?<![\w.]){_NUMBER}(?:st|nd|rd|th) birthday")
_IS = re.compile(
    rf"(?<![\w'])(?:(?P<who>(?i:he|she|i|patient|(?:my |our |his |her )?{KIN})|{GIVEN})"
    r"(?: (?:is|was|ist|wird|has|just|only|will be|would be|recently|be|is now|now|soon|also|both)|'s|'m|"
    r"'ll be|'ll| has){0,3}"
    r"(?: (?:turned|turns|turn|turning|reached|nearly|almost|about|around|approaching|aged?|a|an))?"
    rf" {_NUMBER}|(?i:turn(?:s|ed|ing)?|aged|age|at the age of|age:) {_YEARS})"
    r"(?![\w%:/°$£€-]|[.,]\d|['’]|(?i: (?:mg|mcg|g|ml|kg|cm|mm|km|miles?|minutes?|mins?|hours?|hrs?|days?|"
    r"weeks?|months?|times?|"
    r"tablets?|capsules?|drops?|spoons?|units?|steps?|stone|pounds?|lbs?|percent|per|or (?:over|older|under|"
    r"more|above|below)|"
    r"and (?:over|older|under|above|below|up)|to|of|people|carers?|am|pm|o'clock|questions?|tips|ways|things|"
    r"signs|out|in (?:\d+|a|every))\b)| ?\+)"
)
_BRACKETED = re.compile(rf"(?:(?<![\w-])(?i:{KIN})|(?<!\w){GIVEN})(?: {GIVEN})?(?: ?\({_NUMBER}\)|, {_YEARS},)")
_DOES = (
    r"(?:who|is|was|has|had|can|could|will|would|does|did|[a-z]{2,20}ed|fell|went|came|got|took|gave|said|told|broke|"
    r"lost|felt|left|kept|slept|ate|drank|sat|stood|woke|began|knew|saw|thought|wrote|made|met|ran|spent|found|"
    r"fought|caught|taught|hurt|lives|loves|likes|needs|wants|takes|uses|sleeps|walks|eats|drinks|forgets|falls|keeps|"
    r"gets|goes|says|feels|looks|enjoys|suffers|stays|sits|thinks|asks|moves|sings|cooks|"
    r"an? (?:retired|former|great|proud|wid|grand|mother|father))"
)
_NAMED_AND_OLD = re.compile(rf"(?<!\w)(?P<name>{GIVEN}(?: {GIVEN})?), {_NUMBER}, {_DOES}(?!\w)")
_NAME_BEFORE_AGE = re.compile(rf"(?<!\w)(?P<name>{GIVEN}(?: {GIVEN})?)(?:, (?:de )?| \()$")
_WHERE = re.compile(r"(?<!\w)(?i:in|en|of|from|at|near|page|line|table|see|the|las|los|les|die) $")
_AGE_ENDS = re.compile(r"[,)]")
_SET_APART = re.compile(r"[(,] ?\d{1,3}[),]")
_EVERYBODY = re.compile(
    r"(?:(?:sopra|oltre) i|(?:mayores|menores|m[aá]s|plus|moins|partir) de|über|ab|unter|boven de|vanaf|over|"
    r"under|than|from|between|people|adults|women|men|children|everyone|anyone|those|all|least|"
    r"patients?|if you are|aged?)(?: (?:are|is|were|be|the))?(?: aged?| age| (?:over|under))? ?$"
)
_AFTER_RANGE = re.compile(r" ?(?:-|to|and|or) ?(?:\d|over|older|above|under|up|below|younger)|\+")
_YEARS_ALONE = sought(
    rf"(?<![\w.,/:£$€-])(?:{_AGE})(?:(?=y/?o\b)|(?:st|nd|rd|th)?(?![\w%:/°]|[.,]\d))", at=r"[1-9](?<![\w.,/:£$€-].)"
)
_SAYS = re.compile(
    r"(?:\b(?:is|was|ist|wird|has|just|only|be|now|soon|recently|also|both|turn(?:s|ed|ing)?|reached|nearly|almost|"
    r"about|around|approaching|aged?|an?|of)|'(?:s|m|ll)|age:|[^\W\d_][(,]| \() ?$"
)
_OLD_BEHIND = re.compile(r"[ -]?(?:y|mo|a|j)|(?<=[a-z]) birthday")
"""Cheap looks at what stands before and behind a number: most numbers of a text are no ages."""
_BEFORE, _AFTER, _AGE_BEFORE, _NAME_REACH, _WORD = 48, 24, 64, 48, 16
_IS_NOW = re.compile(r"'| (?:is|was|ist|wird|just|has|will|turn|age|now|be|soon|recently)")
_ENDS_AS_KIN = re.compile(rf"{KIN}$")
_I = re.compile(r"(?<![\w'])I(?![\w-])")
_EVERYBODY_REACH = 30


@dataclass(frozen=True, kw_only=True)
class _Sentence:
    """A sentence from `start` to `end` of a text, which is at hand in small letters too.

    Who is spoken of is looked up once: a sentence may hold thousands of numbers.
    """

    text: str
    small: str
    start: int
    end: int

    @cached_property
    def has_person(self) -> bool:
        """Return whether somebody in particular is spoken of."""
        where = self.start, self.end
        return bool(_PERSON.search(self.small, *where) or self.has_family or _I.search(self.text, *where))

    @cached_property
    def has_family(self) -> bool:
        """Return whether somebody of the writer's family is spoken of."""
        return bool(OWN_FAMILY.search(self.small, self.start, self.end))

    def is_of_everybody(self, place: int) -> bool:
        """Return whether what stands at `place` is said of all people of an age."""
        return bool(_EVERYBODY.search(self.small, max(self.start, place - _EVERYBODY_REACH), place))


def find_birth_dates(text: str) -> Iterator[Hit]:
    """Yield dates that are called somebody's birth; a year alone where a person was born in it."""
    for sentence in _sentences(text):
        if not _BORN.search(sentence.small, sentence.start, sentence.end):
            continue
        for found in find_days(sentence.small, sentence.start, sentence.end):
            if _is_called_birth(sentence, found):
                yield Hit(start=found.start(), end=found.end(), kind=FindingKind.BIRTH_DATE)
        if not sentence.has_person:
            continue
        for found in MONTH_AND_YEAR.finditer(sentence.small, sentence.start, sentence.end):
            if _BORN_IN.search(sentence.small, max(sentence.start, found.start() - _BEFORE), found.start()):
                yield Hit(start=found.start(), end=found.end(), kind=FindingKind.BIRTH_DATE)


def find_ages(text: str) -> Iterator[Hit]:
    """Yield how old a person of the sentence is."""
    for sentence in _sentences(text):
        for near, far in _around_numbers(sentence):
            yield from _said_old(sentence, near, far)
            yield from _said_is(sentence, near, far)


def _sentences(text: str) -> Iterator[_Sentence]:
    small = lowered(text)
    for start, end in sentences(text):
        yield _Sentence(text=text, small=small, start=start, end=end)


def _is_called_birth(sentence: _Sentence, found: re.Match[str]) -> bool:
    before = _BORN.search(sentence.small, max(sentence.start, found.start() - _BEFORE), found.start())
    return bool(before or _BORN.search(sentence.small, found.end(), min(sentence.end, found.end() + _AFTER)))


def _around_numbers(sentence: _Sentence) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of numbers that may be ages, by the word before or behind; those that touch are one."""
    small, start, end = sentence.small, sentence.start, sentence.end
    near = far = start
    for found in _YEARS_ALONE.finditer(small, start, end):
        place = found.start()
        if not (_SAYS.search(small, max(start, place - _WORD), place) or _OLD_BEHIND.match(small, found.end())):
            continue
        if place - _AGE_BEFORE > far:
            if far > near:
                yield near, far
            near = place - _AGE_BEFORE
        far = word_end(small, found.end() + _AFTER, end)
    if far > near:
        yield near, far


def _said_old(sentence: _Sentence, near: int, far: int) -> Iterator[Hit]:
    """Yield "83 years old" and "83-year-old" where a person stands in the sentence."""
    for found in chain(_OLD.finditer(sentence.small, near, far), _BIRTHDAY.finditer(sentence.small, near, far)):
        if sentence.is_of_everybody(found.start()):
            continue
        if sentence.has_person or _is_set_beside_name(sentence, found):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.AGE)


def _said_is(sentence: _Sentence, near: int, far: int) -> Iterator[Hit]:
    """Yield "she is 83", "Dad (83)", "turned 83"."""
    text = sentence.text
    if _SET_APART.search(text, near, far):
        for found in _BRACKETED.finditer(text, near, far):
            if _is_beside_person(sentence, found):
                yield _age_of(found)
        for found in _NAMED_AND_OLD.finditer(text, near, far):
            if _is_somebody(sentence, found):
                yield _age_of(found)
    for found in _IS.finditer(text, near, far):
        if not _AFTER_RANGE.match(sentence.small, found.end()) and _is_one(sentence, found):
            yield _age_of(found)


def _age_of(found: re.Match[str]) -> Hit:
    group = "years" if found.groupdict().get("years") else "age"
    return Hit(start=found.start(group), end=found.end(group), kind=FindingKind.AGE)


def _is_beside_person(sentence: _Sentence, found: re.Match[str]) -> bool:
    word = re.split(r"[ (,]", found[0], maxsplit=1)[0]
    named = word[0].isupper() and is_name(word) and bool(found["age"])
    return named or sentence.has_family


def _is_set_beside_name(sentence: _Sentence, found: re.Match[str]) -> bool:
    """Return whether an age is set apart behind a name: "Carmen, de 84 años,", "Mary Smith (84 years old)"."""
    if not _AGE_ENDS.match(sentence.text, found.end()):
        return False
    place = found.start()
    named = _NAME_BEFORE_AGE.search(sentence.text, max(sentence.start, place - _NAME_REACH), place)
    return named is not None and _is_somebody(sentence, named)


def _is_somebody(sentence: _Sentence, found: re.Match[str]) -> bool:
    """Return whether what stands as a name may be somebody's, and is not where something is."""
    first, _space, second = found["name"].partition(" ")
    start = found.start("name")
    if second and not is_name(first):  # "Yesterday Mary", "In London"
        first, start = second, found.end("name") - len(second)
    return is_name(first) and not _WHERE.search(sentence.text, max(sentence.start, start - _WORD), start)


def _is_one(sentence: _Sentence, found: re.Match[str]) -> bool:
    """Return whether it is said of one person of the family or of somebody called by name."""
    who = found["who"]
    if who is None:
        if sentence.is_of_everybody(found.start()):
            return False
        return sentence.has_person or _is_set_beside_name(sentence, found)
    said = found[0][len(who) :].lower()
    if not _IS_NOW.match(said):
        return False
    if who.lower() in ("he", "she", "i", "patient"):
        return True
    if _ENDS_AS_KIN.search(who.lower()):
        return sentence.has_family
    return who[0].isupper() and is_name(who) and "'s " not in said
