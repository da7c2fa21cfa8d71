"""What a set-up file puts into the library, as functions for the library's own thread. It can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.set_up import SetUp
from caregiver_app.support.i18n import speaks
from caregiver_app.ui.automatic_updates import WHEN
from caregiver_app.ui.first_run.packs_step import NAMED

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpChoices:
    """Where somebody lives and what they read, when updates come, and which starter packs stand ticked."""

    country: str
    language: str
    when: str
    named: str


def chosen_now(library: Library) -> SetUpChoices:
    """Return what holds."""
    country, language = library.topics.place()
    return SetUpChoices(
        country=country,
        language=language,
        when=library.choices.get(WHEN, ""),
        named=library.choices.get(NAMED, ""),
    )


def with_set_up(now: SetUpChoices, set_up: SetUp) -> SetUpChoices:
    """Return what holds once a set-up file is followed; what it leaves out stays."""
    return SetUpChoices(
        country=set_up.country or now.country,
        language=set_up.language.partition("-")[0] if speaks(set_up.language) else now.language,
        when=now.when if set_up.updates is None else set_up.updates.value,
        named=" ".join(set_up.starter) or now.named,
    )


def put_choices(library: Library, choices: SetUpChoices) -> None:
    """Make these the choices, all or none."""
    with library.write("first-run.set-up"):
        library.topics.live_in(choices.country, choices.language)
        library.choices.put(WHEN, choices.when)
        library.choices.put(NAMED, choices.named)
