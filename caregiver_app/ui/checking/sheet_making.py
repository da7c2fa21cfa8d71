"""Makes the sheet that the check drawer shows; runs in the library's thread and knows nothing of Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.trust import Answer, Appraisal, AppraisalDraft, Point, Reviewer, Subject
from caregiver_app.model.trust import SubjectKind as Kind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.trust.points import PointText, group_title, texts_of
from caregiver_app.trust.verdict import TOO_MANY_CANNOT_TELL, TOO_MANY_NO
from caregiver_app.ui.checking.answer_choice import answer_words
from caregiver_app.ui.checking.check_sheet import CheckSheet, GroupWords
from caregiver_app.ui.checking.next_checks import next_checks
from caregiver_app.ui.checking.point_row import PointWords
from caregiver_app.ui.checking.verdict_words import must_words, rule_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

REVIEWER = "reviewer"
"""The choice under which the library keeps what people called themselves in their last check."""


def take_sheet(services: Services, library: Library, subject: Subject) -> CheckSheet:
    """Return all that is shown of a subject, with what was answered before: a check begun, else the last one made.

    Raises:
        UnknownItem: it is not there any more.
    """
    look = services.appraising.look(library, subject)
    begun = library.appraisals.draft(look.subject) or library.appraisals.draft(look.shown)
    last = library.appraisals.in_force(look.subject)
    draft = begun or _from_before(library, look.shown, last)
    publisher = look.found.publisher_check_by
    return CheckSheet(
        subject=look.shown,
        title=look.title,
        language=look.language,
        groups=groups_of(look.shown.kind, look.found),
        rule=rule_words(too_many_no=TOO_MANY_NO, too_many_unsure=TOO_MANY_CANNOT_TELL),
        found=look.found,
        draft=draft,
        begun=begun is not None,
        last=last,
        next_checks=next_checks(look.span, today=look.today, publisher=publisher, chosen=draft.check_by),
        stamps=look.stamps.statements or (look.stamps.reading,),
        history=services.appraising.history(library, subject),
    )


def groups_of(kind: Kind, found: FoundFacts | None) -> tuple[GroupWords, ...]:
    """Return the points of a kind of subject under their headings, with what was found for each."""
    hints = {one.point: one.answer for one in found.suggestions} if found is not None else {}
    return tuple(
        GroupWords(heading=group_title(group), points=tuple(_words(text, hints) for text in texts))
        for group, texts in groupby(texts_of(kind), key=lambda text: text.group)
    )


def keep_reviewer(library: Library, reviewer: Reviewer) -> None:
    """Remember what the person called themselves, for their next check."""
    said = {"role": reviewer.role, "name": reviewer.name, "organisation": reviewer.organisation}
    library.choices.put(REVIEWER, json.dumps(said))


def last_reviewer(library: Library) -> Reviewer:
    """Return what the person called themselves in their last check, nothing where there was none."""
    try:
        said = json.loads(library.choices.get(REVIEWER, "") or "{}")
    except ValueError:
        return Reviewer()
    fields = {name: said.get(name, "") for name in ("role", "name", "organisation")} if isinstance(said, dict) else {}
    return Reviewer(**{name: value for name, value in fields.items() if isinstance(value, str)})


def _from_before(library: Library, subject: Subject, last: Appraisal | None) -> AppraisalDraft:
    if last is None:
        return AppraisalDraft(subject=subject, reviewer=last_reviewer(library))
    return AppraisalDraft(subject=subject, answers=last.answers, reviewer=last.reviewer)


def _words(text: PointText, hints: Mapping[Point, Answer]) -> PointWords:
    hint = hints.get(text.point)
    # Translators: {answer} is "Yes", "No" or "Not sure"
    found = "" if hint is None else _("What Caregiver found points to: {answer}.").format(answer=answer_words()[hint])
    must = must_words() if text.must_be_yes else ""
    return PointWords(point=text.point, asks=text.asks, helps=text.helps, must=must, found=found)
