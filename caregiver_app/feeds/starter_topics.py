"""The titles of the topics that starter content brings, in the person's language.

The library keeps the English title; whoever shows a topic asks here. The ids are those of the starter content and stay:
choices hang on them.
"""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _


def topic_title(topic_id: str, kept: str) -> str:
    """Return what a topic is called; `kept` (the library's title) for topics that are not of the starter content."""
    return starter_titles().get(topic_id, kept)


def starter_titles() -> dict[str, str]:
    """Return the titles by topic id, in the order in which people see them."""
    return {
        # Translators: a topic that people choose: how those who care stay well, benefits, money.
        "carer-wellbeing": _("Carer wellbeing and money"),
        "dementia": _("Dementia"),
        # Translators: a topic: heart failure and other conditions of the heart.
        "heart": _("Heart"),
        "stroke": _("Stroke"),
        "diabetes": _("Diabetes"),
        "cancer": _("Cancer"),
        # Translators: a topic: outbreaks, recalled medicines, food and devices.
        "alerts": _("Public-health alerts and recalls"),
        "scams": _("Misinformation and scams"),
        "mental-health": _("Mental health"),
        # Translators: a topic: being hurt or threatened by somebody, not wanting to live any more.
        "crisis": _("Abuse and crisis"),
        "end-of-life": _("End of life and bereavement"),
    }


def topic_words(topic_id: str) -> str:
    """Return everyday words by which people look for a topic beside its title, "" for one that has none."""
    return {
        # Translators: words that find phone lines, in any order
        "carer-wellbeing": _("carer caregiver caring tired break money benefits"),
        # Translators: words that find phone lines, in any order; all names that families give to it
        "dementia": _("Alzheimer's Alzheimer memory forgetting confused Lewy vascular"),
        # Translators: words that find phone lines, in any order
        "heart": _("heart attack cardiac failure blood pressure"),
        # Translators: words that find phone lines, in any order; all names that families give to it
        "stroke": _("stroke TIA brain attack bleed clot aphasia"),
        # Translators: words that find phone lines, in any order
        "diabetes": _("diabetes diabetic blood sugar glucose insulin"),
        # Translators: words that find phone lines, in any order
        "cancer": _("tumour tumor leukaemia leukemia chemotherapy"),
        # Translators: words that find phone lines, in any order
        "scams": _("scam fraud trick fake hoax rumour phishing thief stolen"),
        # Translators: words that find phone lines, in any order
        "mental-health": _("depression anxiety sad low worry nerves"),
        # Translators: words that find phone lines, in any order
        "end-of-life": _("palliative hospice dying terminal grief"),
    }.get(topic_id, "")
