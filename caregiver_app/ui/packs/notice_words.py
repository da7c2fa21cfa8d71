"""What should be known of a channel besides its packs: its names, its age, its publishers, where it went. Pure."""

from __future__ import annotations

from caregiver_app.model.channel import CheckedChannel
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _


def notices(checked: CheckedChannel) -> tuple[str, ...]:
    """Return a sentence for everything that is out of the ordinary."""
    said: list[str] = []
    name = checked.channel.name
    if checked.clock_behind:
        said.append(_("The date of this computer seems to be wrong. Set it, so that news can be told from old."))
    elif not checked.is_fresh:
        said.append(_("There may be newer packs of {name} than these.").format(name=name))
    said += [
        _("The signature of {publisher} has run out. Their packs wait for a new one.").format(publisher=each)
        for each in checked.lapsed
    ]
    return (*changes_of(checked), *said)


def changes_of(checked: CheckedChannel) -> tuple[str, ...]:
    """Return a sentence for what is told of a channel once, when it is new: another look does not find it again."""
    said: list[str] = []
    if checked.name_before:
        words = _("{name} called themselves {before} until now.")
        said.append(words.format(name=checked.channel.name, before=checked.name_before))
    said += [_("{publisher} publishes here no more.").format(publisher=each) for each in checked.revoked]
    return tuple(said)


def quiet_notices(checked: CheckedChannel) -> tuple[str, ...]:
    """Return the notices for a look that nobody waits for: a new address is asked about at the next press."""
    if not checked.moved_to:
        return notices(checked)
    moved = _("{name} can now be found at a new address. Press Look for newer packs to go there.")
    return (*notices(checked), moved.format(name=checked.channel.name))


def newer_words(count: int) -> str:
    """Return how many packs have a newer version, in words."""
    words = ngettext("{count} pack has a newer version.", "{count} packs have a newer version.", count)
    return words.format(count=format_number(count))
