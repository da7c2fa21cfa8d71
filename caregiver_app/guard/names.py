"""Finds names of persons beside what gives them away: titles, family words, greetings, signatures, "is called".

A word with a capital alone is no finding: half the organisations would be. What stands only in the care notes is found
by those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.people import GIVEN, KIN, POSSESSIVE, TITLE, is_name
from caregiver_app.model.guard import FindingKind

_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|la|le|du|bin|ibn|al|ten|ter|y|[A-Z]\.?)"
_NAME = rf"(?P<name>{GIVEN}(?: (?:{_PARTICLE} ){{0,3}}{GIVEN}){{0,2}})"
_ADJECTIVE = r"(?:\d{1,3}[- ]years?[- ]old )?(?:late |dear |elderly |old |older |younger |eldest |youngest |little )?"
_ANY_KIN = rf"(?i:{KIN})"
_LINK = r"(?:,| -| \(|,? (?:called|named|is called|llamad[ao]|que se llama|namens|nomm[eé]e?|whose name is))? ?"
_TITLED = sought(
    rf"(?<![\w-])(?P<title>{TITLE}(?:\.? (?:and|&|y|und|et) {TITLE})?)\.? (?:med\. )?(?:[A-Z]\.? )?{_NAME}",
    at=r"[MDPNSLRFICH](?<![\w-].)(?=[rsxeRS]|iss|atron|lle|ons|adame|oc|ame|me|o[nñt]|hr|urse|i[rsg]|ady|ord|a[tb]|mam|ons)",
)
_FAMILY = sought(
    rf"(?<![\w-])(?i:{POSSESSIVE} (?:{KIN}'s )?){_ADJECTIVE}{_ANY_KIN}{_LINK}{_NAME}",
    at=r"[mohtysnvuilMOHTYSNVUIL](?<![\w-].)"
    r"(?i:y|i|on|a|eine?r?|ia|io|ijn|ur|nze|is|er|heir|our|u|uestr[ao]|otre|nsere?|l mio)(?= )",
)
_CARER = sought(
    r"(?<![\w-])(?:nurse|doctor|carer|caregiver|therapist|social worker|midwife|physio|aide|helper|neighbou?r|friend) "
    rf"{_NAME}",
    at=r"[ndctsmpahf](?<![\w-].)(?=urse|octor|are|hera|ocia|idw|hysi|ide|elp|eigh|rien)",
)
_MUM = sought(
    r"(?<![\w-])(?:Mum|Mom|Mam|Dad|Nan|Gran|Grandma|Grandpa|Grandad|mum|mom|dad|nan|gran|grandma|grandpa|grandad)"
    rf"(?: \({_NAME}\)|(?:, | \()(?P<whole>{GIVEN} {GIVEN})(?=[,;])"
    rf"|(?<!ran) (?P<plain>{GIVEN} {GIVEN})(?='s |,? [a-zé]))",
    at=r"[MDNGmdng](?<![\w-].)(?=[a-z]{2,6}(?: \(|, | [^\W\d_a-z]))",
)
_BEFORE_MUM = re.compile(
    r"(?:(?<![^\W_])(?:[^\W\dA-Z_][\w'’-]*|Today|Yesterday|Tomorrow|So|And|But|Then|Now|Also|Last|Both),? |"
    r"[.!?:;,(\n\"“][ \t]*|^[ \t]*)$"
)
_RELATIVE = sought(
    r"(?<![\w-])(?P<title>[Aa]unt(?:ie|y)?|[Uu]ncle|[Cc]ousin|Nan|Nana|Gran|Granny|Grandma|Grandpa|Grandad|Oma|Opa|"
    rf"Abuel[ao]|Nonn[ao]|T[ií][ao]|Tante|Onkel|Zi[ao]|Mamie|Papi),? {_NAME}",
    at=r"[AaUuCcNGOTZMP](?<![\w-].)(?=unt|ncle|ousin|an|ra|ma|pa|bu|on|[ií]|nkel|ami|api)",
)
_CALLED = sought(
    r"(?<!\w)(?:(?P<noun>(?i:name(?:'s| is|:)))|(?i:me llamo|mi nombre es|je m'appelle|ich hei(?:ss|ß)e|mi chiamo|"
    rf"ik heet)) +{_NAME}",
    at=r"[nNmMjJiI](?<!\w.)",
)
_WHOSE = re.compile(
    rf"(?:(?<!\w)(?:his|her|my|their|our|whose|full|maiden|last|first|patient|{KIN}'s) |^[ \t]*|[\n,;][ \t]*)$",
    re.IGNORECASE,
)
_OF_SOMEBODY = sought(
    rf"(?<![\w'])(?i:he|she|who|carer|caregiver|helper|nurse|doctor|lady|man|woman|girl|"
    rf"boy|{POSSESSIVE} {KIN})(?!\w|'s)"
    r"[^.!?\n]{0,40}? (?:is called|is named|goes by|known as|se llama|s'appelle|hei(?:ss|ß)t|si chiama|heet)"
    rf" {_NAME}",
    at=r"[hswcndlmgbotyvuiHSWCNDLMGBOTYVUI](?<![\w'].)"
    r"(?i:e|he|ho|arer|aregiver|elper|urse|octor|ady|an|oman|irl|oy"
    r"|y|i|on|a|eine?r?|ia|io|ijn|ur|nze|is|er|heir|our|u|uestr[ao]|otre|nsere?|l mio)(?!\w)",
)
_OF_SOMETHING = re.compile(
    r"(?i:condition|disease|illness|syndrome|medicine|drug|tablet|test|scan|page|group|charity|it|this|that|has|have|"
    r"takes|uses|with|treatment|method)(?!\w)"
)
_GREETED = sought(
    r"(?:(?<=\n)|^)[ \t]*(?:Hi|Hello|Hey|Dear|Hola|Querid[ao]|Bonjour|Ch[eè]re?|Lieber?|Ciao|Cara|Caro|Hoi|Beste)"
    rf" {_NAME}(?=[,!.:\s]|$)",
    at=r"[ \tHDQBCL](?<![^\n].)",
)
_SIGNED = sought(
    r"(?:(?<=\n)|^|(?<=[.!?] ))[ \t]*(?i:love|kind regards|best wishes|best|regards|warm wishes|cheers|"
    r"thanks(?: so much| a lot| again| all)?|"
    r"many thanks|thank you|yours(?: sincerely| faithfully)?|un abrazo|besos|saludos|liebe gr[uü](?:ss|ß)e|"
    r"viele gr[uü](?:ss|ß)e|cordialement)(?: from)?[,.!]?(?: ?x{1,4})?[ \t]*[\n ][ \t]*"
    rf"{_NAME}[ .x]*(?=\n|$)",
    at=r"[ \tlkbrwctmyusvLKBRWCTMYUSV](?:(?<![^\n].)|(?<=[.!?] .))",
)
_BESIDE = sought(
    rf"(?<![\w.'-]){_NAME},? (?:is |was )?(?i:my|our|his|her) (?:late |dear |elderly )?{_ANY_KIN}(?![\w-])",
    at=r"[^\W\d_a-zß-öø-ÿ](?<![\w.'-].)",
)
_PATTERNS = {
    "titled": (_TITLED, ()),
    "family": (_FAMILY, ()),
    "relative": (_RELATIVE, ()),
    "carer": (_CARER, ()),
    "mum": (_MUM, ()),
    "called": (_CALLED, ("name", "nombre", "llamo", "appelle", "heiß", "heisse", "chiamo", "ik heet")),
    "somebody": (
        _OF_SOMEBODY,
        (" called ", " named ", "goes by", "known as", "llama", "appelle", "heiß", "heisst", "chiama", "heet "),
    ),
    "greeted": (_GREETED, ()),
    "signed": (_SIGNED, ()),
    "beside": (_BESIDE, (" my ", " our ", " his ", " her ")),
}
"""Each with words without one of which it cannot match: to look for those is quick."""
_OF_BODIES = re.compile(
    r"(?:'s)? (?:Hospital|Hospice|Clinic|Centre|Center|Surgery|Practice|House|Home|Court|Lodge|Foundation|Trust|"
    r"Society|Association|Institute|University|College|School|Pharmacy|Medical|Health|Care|Cancer|Ward|Unit|Helpline|Line|"
    r"Support|Research|Church|Disease|Syndrome|UK|Ireland)\b"
)
_WHOSE_REACH = 24
_HEALERS = {"doctor": re.compile(r"Dr|Doctor|Consultant|DR|Dott|Prof"), "nurse": re.compile(r"Nurse|Sister|Matron")}


def find_names(text: str) -> Iterator[Hit]:
    """Yield names of persons, with their title where they have one; "St Mary's Hospital" and days are none.

    `rule` says what stands near: "doctor", "nurse", "titled", "relative", "family", "carer", "mum", "beside", "called",
    "somebody", "greeted", "signed".
    """
    small = text.lower()
    for rule, (pattern, words) in _PATTERNS.items():
        if words and not any(word in small for word in words):
            continue
        for found in pattern.finditer(text):
            if not _is_of_person(text, found, rule):
                continue
            group = next(group for group in ("name", "whole", "plain") if found[group])
            length = _length_of_name(found[group])
            end = found.start(group) + length
            if length and not _OF_BODIES.match(text, end):
                titled = found.groupdict().get("title")
                start = found.start("title") if titled else found.start(group)
                yield Hit(start=start, end=end, kind=FindingKind.NAME, rule=_rule(rule, titled or ""))


def _is_of_person(text: str, found: re.Match[str], rule: str) -> bool:
    """Return whether a person is said to be called so, and not an illness or a page."""
    if rule == "somebody":
        return not _OF_SOMETHING.search(text, found.start(), found.start("name"))
    if rule == "mum" and found["plain"]:  # in a headline a verb has a capital too: "When Mom Gets Sick, what to do"
        whole = _length_of_name(found["plain"]) == len(found["plain"].removesuffix("'s"))
        return whole and bool(_BEFORE_MUM.search(text, max(0, found.start() - _WHOSE_REACH), found.start()))
    if rule == "called" and found["noun"]:
        return bool(_WHOSE.search(text, max(0, found.start() - _WHOSE_REACH), found.start()))
    return True


def _rule(rule: str, title: str) -> str:
    if rule != "titled":
        return rule
    return next((healer for healer, titles in _HEALERS.items() if titles.match(title)), rule)


def _length_of_name(written: str) -> int:
    """Return how much of the words with capitals is a name: it ends before a day, a place of care and the like."""
    kept = 0
    words = written.split(" ")
    for index, word in enumerate(words):
        if word[0].isupper():
            if not is_name(word):
                break
            kept = index + 1
    return len(" ".join(words[:kept]).removesuffix("'s"))
