"""What is said once, after an unlock, of signs that files beside the care notes were changed."""

from __future__ import annotations

from caregiver_app.model.care_notices import CareNotice
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.sentence import Sentence


def care_notice_sentence(notice: CareNotice) -> Sentence:
    """Return what a sign means, for the window and for commands alike."""
    return {
        CareNotice.OLDER_ENVELOPE: Sentence(
            happened=_("A passphrase of before opened your notes."),
            means=_("An older file lies beside them, so the passphrase you chose last does not count here."),
            to_do=_("If you did not put an older copy back, choose a new passphrase."),
        ),
        CareNotice.OLDER_NOTES: Sentence(
            happened=_("These notes are older than those that were last saved on this computer."),
            means=_("Somebody or something put an earlier copy in their place. What came later is not in it."),
            to_do=_("If you did not do that, look for the newer file in your backups."),
        ),
        CareNotice.SEAL_CHANGED: Sentence(
            happened=_("A file beside your notes was changed while they were locked. It is put right again."),
            means=_("Somebody else may be able to read what was written while they were locked."),
            to_do=_("If nobody should have been at this computer, ask somebody who knows about computers."),
        ),
        CareNotice.SEALED_UNREADABLE: Sentence(
            happened=_("Something that was written while your notes were locked cannot be opened."),
            means=_("It is damaged, or it was meant for somebody else. It is set aside in the folder “sealed”."),
        ),
        CareNotice.LIBRARY_PLAIN: Sentence(
            happened=_("Your library was protected, and is not any more."),
            means=_(
                "A library that anybody can read lies in its place. What you read and search for is written there."
            ),
            to_do=_(
                "If you did not do that, protect the library again, and look for the one of before in your backups."
            ),
        ),
    }[notice]


def joined_sentence(count: int) -> str:
    """Return how many notes written while locked are now in their place."""
    return ngettext(
        "{count} note written while locked is now in your journal.",
        "{count} notes written while locked are now in your journal.",
        count,
    ).format(count=count)
