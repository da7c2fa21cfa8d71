"""Every way in which nothing is taken from a channel, or one's own is not changed, has a sentence of its own."""

from __future__ import annotations

import re

from caregiver_app.cli.failures import exit_code_of
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.support.sentences import Audience, kind_of, sentence_for
from caregiver_app.support.sentences.channels import ends_soon_words
from tests.helpers.clock import MONDAY

DAY = 24 * 3600 * 1000


def test_every_trouble_has_a_sentence_of_its_own_and_its_word() -> None:
    for audience in Audience:
        said = set()
        for kind in ChannelTrouble:
            error = ChannelError(kind, "timestamp", expired_at=MONDAY - 40 * DAY, now=MONDAY)
            sentence = sentence_for(error, audience)
            said.add(sentence.happened)
            assert sentence.means, kind
            assert sentence.to_do, kind
            assert_plain(sentence.text)
            assert kind_of(error) == f"channel-{kind.value}"
            assert exit_code_of(error) == 4
        assert len(said) == len(ChannelTrouble)


def test_what_a_maker_is_told_has_its_words_too() -> None:
    for audience in Audience:
        assert_publishing(audience)


def assert_publishing(audience: Audience) -> None:
    said = set()
    for kind in PublishTrouble:
        error = PublishError(kind, "root")
        sentence = sentence_for(error, audience)
        said.add(sentence.happened)
        assert sentence.to_do, kind
        assert "{" not in sentence.text
        assert audience is Audience.COMMAND or not re.search(r"--|caregiver [a-z]", sentence.text), kind
        assert_plain(sentence.text)
        assert kind_of(error) == f"publish-{kind.value}"
        assert exit_code_of(error) == 4
    assert len(said) == len(PublishTrouble)


def test_a_date_that_has_passed_is_told_with_both_dates() -> None:
    """Somebody whose clock is wrong must be able to see it."""
    for kind in (ChannelTrouble.FREEZE, ChannelTrouble.LATE, ChannelTrouble.TOO_OLD, ChannelTrouble.EXPIRED):
        text = sentence_for(ChannelError(kind, "root", expired_at=MONDAY - 40 * DAY, now=MONDAY)).text
        assert "14 October 2026" in text, kind
        assert "23 November 2026" in text, kind


def test_a_root_whose_time_ends_is_told_to_a_maker_with_what_to_do() -> None:
    """Nobody else can sign it, so whoever makes packs is not sent to those who make them."""
    ended = ChannelError(ChannelTrouble.EXPIRED, "root", expired_at=MONDAY - 40 * DAY, now=MONDAY)
    assert "caregiver channel renew FOLDER" in sentence_for(ended, Audience.COMMAND).to_do
    soon = {audience: ends_soon_words("root", audience) for audience in Audience}
    assert "caregiver channel renew FOLDER --keys STICK" in soon[Audience.COMMAND]
    assert "before its two years are over" in soon[Audience.WINDOW]
    for audience, words in soon.items():
        assert_plain(words)
        assert "its key is not here: south" in ends_soon_words("south", audience)


def assert_plain(text: str) -> None:
    assert "!" not in text
    assert "please" not in text.casefold()
    for sentence in re.split(r"(?<=[.?]) ", text):
        assert len(sentence.split()) <= 18, sentence
