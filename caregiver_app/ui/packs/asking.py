"""The few questions that are asked before something about packs is done."""

from __future__ import annotations

from caregiver_app.model.channel import CheckedChannel, TrustedChannel
from caregiver_app.model.errors import ChannelError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.widgets.confirm import Question


def late_question(error: ChannelError) -> Question:
    """Return what is asked about a stick whose date has passed."""
    return Question(
        title=_("Take this copy all the same?"),
        text=sentence_for(error).message,
        do=_("Take it all the same"),
        keep=_("Leave it"),
    )


def forget_question(channel: TrustedChannel) -> Question:
    """Return what is asked before somebody is trusted no more."""
    return Question(
        title=_("Trust {name} no more?").format(name=channel.name),
        text=_(
            "All their packs are removed from this computer, with their checks and warnings. What you starred, wrote "
            "and added stays. To take packs of theirs again you must compare their signs once more."
        ),
        do=_("Trust them no more"),
        keep=_("Keep trusting them"),
    )


def move_question(checked: CheckedChannel) -> Question:
    """Return what is asked when a channel says that it lives elsewhere."""
    return Question(
        title=_("Ask {name} at a new address?").format(name=checked.channel.name),
        text=_("They say that their packs are now at {address}. Their signature is good.").format(
            address=checked.moved_to
        ),
        do=_("Ask there from now on"),
        keep=_("Keep the old address"),
    )
