"""Why something may be believed: the points that a person answers, the rule over the answers, states and stamps.

Decides by facts, a day and nothing else; keeps nothing, and never says that something is true.
"""
