"""Sentences about "ask the nurse": keys, requests and answers as files. None carries a word of what was written."""

from __future__ import annotations

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence

Words = tuple[str, str, str]


def ask_sentence(error: AskError, audience: Audience) -> Sentence:
    """Return what was refused about a request, an answer or a key."""
    words = {**_about_files(), **_about_answers(), **_about_keys(audience), **_about_asking()}
    happened, means, to_do = words[error.kind]
    return Sentence(happened=happened, means=means, to_do=to_do, detail=error.detail)


def _about_files() -> dict[AskTrouble, Words]:
    nothing = _("Nothing was taken from it.")
    return {
        AskTrouble.NOT_OURS: (
            _("This file holds no questions, answers or key from Caregiver."),
            nothing,
            _("Choose the file that was sent to you."),
        ),
        AskTrouble.DAMAGED: (
            _("This file is damaged, or was changed on its way."),
            nothing,
            _("Ask for it to be sent again."),
        ),
        AskTrouble.TOO_LARGE: (_("This file is larger than it can be."), nothing, _("Ask for it to be sent again.")),
        AskTrouble.NEWER: (
            _("A newer Caregiver made this file."),
            nothing,
            _("Install the newest Caregiver, then open it again."),
        ),
        AskTrouble.NOT_FOR_US: (
            _("This file is locked for somebody else's key."),
            nothing,
            _("Send your key again to whoever made the file."),
        ),
        AskTrouble.OTHER_LOCK: (
            _("This file is locked in a way that Caregiver does not open."),
            nothing,
            _("Ask for a file that was made with Caregiver."),
        ),
        AskTrouble.OWN: (
            _("You made this file yourself."),
            _("What it says is in your care notes already."),
            _("Send it to the person you chose."),
        ),
    }


def _about_answers() -> dict[AskTrouble, Words]:
    return {
        AskTrouble.FORGED: (
            _("This answer does not come from the person you asked."),
            _("It was refused and is not shown."),
            _("Call the person you asked, and do not trust whoever sent the file."),
        ),
        AskTrouble.UNKNOWN_REQUEST: (
            _("This answers something that was never asked here, or was deleted."),
            _("It was refused and is not shown."),
            "",
        ),
        AskTrouble.REPEATED: (_("This answer has come already."), _("It stands beside its question once."), ""),
        AskTrouble.CONFLICT: (
            _("Another request with the same number has come before."),
            _("This one was refused and is not shown."),
            _("Call the family and ask for a new file."),
        ),
        AskTrouble.NO_SUCH_QUESTION: (_("There is no question with this number in the request."), "", ""),
    }


def _about_keys(audience: Audience) -> dict[AskTrouble, Words]:
    compare = _("Compare its words by phone or in person first.")
    name = _("Give a name.")
    if audience is Audience.COMMAND:
        compare = _("Compare its words by phone or in person first: caregiver ask key compare ID")
        name = _("Give a name: --name -")
    return {
        AskTrouble.BAD_KEY: (
            _("This is not a key that Caregiver can use."),
            _("Nothing was changed."),
            _("A key begins with age1. Ask for the key file again."),
        ),
        AskTrouble.OWN_KEY: (_("This is your own key."), _("Nothing was changed."), ""),
        AskTrouble.NO_NAME: (_("It is not said whose key this is."), _("Nothing was changed."), name),
        AskTrouble.NOT_COMPARED: (
            _("The words of this person's key have not been compared yet."),
            _("So nobody can know whose key it is, and nothing was locked for it."),
            compare,
        ),
        AskTrouble.WRONG_WORDS: (
            _("These are not the words or numbers of this key."),
            _("It may belong to somebody else, and stays unused."),
            _("Ask for them again. If they still differ, ask for the key again in another way."),
        ),
        AskTrouble.MISTYPED_WORDS: (
            _("A group of words or numbers is not typed as it stands there."),
            _("Nothing was changed."),
            _("Ask for this group again and compare each word or number."),
        ),
    }


def _about_asking() -> dict[AskTrouble, Words]:
    return {
        AskTrouble.NOTHING_CHOSEN: (_("There is nothing to send."), "", _("Choose a question or a note.")),
        AskTrouble.NO_REASON: (
            _("It is not said why this goes out."),
            _("Nothing was saved."),
            _("Say why in a few words. They stay in your care notes."),
        ),
        AskTrouble.DAY_PASSED: (
            _("The day by which you expect an answer is over."),
            _("Nothing was saved."),
            _("Choose a later day."),
        ),
        AskTrouble.MIXED_PEOPLE: (
            _("These questions and notes are about several people."),
            _("Nothing was saved."),
            _("Make one file for each person."),
        ),
        AskTrouble.TOO_MUCH: (
            _("This is more than one file can carry."),
            _("Nothing was saved."),
            _("Choose less, or shorten the longest text."),
        ),
    }
