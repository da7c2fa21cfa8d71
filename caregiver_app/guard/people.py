"""Words that stand for a person: family, titles, pronouns, and given names beside them. Small letters unless said."""

from __future__ import annotations

import re

KIN = (
    r"(?:(?:grand|step|great[- ]grand|foster |half[- ])?(?:mother|father|mum|mom|dad|son|daughter|child|"
    r"parent)s?(?:[- ]in[- ]law)?|"
    r"mummy|mommy|daddy|mam|ma|pa|papa|granny|grandma|grandpa|gran|grandad|granddad|nan|nana|nanny|gramps|"
    r"(?:step|half[- ]|twin )?(?:sister|brother|bro|sis)(?:[- ]in[- ]law)?|aunt(?:ie|y)?|uncle|cousin|niece|nephew|"
    r"wife|husband|partner|hubby|spouse|fianc[eé]e?|girlfriend|boyfriend|(?:best )?friend|neighbou?r|"
    r"madre|padre|mam[aá]|pap[aá]|abuel[ao]|t[ií][ao]|herman[ao]|hij[ao]|espos[ao]|marido|mujer|[eé]pou(?:se|x)|suegr[ao]|"
    r"m[eè]re|p[eè]re|maman|mari|femme|fille|fils|fr[eè]re|s[oœ]e?ur|grand-m[eè]re|grand-p[eè]re|mamie|papi|"
    r"oncle|tante|"
    r"mutter|vater|mama|oma|opa|bruder|schwester|sohn|tochter|mann|frau|ehemann|ehefrau|onkel|"
    r"mamma|pap[aà]|nonn[ao]|zi[ao]|fratello|sorella|figli[ao]|moglie|marito|"
    r"moeder|vader|broer|zus|zoon|dochter)"
)
"""What a family calls its own, in the languages of the numbers; "nurse" and the like are titles."""

POSSESSIVE = (
    r"(?:my|our|his|her|their|your|mi|su|nuestr[ao]|mon|ma|ta|sa|notre|votre|mein|meine|meiner|unser|unsere|mia|"
    r"mio|la mia|il mio|mijn|onze)"
)
TITLE = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Nurse|Sister|Matron|Sir|Lady|Lord|Dame|Rev|Reverend|Father|"
    r"Fr|Rabbi|Imam|"
    r"Consultant|Sra?|Srta|Don|Do[nñ]a|Mme|Mlle|Monsieur|Madame|Herr|Frau|Fr[aä]ulein|Sig(?:\.ra)?|Signora?|"
    r"Dott(?:\.ssa)?|"
    r"Dhr|Mevr|Mevrouw|Meneer|MR|MRS|MS|DR)"
)
GIVEN = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['-](?=[^\W\d_]))+"
"""A word with a capital, as names are written; "O'Brien", "Anne-Marie"."""

OWN_FAMILY = re.compile(
    rf"(?<![\w-])(?:{POSSESSIVE} (?:(?:late|dear|own|poor|elderly|old|older|younger|eldest|youngest|little|other|"
    rf"lovely) )?{KIN}|mum|mom|mummy|mommy|dad|daddy|nan|nana|gran|granny|grandma|grandpa|grandad|granddad|auntie|mam|"
    r"mam[aá]|pap[aá]|abuel[ao]|oma|opa|maman|mamie|papi|nonn[ao])(?![\w-])"
)
"""Somebody of the writer's own family, in a text in small letters."""

_NO_NAMES = """
    i i'm i've i'll i'd the this that these those there here it its he she they we you who what when where why how which
    and but or so if then now today tomorrow yesterday please thanks thank hello hi dear yes no not all any some many
    is was are were has had have does did do can could will would should may might must for from with at in on to of by
    as after before since until while because although however also just even still only
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan passover hanukkah diwali spring summer autumn winter
    english spanish french german italian dutch irish british american canadian australian european chinese indian
    covid flu alzheimer alzheimer's alzheimers parkinson parkinson's parkinsons lewy dementia diabetes cancer stroke
    nhs gp uk us usa eu ireland england scotland wales britain america canada australia london
    hospital clinic ward surgery centre center unit department service services team line helpline hotline society
    association foundation trust charity care carer carers caregiver caregivers health healthcare medical medicine
    social support group network council college university school institute academy ministry agency office house home
    church
    practitioner practitioners specialist specialists consultant manager prescriber educator led lead in-charge call
    nurse nurses doctor doctors sister matron midwife professor father mother mum mom dad god lord day days week month
    tablets tablet capsules dose monthly weekly daily mg ml
    everyone everybody all both friends family team sir madam folks there again you guys neighbours colleagues members
    research alliance federation union league international national royal american british macmillan admiral marie
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre el la los las un una y o pero que de en con por para como más muy está es ha
    le les une et ou mais qui dans avec pour est lundi mardi mercredi jeudi vendredi samedi dimanche
    der die das und oder aber ist mit für von zu im am montag dienstag mittwoch donnerstag freitag samstag sonntag
    allowance assessment passport card break breaks strategy act forum question questions tip tips story stories
    practice pharmacy road street avenue lane patient patients editor reader readers colleague oz
    medlineplus mr mrs ms miss mx dr prof google act who strange seuss pepper foster
"""
_NO_NAME = frozenset(_NO_NAMES.split())


def is_name(word: str) -> bool:
    """Return whether a word with a capital may be somebody's name; days, places of care and the like are none."""
    plain = word.lower().removesuffix("'s")
    return len(plain) > 1 and plain not in _NO_NAME and not (word.isupper() and len(word) < 4)
