"""Sentences about links that cannot be passed on as they are."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.clean_link import CleanLink, LinkRefusal
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence


def sentence_for_refused_link(link: CleanLink, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return why a link that is refused is not passed on, and what one can do instead."""
    if link.refused is None or link.refused is LinkRefusal.UNSURE:
        return _unsure(link.doubtful, audience)
    on_the_site = _("Open the page in your web browser and take the address of the page itself.")
    happened, means, to_do = {
        LinkRefusal.SECRET: (
            _("This link holds a key or a password."),
            _("Whoever has it could open what is yours."),
            _("Keep it to yourself. Look for a page that everybody can open."),
        ),
        LinkRefusal.PERSONAL: (
            _("This link holds an e-mail address."),
            _("Without it the page may not open."),
            on_the_site,
        ),
        LinkRefusal.HIDDEN_TARGET: (
            _("This link was made for one reader, by a mail service."),
            _("It tells that service who follows it, and the page behind it does not stand in it."),
            on_the_site,
        ),
        LinkRefusal.NOT_PUBLIC: (
            _("This link leads to a computer or a file of your own."),
            _("Nobody else can open it."),
            "",
        ),
        LinkRefusal.TOO_LONG: (_("This link is too long to be judged."), "", on_the_site),
    }[link.refused]
    return Sentence(happened=happened, means=means, to_do=to_do)


def _unsure(names: Sequence[str], audience: Audience) -> Sentence:
    parts = ", ".join(dict.fromkeys(names))
    happened = _("A part of this link may be about you: {parts}.").format(parts=parts)
    if audience is Audience.WINDOW:
        return Sentence(happened=happened, to_do=_("Leave it out, or keep it if everybody gets the same link."))
    return Sentence(
        happened=happened,
        to_do=_(
            "To leave it out: --leave-out {name}. If everybody gets the same link: --keep {name}. "
            "A path can only be kept."
        ).format(name=names[0] if names else ""),
    )
