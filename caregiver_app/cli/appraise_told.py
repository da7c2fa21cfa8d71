"""What `appraise` and `reviews` tell people and, with --json, programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from caregiver_app.cli.appraise_shapes import appraisal_shape, look_shape, review_shape
from caregiver_app.cli.console import Console
from caregiver_app.cli.session import Session
from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.reviews import Reviews
from caregiver_app.model.trust import Appraisal, Subject, SubjectKind
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.appraisals import answer_word, due_sentence, outcome_sentence
from caregiver_app.support.sentences.stamps import day_words, stamp_sentences, stamp_word

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.trust.finding import SubjectLook


def show_look(session: Session, library: Library, subject: Subject) -> None:
    """Print what a check of a subject begins with."""
    from caregiver_app.trust.points import texts_of

    look = session.services.appraising.look(library, subject)
    latest = session.services.appraising.last_day(library, subject)
    if session.console.as_json:
        session.console.document(look_shape(look, texts_of(look.subject.kind), latest))
        return
    console = session.console
    console.line(f"{look.shown.reference}  {look.title}")
    for stamp in look.stamps.statements or (look.stamps.reading,):
        said = stamp_sentences(stamp, of_organisation=look.subject.kind is SubjectKind.ORGANISATION)
        console.paragraphs(f"{stamp_word(stamp)}. {' '.join(said)}")
    for line in _found_lines(look.found):
        console.line(f"- {line}")
    _show_points(console, look)
    # Translators: {day} is e.g. "23 November 2028"
    console.line(_("A check of today counts until {day} at the latest.").format(day=day_words(latest)))


def show_appraisal(session: Session, library: Library, subject: Subject, made: Appraisal) -> None:
    """Print what came of a check that was kept, confirmed or taken back."""
    from caregiver_app.trust.points import texts_of

    appraising = session.services.appraising
    verdict = appraising.judge(made.answers, made.subject.kind)
    stamp = appraising.stamps_of(library, subject).reading
    if session.console.as_json:
        session.console.document(appraisal_shape(made, subject, verdict, stamp.trust.value))
        return
    if made.withdrawn_on is not None:
        session.console.line(_("You took your check back."))
        return
    session.console.line(outcome_sentence(made.outcome))
    asks = {text.point: text.asks for text in texts_of(made.subject.kind)}
    for point in verdict.must_be_yes:
        session.console.line("- " + _("This must be Yes: “{point}”").format(point=asks[point]))
    session.console.line(_("This counts until {day}.").format(day=day_words(made.check_by)))


def show_reviews(console: Console, reviews: Reviews) -> None:
    """Print what is due."""
    if console.as_json:
        console.document([review_shape(review) for review in reviews.due])
        return
    if not reviews.due:
        console.note(_("Nothing is due."))
    for review in reviews.due:
        console.line(f"{review.subject.reference}  {review.title}")
        console.line("    " + " ".join(due_sentence(reason, review) for reason in review.reasons))


def _show_points(console: Console, look: SubjectLook) -> None:
    from caregiver_app.trust.points import group_title, texts_of

    suggested = {one.point: answer_word(one.answer) for one in look.found.suggestions}
    must_be_yes = _("must be Yes")
    for group, texts in groupby(texts_of(look.subject.kind), key=lambda text: text.group):
        console.line(group_title(group))
        for text in texts:
            must = f" ({must_be_yes})" if text.must_be_yes else ""
            console.line(f"  {text.point.value}: {text.asks}{must}")
            if text.point in suggested:
                line = _("What Caregiver found points to: {answer}.").format(answer=suggested[text.point])
                console.line(f"      {line}")


def _found_lines(found: FoundFacts) -> list[str]:
    lines = [found.host] if found.host else []
    if found.tracking:
        lines.append(_("Tracking in its address: {names}").format(names=", ".join(found.tracking)))
    if found.byline:
        lines.append(_("By {author}").format(author=found.byline))
    if found.dated_on is not None:
        lines.append(_("By its own date it is from {day}.").format(day=day_words(found.dated_on)))
    if found.publisher_check_by is not None:
        day = day_words(found.publisher_check_by)
        lines.append(_("Its publisher means to look at it again by {day}.").format(day=day))
    if found.grade is not None:
        # Translators: {grade} is a school grade, e.g. "8"
        lines.append(_("Reading level: grade {grade}").format(grade=format_number(round(found.grade))))
    if found.advertising:
        lines.append(_("Advertising in the page: {hosts}").format(hosts=", ".join(found.advertising)))
    return lines
