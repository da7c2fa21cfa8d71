"""The one place where facts become sentences for people, in the window and on the command line.

Errors, source states and results of a sync carry facts; here they get words: what happened, what it means, what to do.
Nothing here decides anything, asks for the time or knows of a screen.
"""

from __future__ import annotations

from caregiver_app.support.sentences.addresses import address_sentence
from caregiver_app.support.sentences.care_notices import care_notice_sentence, joined_sentence
from caregiver_app.support.sentences.clean_links import sentence_for_refused_link
from caregiver_app.support.sentences.comparisons import compared_sentence
from caregiver_app.support.sentences.copies import sentence_for_copy, sentence_for_keeping
from caregiver_app.support.sentences.disclosures import disclosure_sentence
from caregiver_app.support.sentences.errors import kind_of, sentence_for
from caregiver_app.support.sentences.links import link_word, sentence_for_link
from caregiver_app.support.sentences.passphrases import strength_word, tip_sentence
from caregiver_app.support.sentences.reasons import sentence_for_reason
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.source_notes import notes_on_source
from caregiver_app.support.sentences.sources import sentence_for_source, state_word
from caregiver_app.support.sentences.syncs import result_word, sentence_for_report, sentence_for_result

__all__ = [
    "Audience",
    "Sentence",
    "address_sentence",
    "care_notice_sentence",
    "compared_sentence",
    "disclosure_sentence",
    "joined_sentence",
    "kind_of",
    "link_word",
    "notes_on_source",
    "result_word",
    "sentence_for",
    "sentence_for_copy",
    "sentence_for_keeping",
    "sentence_for_link",
    "sentence_for_reason",
    "sentence_for_refused_link",
    "sentence_for_report",
    "sentence_for_result",
    "sentence_for_source",
    "state_word",
    "strength_word",
    "tip_sentence",
]
