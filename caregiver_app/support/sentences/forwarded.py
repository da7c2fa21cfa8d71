"""What is said of a message that somebody sent, and what can be answered. Never that it is true or false: only a person
can tell. What is said of a link in it: `checked_links`.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the four steps by which people judge for themselves."""

    name: str
    words: str


def money_sentence() -> Sentence:
    """Return what to do with a message that is after money, said before all else."""
    return Sentence(
        happened=_("Do not answer, and pay nothing."),
        means=_("It asks for money, a code or an account, or names a new number. Thieves often write like this."),
        to_do=_(
            "Call the person or the office on the number you always had. "
            "If you have paid or given a code, call your bank now."
        ),
    )


def remedy_sentences() -> str:
    """Return the two sentences that stand under every answer."""
    return _("Before giving any remedy ask the pharmacist: it can clash with medicines. Do not stop a medicine.")


def whom_to_ask() -> Sentence:
    """Return who can help, whatever was found."""
    return Sentence(
        happened=_("Ask your pharmacist, your doctor or your nurse."),
        to_do=_("If it asks for money, a code or a password, call the organisation on a number that you look up."),
    )


def what_was_looked_at() -> str:
    """Return what an answer is made from, and what it is not."""
    return _("We looked at the address and at your library. We cannot say whether something is true.")


def nothing_on_this() -> str:
    """Return that the library has no page on the subject."""
    return _("We have nothing on this.")


def only_in_general(topic: str) -> str:
    """Return that the library has no page on the subject, and what is shown: guides on a topic, by its title."""
    # Translators: {topic} is e.g. "Dementia"; guides follow
    return _("We have nothing on just this. In general, on the topic “{topic}”:").format(topic=topic)


def no_link() -> str:
    """Return that there is no address in a message."""
    return _("There is no web address in this.")


def picture_hint() -> str:
    """Return what can be done with what is no text."""
    return _("For a picture or a voice note, type the claim in a few words.")


def more_links(count: int) -> str:
    """Return how many links were not looked at."""
    words = ngettext("{count} more link was not looked at.", "{count} more links were not looked at.", count)
    return words.format(count=format_number(count))


def was_cut() -> str:
    """Return that only the beginning of a text was looked at."""
    return _("The text is very long. We looked at its beginning.")


def reply_words() -> str:
    """Return the words of a kind reply; a page follows them."""
    return _(
        "Thank you for thinking of us. I looked this up and found a page that may help. "
        "Before we try anything, I will ask the pharmacist."
    )


def reply_without_page() -> str:
    """Return the words of a kind reply where there is no page to send along."""
    return _(
        "Thank you for thinking of us. I found nothing on this from a source that I know. "
        "Before we try anything, I will ask the pharmacist."
    )


def reply_unchecked() -> str:
    """Return that nobody looked for the words of the care notes in a reply."""
    return _("Your care notes are locked, so nobody looked for their words in this answer. Read it before you send it.")


def reply_changed() -> str:
    """Return that what was copied is not what stood there."""
    return _("This answer has changed since it was first shown. What you copied is what you see now.")


def judging_steps() -> tuple[Step, ...]:
    """Return the four steps in their order."""
    return (
        Step(
            name=_("Stop"), words=_("Wait before you act or pass it on. What frightens or thrills us makes us quick.")
        ),
        Step(name=_("Who"), words=_("Who says it? Look for a name, what they are, and what they sell.")),
        Step(name=_("Where else"), words=_("Do two sources that you know say the same?")),
        Step(
            name=_("Trace back"),
            words=_("Find where it stood first. Words, pictures and numbers are often cut out or old."),
        ),
    )
