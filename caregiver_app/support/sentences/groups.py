"""What is said of groups on the web, in the language that is spoken: the sentences of our own tables are known here.

They stand in packaging/packs/moderation.csv and packaging/packmaking/people.py. What somebody else's pack says stays as
whoever wrote it had it.
"""

from __future__ import annotations

from functools import cache

from caregiver_app.support.i18n import ORIGINAL, speaking
from caregiver_app.support.i18n import gettext as _


def group_words(said: str) -> str:
    """Return a sentence about a group: how it is looked after, or what is safe to post there and what is not."""
    place = _places().get(said)
    return said if place is None else _ours()[place]


@cache
def _places() -> dict[str, int]:
    with speaking(ORIGINAL):
        return {sentence: place for place, sentence in enumerate(_ours())}


def _ours() -> tuple[str, ...]:
    return (
        _("Looked after by the organisation. Read its rules on the site first."),
        _("Looked after day and night by the organisation. For people over 18."),
        _("Led by people who are in it themselves. Ask how the group near you is run."),
        _("Run by its members. Ask how the group near you is run."),
        _("Run by and for younger people who had a stroke."),
        _("Groups run by churches, with faith as a part of them."),
        _("Looked after by people of the charity. The place belongs to a company that lives on what its users write."),
        _("Runs by the rules of a company that lives on what its users write. Read what it does with it first."),
        _("How you feel, and how you sleep"),
        _("A question that could be from anyone"),
        _("What worked for you"),
        _("Links to pages that were checked"),
        _("Names, faces, birth dates, the town together with the illness"),
        _("Photos from a ward, a bath or a bed; papers with numbers"),
        _("That someone lives alone, or when you are away"),
        _("Doses, or advice to stop a medicine"),
        _("Go there from the home page of the organisation."),
    )
