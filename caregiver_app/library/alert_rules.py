"""Which notice is shown in red, and which are about medicines. Pure; docs/notices.md tells the rule to people.

In doubt a notice is calm: an alarm that does not concern a family teaches it to look away. In doubt a recall is of a
medicine: the advice not to stop one by oneself harms nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caregiver_app.library.recall_class import is_first_class
from caregiver_app.model.alert import AlertFacts, AlertKind, Standing
from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.library.alerts import AlertRow

_WHOLE_COUNTRY = 2  # "GB-SCT" speaks for a part of GB

_OF_MANY = ("INT", "EU")
_SEVERE = ("Extreme", "Severe")

_TO_PEOPLE = r"\b(?:patient|consumer)[ /-](?:or user )?level\b|\bnivel (?:de |del )?(?:pacientes?|consumidor(?:es)?)\b"

_PROFESSIONALS = (
    r"\bdrug safety update|\bfield safety notices?\b|\bhealth ?care (?:professional|provider)|\bfor (?:clinicians|"
    r"prescribers|pharmac(?:ists|ies))\b|\bhealth alert network\b|\bmedicine(?:s)? supply (?:notification|notice)|"
    r"\bshortages?\b|\bsupply (?:disruption|problem)|\bprofesionales? sanitari|\bproblemas? de suministro|"
    r"\bnational patient safety alert"
)
_OTHER_PRODUCTS = (
    r"\bfoods?\b|\baliment|\bconsumer products?\b|\bcpsc\b|\bcfia\b|\bfsis\b|\bfsa\b|\bmeat\b|\ballerg(?:y alert|en)|"
    r"\btoys?\b|\bvehicles?\b|\bstrollers?\b"
)
_MEDICINES = (
    r"\bmedicin|\bdrugs?\b|\btablets?\b|\bcapsules?\b|\binjections?\b|\bpharma|\bmedicamento|\bcomprimidos?\b|"
    r"\b\d+ ?m[gl]\b"
)


def standing_of(alert: AlertRow, *, country: str, now: Millis, named: bool) -> Standing:
    """Return how a notice that is in force stands for somebody who lives in `country` (ISO 3166, "": not known).

    `named` says that open care notes name something in it (`alert_names.named_words`).
    """
    if is_for_professionals(alert):
        return Standing.FOR_PROFESSIONALS
    if named:
        return Standing.NAMED_IN_NOTES if _may_name(country, alert) else Standing.NAMED_ELSEWHERE
    if not country:
        return Standing.COUNTRY_UNKNOWN
    if not is_of(country, alert):
        return Standing.OTHER_COUNTRY
    return Standing.TOP_CLASS if _is_top_class(alert, now) else Standing.LOWER_CLASS


def is_for_professionals(alert: AlertRow) -> bool:
    """Return whether it is written for those who treat, supply or prescribe.

    Words say so of recalls alone: an alert that water is short is for everybody who drinks.
    """
    if alert.source.for_professionals or alert.facts.kind is not AlertKind.RECALL:
        return alert.source.for_professionals
    return _holds(_PROFESSIONALS, f"{alert.source.title}\n{alert.title}")


def is_about_medicine(alert: AlertRow) -> bool:
    """Return whether the advice not to stop a medicine belongs beside it."""
    if alert.facts.kind is not AlertKind.RECALL:
        return False
    said = f"{alert.source.title}\n{alert.source.organisation}\n{alert.title}"
    return _holds(_MEDICINES, alert.title) or not _holds(_OTHER_PRODUCTS, said)


def speaks_for(said: str, country: str) -> bool:
    """Return whether a source of the country `said` speaks for that country: for it, a part, or the whole of it."""
    whole = said[:_WHOLE_COUNTRY] == country[:_WHOLE_COUNTRY] and said != "INT"
    return whole and (len(said) == _WHOLE_COUNTRY or said == country or len(country) == _WHOLE_COUNTRY)


def is_of(country: str, alert: AlertRow) -> bool:
    """Return whether it speaks for that country ("": not known): said by its source, or by who added it wordlessly."""
    said = alert.source.country
    if not said:
        return alert.source.own
    return speaks_for(said, country)


def _may_name(country: str, alert: AlertRow) -> bool:
    """Return whether it may stand in red for what it names: of one's country, of many, or of one's own source.

    Where nobody said where they live, any country is theirs that a source says: they have it on.
    """
    said = alert.source.country
    return alert.source.own or said in _OF_MANY or (said != "" and (not country or speaks_for(said, country)))


def _is_top_class(alert: AlertRow, now: Millis) -> bool:
    if alert.facts.kind is AlertKind.RECALL:
        to_people = _holds(_TO_PEOPLE, f"{alert.title}\n{alert.lead}")
        return to_people or is_first_class(alert.title, alert.lead)
    return _is_severe_and_near(alert.facts, now)


def _is_severe_and_near(facts: AlertFacts, now: Millis) -> bool:
    over = facts.expires_at is not None and facts.expires_at <= now
    return facts.severity in _SEVERE and facts.is_near and not over


def _holds(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
