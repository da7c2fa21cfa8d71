"""Sentences about channels of packs: why nothing was taken from one, and why one's own cannot be changed so."""

from __future__ import annotations

from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence


def channel_sentence(error: ChannelError, audience: Audience) -> Sentence:
    """Return why nothing was taken from a channel, and what to do."""
    if error.kind in _DATED:
        return _dated(error, audience)
    happened, to_do = {**_forged(), **_unusable(audience), **_comparing()}[error.kind]
    means = _("Nothing was taken from it. What you have stays as it is.")
    return Sentence(happened=happened, means=means, to_do=to_do, detail=error.detail)


def namesake_words() -> str:
    """Return what is said before somebody trusts a second channel that calls itself as one does that they trust."""
    return _(
        "You have packs from somebody of this name, and these have other keys. Call them on a number that you know, "
        "and ask whether they began anew."
    )


_ROOT = "root"
"""The role whose signature counts for two years, and whose key lies elsewhere."""

_DATED = frozenset(
    {
        ChannelTrouble.FREEZE,
        ChannelTrouble.LATE,
        ChannelTrouble.TOO_OLD,
        ChannelTrouble.EXPIRED,
        ChannelTrouble.CLOCK,
    }
)


def _dated(error: ChannelError, audience: Audience) -> Sentence:
    day = "" if error.expired_at is None else format_short_day(Millis(error.expired_at), year=True)
    today = "" if error.now is None else format_short_day(Millis(error.now), year=True)
    check_clock = _("This computer says that today is {day}. If that is wrong, set its date.").format(day=today)
    match error.kind:
        case ChannelTrouble.CLOCK:
            happened = _("The date of this computer seems to be wrong.")
            means = _("It says {day}. So nobody can tell here whether these packs are the newest.").format(day=today)
            return Sentence(happened=happened, means=means, to_do=_("Set the date, then try again."))
        case ChannelTrouble.LATE:
            happened = _("This copy was good until {day}. There may be a newer one.").format(day=day)
            yes = _("To take it all the same, say so: --late") if audience is Audience.COMMAND else ""
            return Sentence(happened=happened, means=check_clock, to_do=yes or _("Ask for a new copy."))
        case ChannelTrouble.TOO_OLD:
            happened = _("This copy was good until {day}. It is too old now.").format(day=day)
            return Sentence(happened=happened, means=check_clock, to_do=_("Ask for a new copy."))
        case ChannelTrouble.FREEZE:
            happened = _("These packs were last renewed for the time until {day}.").format(day=day)
            means = _("Somebody may be holding back newer ones. What you have stays as it is.")
            return Sentence(happened=happened, means=f"{means} {check_clock}", to_do=_ask_publisher())
    happened = _("A signature on these packs counted until {day}.").format(day=day)
    to_do = _ask_publisher()
    if error.detail == _ROOT and audience is Audience.COMMAND:
        to_do = _("Ask those who make the packs. If they are yours: caregiver channel renew FOLDER")
    return Sentence(happened=happened, means=check_clock, to_do=to_do, detail=error.detail)


def ends_soon_words(whose: str, audience: Audience) -> str:
    """Return what a maker is told of a signature that runs out and was not renewed; `whose`: a role or a publisher."""
    if whose == _ROOT and audience is Audience.COMMAND:
        return _(
            "Sign the root again before its two years are over. Put in the stick with its key, then type: "
            "caregiver channel renew FOLDER --keys STICK"
        )
    if whose == _ROOT:
        return _("The root is to be signed again before its two years are over. The nurse guide says how.")
    # Translators: {name} is a role of the channel, or a publisher
    return _("A signature runs out soon and its key is not here: {name}.").format(name=whose)


def _ask_publisher() -> str:
    return _("Ask those who make the packs.")


def _forged() -> dict[ChannelTrouble, tuple[str, str]]:
    again = _("Ask for a new copy.")
    return {
        ChannelTrouble.ROLLBACK: (_("This is older than what you have."), again),
        ChannelTrouble.MIXED: (_("Its parts do not belong together."), again),
        ChannelTrouble.CHANGED: (_("It was changed after it was signed, or it was damaged."), again),
        ChannelTrouble.TOO_FEW: (_("A signature is missing."), again),
        ChannelTrouble.OUTSIDE_PATH: (
            _("Somebody signed a pack here in the place of another publisher."),
            _ask_publisher(),
        ),
        ChannelTrouble.UNKNOWN_PUBLISHER: (_("Nobody known here publishes this pack."), _ask_publisher()),
        ChannelTrouble.LARGER: (_("A file is larger than its signature says."), again),
        ChannelTrouble.ENDLESS: (_("A file has no end."), again),
        ChannelTrouble.OTHER_CHANNEL: (
            _("Other packs lie there than those that you trust."),
            _("Ask those who make the packs where they are now."),
        ),
    }


def _unusable(audience: Audience) -> dict[ChannelTrouble, tuple[str, str]]:
    again = _("Ask for a new copy.")
    trust = _("To compare it: caregiver channel trust PLACE")
    return {
        ChannelTrouble.UNKNOWN_PACK: (_("There is no such pack."), _("Check how it is called.")),
        ChannelTrouble.MISSING: (_("A part of it is missing."), again),
        ChannelTrouble.NOT_A_CHANNEL: (_("There are no packs here that we can read."), _("Check the place.")),
        ChannelTrouble.BAD_NAME: (
            _("Somebody here has a name that says more than a name: a sentence, a number or an address."),
            _ask_publisher(),
        ),
        ChannelTrouble.NOT_SIGNED: (
            _("This pack is not signed. Nobody can tell who made it."),
            _("Ask for a signed copy."),
        ),
        ChannelTrouble.NEWER: (
            _("It was made for a newer version of Caregiver."),
            _("Get the newest version, then try again."),
        ),
        ChannelTrouble.NOT_TRUSTED: (
            _("Nobody here has compared yet who makes these packs."),
            trust if audience is Audience.COMMAND else _("Compare the signs first."),
        ),
    }


