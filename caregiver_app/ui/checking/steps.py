"""What a check does to the library, each step with the way back; runs in the library's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.trust import AppraisalDraft, Outcome, Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.checking.sheet_making import keep_reviewer
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


def finish(services: Services, draft: AppraisalDraft, title: str) -> Step[Library]:
    """Return the step that makes a finished draft the check in force; taken back, it is half done again."""

    def step(library: Library) -> Done[Library]:
        made = [services.appraising.appraise(library, draft)]
        keep_reviewer(library, draft.reviewer)

        def undo(later: Library) -> None:
            services.appraising.take_back(later, made[0])
            services.appraising.keep_draft(later, draft)

        def redo(later: Library) -> None:
            made[0] = services.appraising.appraise(later, draft)

        return Done(text=_said(made[0].outcome, title), undo=undo, redo=redo, icon=_icon(made[0].outcome))

    return step


def save_for_later(services: Services, address: str) -> Step[Library]:
    """Return the step that saves a link to be checked; there is nothing to do where that was done before."""

    def step(library: Library) -> Done[Library] | None:
        first = services.appraising.save_for_later(library, address)
        if first is None:
            return None
        saved = [first]

        def redo(later: Library) -> None:
            saved[0] = services.appraising.save_for_later(later, address) or saved[0]

        return Done(
            text=_("Saved. It waits under “To check”"),
            undo=lambda later: services.appraising.take_back_saving(later, saved[0]),
            redo=redo,
        )

    return step


def withdraw(services: Services, subject: Subject, title: str) -> Step[Library]:
    """Return the step by which the person no longer stands by their check."""

    def step(library: Library) -> Done[Library]:
        withdrawn = services.appraising.withdraw(library, subject)
        return Done(
            text=_("You took back your check of “{title}”").format(title=shorten(title, NAME_CHARS)),
            undo=lambda later: services.appraising.stand_by(later, withdrawn),
            redo=lambda later: services.appraising.withdraw(later, subject),
            icon=Icon.UNDO,
        )

    return step


def _said(outcome: Outcome, title: str) -> str:
    patterns = {
        Outcome.VETTED: _("Checked: “{title}”"),
        Outcome.NOT_VETTED: _("Kept your answers. It does not count as checked: “{title}”"),
    }
    return patterns[outcome].format(title=shorten(title, NAME_CHARS))


def _icon(outcome: Outcome) -> Icon:
    return Icon.CHECK if outcome is Outcome.VETTED else Icon.QUESTION
