"""What is said on the emergency page: signs that mean "call now", who says so, and what to say on the phone."""

from __future__ import annotations

from caregiver_app.support.emergency_signs import Sign, SignsOf
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.stamps import day_words


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
    """Return who says so and when we took it."""
    # Translators: under signs of an emergency; {source} is a public body, {day} e.g. "26 November 2026"
    return _("Source: {source}, taken on {day}.").format(source=said.source, day=day_words(said.taken_on))


def phone_steps() -> tuple[str, ...]:
    """Return what to say on the phone, in order."""
    return (
        _("Where you are: street, number, floor, town."),
        _("What happened, and to how many people."),
        _("Whether they are awake, and whether they breathe."),
        _("Then do what you are told on the phone."),
        _("Stay on the line until they say that you can hang up."),
    )
