"""What a set-up file would do, in words, before anything is done. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_app.model.set_up import SetUp, SetUpChannel, SetUpUpdates
from caregiver_app.support.i18n import format_number, language_name, ngettext, speaks
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import place_name
from caregiver_app.ui.theme.scale import nearest_step


def set_up_lines(set_up: SetUp, *, steps_follow: bool) -> tuple[tuple[str, str], ...]:
    """Return each thing that would be set, with what to, in the first steps or once they are over."""
    return tuple(_lines(set_up, steps_follow))


def _lines(set_up: SetUp, steps_follow: bool) -> Iterator[tuple[str, str]]:
    if set_up.language:
        yield _("Language"), _language(set_up.language)
    if set_up.country:
        yield _("Country"), place_name(set_up.country)
    if set_up.text_size is not None:
        # Translators: {percent} is a text size, 100 to 200
        yield _("Text size"), _("{percent}%").format(percent=nearest_step(set_up.text_size))
    if set_up.updates is not None:
        yield _("Get updates"), _updates(set_up.updates)
    if set_up.starter:
        yield _("Packs that come with Caregiver"), _ticked(len(set_up.starter), steps_follow)
    if set_up.channel is not None and set_up.channel.copy:
        yield _("Packs on the stick"), _of_stick(len(set_up.packs))
    if set_up.channel is not None and set_up.channel.address:
        yield _("Where their news are"), _news(set_up.channel)


def _language(tag: str) -> str:
    name = language_name(tag) or tag
    if speaks(tag):
        return name
    # Translators: {name} is a language
    return _("{name}, which Caregiver does not speak yet. It goes on in this one.").format(name=name)


def _updates(when: SetUpUpdates) -> str:
    if when is SetUpUpdates.DAILY:
        return _("Once a day, when the window opens. Your computer then asks the sources that are on.")
    return _("Only when you press the button.")


def _ticked(count: int, steps_follow: bool) -> str:
    if not steps_follow:
        return _("You can add these in Packs, under More packs.")
    words = ngettext("{count} stands ticked one step further on.", "{count} stand ticked one step further on.", count)
    return words.format(count=format_number(count))


def _of_stick(count: int) -> str:
    after = _("First you compare their signs with those on paper or by phone.")
    if not count:
        return after
    words = ngettext("{count} pack is wanted.", "{count} packs are wanted.", count).format(count=format_number(count))
    return f"{words} {after}"


def _news(channel: SetUpChannel) -> str:
    # Translators: {address} is a web address; the signs keep its direction
    return _("{address}, asked only when you press for it.").format(address=f"\u2066{channel.address}\u2069")
