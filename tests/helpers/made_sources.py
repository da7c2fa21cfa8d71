"""Sources as lists show them, made without a library."""

from __future__ import annotations

from caregiver_app.model.source import Source, SourceFormat, SourceId, SourceKind, SourceState


def a_source(
    number: int = 1,
    *,
    url: str = "https://example.org/feed",
    title: str = "A source",
    topics: tuple[str, ...] = (),
    homepage: str = "",
    language: str = "",
    format: SourceFormat = SourceFormat.FEED,
    allow_private: bool = False,
) -> Source:
    """Return a source that was never fetched."""
    return Source(
        id=SourceId(number),
        uid=f"user/{number}",
        url=url,
        title=title,
        organisation_id=None,
        organisation="",
        kind=SourceKind.NEWS,
        format=format,
        language=language,
        country="",
        homepage=homepage,
        topics=topics,
        enabled=True,
        asks_first=False,
        allow_private=allow_private,
        state=SourceState.NEVER_FETCHED,
        reason="",
        reason_detail="",
        last_checked_at=None,
        last_good_at=None,
        next_due_at=None,
        entries=0,
    )