def _comparing() -> dict[ChannelTrouble, tuple[str, str]]:
    ask = _("Ask the people who gave it to you, by phone or in person.")
    return {
        ChannelTrouble.NOT_COMPARED: (
            _("The signs of these packs must be compared before you trust them."),
            _("Take them from paper or from the phone: --fingerprint SIGNS"),
        ),
        ChannelTrouble.WRONG_FINGERPRINT: (_("The signs do not match. Somebody else made these packs."), ask),
        ChannelTrouble.MISTYPED_FINGERPRINT: (
            _("The signs are mistyped."),
            _("Look at them again, then type them once more."),
        ),
    }


def publish_sentence(error: PublishError, audience: Audience) -> Sentence:
    """Return why one's own channel was not changed, and what to do."""
    happened, to_do = {**_about_folders(), **_about_keys(), **_about_content()}[error.kind]
    if audience is Audience.WINDOW:
        to_do = _in_the_window().get(error.kind, to_do)
    detail = error.detail
    return Sentence(
        happened=happened.format(name=detail),
        means=_("Nothing was changed."),
        to_do=to_do,
        detail="" if "{name}" in happened else detail,
    )


def _in_the_window() -> dict[PublishTrouble, str]:
    """Return what is done there in another way than by a command."""
    return {
        PublishTrouble.NOT_HERE: _("Choose another folder, or make a channel."),
        PublishTrouble.NO_KEY: _("Put in the stick with its file, then choose its folder."),
        PublishTrouble.UNKNOWN_PUBLISHER: _("Choose who publishes this pack."),
        PublishTrouble.SEVERAL_PUBLISHERS: _("Choose who publishes this pack."),
        PublishTrouble.OLDER_VERSION: _("Give the new one a higher version."),
    }


def _about_folders() -> dict[PublishTrouble, tuple[str, str]]:
    other = _("Choose another folder.")
    return {
        PublishTrouble.EXISTS: (_("A channel lies in this folder already."), other),
        PublishTrouble.NOT_EMPTY: (_("Something lies there already."), _("Choose an empty folder, or a new name.")),
        PublishTrouble.NOT_HERE: (
            _("There is no channel in this folder."),
            _("To make one: caregiver channel init FOLDER"),
        ),
        PublishTrouble.BUSY: (
            _("Something else is being published in this channel right now."),
            _("Wait until that is done, then try again."),
        ),
        # Translators: {name} is a folder or a file, e.g. targets/northfield-nurses
        PublishTrouble.LINKED: (
            _("In the folder of the channel, {name} leads somewhere else."),
            _("Take it away, or choose a copy of the folder that you trust."),
        ),
        PublishTrouble.KEYS_INSIDE: (_("The keys would lie among what you publish."), other),
        PublishTrouble.KEYS_EXIST: (_("There are keys called {name} in that folder already."), other),
    }


def _about_keys() -> dict[PublishTrouble, tuple[str, str]]:
    return {
        # Translators: {name} is the name of a key, e.g. root, targets or that of a publisher
        PublishTrouble.NO_KEY: (
            _("The key {name} is needed and is not here."),
            _(
                "Say where its file is: --keys FOLDER. If files are lost, name all of them: "
                "caregiver channel renew FOLDER --old KEY --old KEY"
            ),
        ),
        PublishTrouble.NOT_A_KEY: (_("This is no key of ours."), _("Choose another file.")),
        PublishTrouble.WRONG_PASSPHRASE: (
            _("The passphrase does not open the key {name}."),
            _("Type it again. Capital letters count."),
        ),
    }


def _about_content() -> dict[PublishTrouble, tuple[str, str]]:
    return {
        PublishTrouble.BAD_NAME: (
            _("The name cannot be used."),
            _("Take letters, at most 100: no sentence, number or address. Write the short name without accents."),
        ),
        PublishTrouble.UNKNOWN_PUBLISHER: (
            _("The channel has no such publisher."),
            _("To see them: caregiver channel show FOLDER"),
        ),
        PublishTrouble.PUBLISHER_EXISTS: (_("A publisher is called {name} already."), _("Take another name.")),
        PublishTrouble.SEVERAL_PUBLISHERS: (
            _("The channel has several publishers."),
            _("Say which: --publisher ID. To see them: caregiver channel show FOLDER"),
        ),
        PublishTrouble.UNKNOWN_PACK: (_("The channel offers no such pack."), _("Check how it is called.")),
        PublishTrouble.OLDER_VERSION: (
            _("Version {name} of this pack is offered already."),
            _("Give the new one a higher version: caregiver pack next FOLDER. Then build it again."),
        ),
        PublishTrouble.TOO_LARGE: (_("The pack is too large."), _("Take out some pictures.")),
        PublishTrouble.BAD_ADDRESS: (
            _("A channel can only live at a public address that begins with https."),
            _("Check the address."),
        ),
    }
