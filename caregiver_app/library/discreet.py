"""Which articles leave no sign that somebody read them: those about abuse and crisis. The one place that knows.

Who lives with somebody who looks over their shoulder must be able to read them. They get no read mark and never count
as new, for a number that falls tells as much as a mark does. What a person saves or collects stays: they asked for it.
"""

from __future__ import annotations

DISCREET_TOPICS = ("abuse", "crisis")
"""The ids of these topics, in starter content and in whatever else brings topics."""

_TOPICS = ", ".join(f"'{topic}'" for topic in DISCREET_TOPICS)
_SOURCES = f"SELECT source_id FROM source_topic WHERE topic_id IN ({_TOPICS})"

DISCREET_ITEMS = f"""
    SELECT item_id FROM article_entry WHERE source_id IN ({_SOURCES})
"""
"""Selects these articles; an article that other sources carry too is one of them. Few, and found by indexes."""

DISCREET_TEXTS = f"""
    SELECT o.item_id FROM origin AS o CROSS JOIN json_each(o.fields, '$.topics') AS t WHERE t.value IN ({_TOPICS})
"""
"""Selects what packs bring under such a topic: guides, checklists, links, phone lines."""

DISCREET_ORGANISATIONS = f"""
    SELECT organisation_id FROM source WHERE organisation_id IS NOT NULL AND id IN ({_SOURCES})
"""
"""Selects the organisations that publish on such a topic, among whatever else."""
