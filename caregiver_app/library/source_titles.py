"""What a source is called wherever it is shown. A piece of SQL, so that lists can be sorted and narrowed by it."""

from __future__ import annotations

SHOWN_TITLE = """
    coalesce(
        c.title, nullif(s.title, ''), nullif(st.feed_title, ''),
        substr(s.url, instr(s.url, '://') + 3, instr(substr(s.url, instr(s.url, '://') + 3) || '/', '/') - 1)
    )
"""
"""The person's own title, the one it was added with, the publisher's, else the host alone: an address may hold a token.

It stands on `source AS s LEFT JOIN source_choice AS c LEFT JOIN source_state AS st`.
"""
