"""Whatever keeps a share from leaving is said in plain words, with what to do; forms and lines have theirs."""

from __future__ import annotations

import pytest

from caregiver_app.cli.failures import REFUSED, exit_code_of
from caregiver_app.model.card import CAN_BE_CHECKED, Candidate, Channel, NotShareable, ShareForm
from caregiver_app.model.clean_link import CleanLink, LinkRefusal
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.sentences import Audience, kind_of, sentence_for
from caregiver_app.support.sentences.shares import channel_word, refusal_sentence, share_heading, share_line
from caregiver_app.ui.share.channel_words import more_channels, usual_channels
from caregiver_app.ui.share.forms import file_name
from tests.helpers.command_line import ROOT
from tests.helpers.sharing import KNOWN, card

PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
SUBJECT = Subject(kind=SubjectKind.ARTICLE, id=1)


@pytest.mark.parametrize("trouble", list(ShareTrouble))
def test_each_trouble_says_what_happened_and_that_nothing_left(trouble: ShareTrouble) -> None:
    error = ShareError(trouble, "3")
    sentence = sentence_for(error)
    assert sentence.happened.endswith(".")
    assert sentence.means == "Nothing was passed on." or trouble is ShareTrouble.NOTHING
    assert (kind_of(error), exit_code_of(error)) == (f"share-{trouble.value}", REFUSED)


@pytest.mark.parametrize("reason", list(NotShareable))
def test_each_reason_says_what_to_do_and_stands_in_the_format(reason: NotShareable) -> None:
    candidate = Candidate(subject=SUBJECT, title="Falls", refused=reason)
    sentence = refusal_sentence(candidate)
    assert sentence.happened.endswith(".")
    assert ("Check it first." in sentence.to_do) == (reason in CAN_BE_CHECKED)
    assert f"`share-{reason.value}`" in PAGE


def test_a_refused_link_says_what_is_in_it_and_a_command_how_to_settle_it() -> None:
    link = CleanLink(input="x", output="", refused=LinkRefusal.UNSURE, doubtful=("member",))
    candidate = Candidate(subject=SUBJECT, title="Falls", refused=NotShareable.LINK_REFUSED, link=link)
    assert "member" in refusal_sentence(candidate).happened
    assert "--leave-out member" in refusal_sentence(candidate, Audience.COMMAND).to_do


def test_forms_have_words_of_their_own_and_a_place_in_the_window() -> None:
    words = {channel_word(channel) for channel in Channel}
    assert sorted((*usual_channels(), *more_channels())) == sorted(Channel)
    assert all(file_name(ShareForm(channel=channel)) for channel in Channel)
    assert len(words) == len(Channel)


def test_what_checked_means_is_said_only_where_a_page_was_checked() -> None:
    known = card("https://example.org/sleep", KNOWN)
    assert share_line([known]) == "General information, not medical advice."
    assert share_line([known, card()]).endswith("It is not medical approval.")
    assert (share_heading([known]), share_heading([known, known])) == (
        "A page that may help",
        "2 pages that may help",
    )
