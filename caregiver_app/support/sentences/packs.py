"""What is said about packs that are not taken."""

from __future__ import annotations

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.support.sentences.sentence import Audience, Sentence

_FAULTS = {fault.value: fault for fault in PackFault}


def pack_sentence(error: PackError, audience: Audience) -> Sentence:
    """Return why a pack is not taken, and what to do."""
    match error.kind:
        case PackTrouble.NOT_READY:
            return _not_ready(int(error.detail or 1), audience)
        case PackTrouble.IN_THE_WAY:
            return Sentence(
                happened=_("Something is there already."),
                means=_("Nothing was changed."),
                to_do=_("Choose another name."),
            )
        case PackTrouble.FIELD:
            return _field(error)
    happened, to_do = {
        PackTrouble.NOT_A_PACK: (_("This is not a pack."), _("Choose a file or folder that holds one.")),
        PackTrouble.DAMAGED: (_("This pack is damaged."), _("Ask for a new copy.")),
        PackTrouble.UNSAFE: (
            _("This file was made to do more than a pack may."),
            _("Do not use it. Tell whoever gave it to you."),
        ),
        PackTrouble.TOO_LARGE: (_("This pack is larger than a pack may be."), _("Ask for a smaller one.")),
        PackTrouble.NOT_A_LIST: (
            _("This is not a list that can be read."),
            _("Save it as CSV. Its first row must name the columns, like title and address."),
        ),
        PackTrouble.CLASH: (
            _("This pack does not fit with another one of its makers."),
            _("Tell them, and ask for a mended one."),
        ),
        PackTrouble.OLDER: (
            _("You have a newer version of this pack."),
            _("Keep what you have, or ask for a newer copy."),
        ),
        PackTrouble.UNKNOWN: (
            _("There is no pack of this name here."),
            _("To see what there is: caregiver pack list"),
        ),
        PackTrouble.CHANGED_MEANWHILE: (
            _("This was changed in another way meanwhile."),
            _("Look at it, and change it by hand."),
        ),
        PackTrouble.PAGE_CHANGED: (
            _("The page is not as it was when this list was made."),
            _("Look at the page again, then answer."),
        ),
        PackTrouble.NEWER: (
            _("This pack was made for a newer Caregiver."),
            _("Get the newest Caregiver, then try again."),
        ),
    }[error.kind]
    return Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do, detail=error.where)


def _not_ready(count: int, audience: Audience) -> Sentence:
    by_command = _("To see each with its place: caregiver pack check FOLDER")
    happened = ngettext("{count} problem is in the way.", "{count} problems are in the way.", count)
    return Sentence(
        happened=happened.format(count=count),
        means=_("The pack was not built."),
        to_do=by_command if audience is Audience.COMMAND else _("Look it over to see each with its place."),
    )


def _field(error: PackError) -> Sentence:
    """Say which part of it is wrong, in the words in which its maker would read it."""
    fault = _FAULTS.get(error.detail)
    said = problem_words(PackProblem(where=error.where, fault=fault)) if fault is not None else ""
    happened = _("Something in this pack is not as it should be.")
    return Sentence(
        happened=f"{happened} {said}" if said else happened,
        means=_("Nothing was changed."),
        to_do=_("Tell whoever made it."),
        detail=error.where,
    )
