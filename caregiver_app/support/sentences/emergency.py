"""What is said on the emergency page: signs that mean "call now", who says so, what to say, and what we do not know."""

from __future__ import annotations

from caregiver_app.support.emergency_signs import Sign, SignsOf
from caregiver_app.support.helplines import HelpKind, lines_at
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.helplines import host_words, place_name
from caregiver_app.support.sentences.stamps import day_words

_WITH_NORTHERN_IRELAND = frozenset({"GB", "GB-NIR"})
"""There each area has a number of its own (gpoutofhours.hscni.net, a copy read on 26 November 2026)."""


def sign_words(sign: Sign) -> str:
    """Return a sign as somebody sees it."""
    return {
        Sign.NOT_AWAKE: _("They cannot be woken, or do not answer."),
        Sign.BREATHING: _("It is hard for them to breathe."),
        Sign.CHOKING: _("They are choking."),
        Sign.CHEST: _("They have pain in the chest."),
        Sign.STROKE: _("Their face drops on one side, they cannot hold up both arms, or their speech is slurred."),
        Sign.SPEECH: _("They have trouble speaking or understanding."),
        Sign.MOUTH: _("Their mouth is pulled to one side."),
        Sign.ONE_SIDE: _("One side of the face or body is weak or numb."),
        Sign.WEAKNESS: _("They are suddenly weak or dizzy, or suddenly see badly."),
        Sign.BALANCE: _("They suddenly lose their balance."),
        Sign.SIGHT: _("They see badly with one eye or both."),
        Sign.HEADACHE: _("A very strong headache begins all at once."),
        Sign.CONFUSED: _("They are suddenly confused."),
        # Translators: a seizure
        Sign.FIT: pgettext("seizure", "They have a fit that does not stop."),
        Sign.BLEEDING: _("They bleed heavily, or it does not stop."),
        Sign.BLOOD: _("They cough up or vomit blood."),
        Sign.ALLERGY: _("They have a severe allergic reaction."),
        Sign.POISON: _("They swallowed something poisonous."),
        Sign.PAIN: _("A sudden, very strong pain, anywhere."),
        Sign.BURN: _("They have a severe burn or scald."),
        Sign.HEAD: _("They have a serious head injury."),
        Sign.SPINE: _("Their head or back is injured."),
        Sign.FALL: _("They fell from a height."),
    }[sign]


def source_words(said: SignsOf) -> str:
    """Return who says so, and where and when we read it: in a stored copy of a page."""
    # Translators: under signs of an emergency; {source} is who says so, {page} e.g. "nhs.uk", {day} "26 November 2026"
    return _("Source: {source}. Read in a copy of {page} on {day}.").format(
        source=said.source, page=host_words(said.page), day=day_words(said.taken_on)
    )


def gap_words(place: str) -> tuple[str, ...]:
    """Return which lines for advice we do not know of a place (ISO 3166, also a part like "GB-NIR"), none for ""."""
    kinds = {line.kind for line in lines_at(place)}
    health, poison = HelpKind.HEALTH in kinds, HelpKind.POISON in kinds
    said = []
    if place and not health and not poison:
        said.append(_("We know no advice line for this place: {place}.").format(place=place_name(place)))
    elif place and not health:
        said.append(_("We know no line for medical advice for this place: {place}.").format(place=place_name(place)))
    elif place and not poison:
        said.append(_("We know no line about poisoning for this place: {place}.").format(place=place_name(place)))
    if place in _WITH_NORTHERN_IRELAND:
        said.append(_("Northern Ireland has no single line. When your GP is closed, call its out-of-hours service."))
    return tuple(said)


def phone_steps() -> tuple[str, ...]:
    """Return what to say on the phone, in order."""
    return (
        _("Where you are: street, number, floor, town."),
        _("What happened, and to how many people."),
        _("Whether they are awake, and whether they breathe."),
        _("Then do what you are told on the phone."),
        _("Stay on the line until they say that you can hang up."),
    )
