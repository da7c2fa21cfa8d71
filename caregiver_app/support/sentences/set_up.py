"""What is said about set-up files that are not followed."""

from __future__ import annotations

from caregiver_app.model.errors import SetUpError, SetUpTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def set_up_sentence(error: SetUpError) -> Sentence:
    """Return why a set-up file is not followed, and what to do."""
    ask = _("Ask for a new stick, or go on without it.")
    happened, to_do = {
        SetUpTrouble.NOT_HERE: (_("There is no set-up file here."), _("Choose the stick or folder that holds one.")),
        SetUpTrouble.NOT_ONE: (_("This is not a set-up file."), _("Choose the stick or folder that holds one.")),
        SetUpTrouble.FIELD: (_("Something in this set-up file is not as it should be."), ask),
        SetUpTrouble.TOO_LARGE: (_("This set-up file is larger than one may be."), ask),
        SetUpTrouble.NEWER: (
            _("This set-up file was made for a newer Caregiver."),
            _("Get the newest Caregiver, or go on without the stick."),
        ),
        SetUpTrouble.NO_PACKS: (_("The packs that belong to this set-up file are not beside it."), ask),
        SetUpTrouble.OTHER_CHANNEL: (
            _("The set-up file and the packs on this stick do not belong together."),
            _("Do not use it. Ask whoever gave it to you."),
        ),
    }[error.kind]
    return Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do, detail=error.where)
