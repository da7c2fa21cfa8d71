"""Hosts where many organisations and people publish side by side: there, a host says nothing about who wrote a page."""

from __future__ import annotations

_LISTED = """
www.gov.uk assets.publishing.service.gov.uk api.io.canada.ca www.canada.ca
youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com twitch.tv
bsky.app bsky.social mastodon.social mastodon.online reddit.com redd.it
facebook.com fb.com instagram.com threads.net threads.com x.com twitter.com t.co tiktok.com linkedin.com pinterest.com
tumblr.com snapchat.com whatsapp.com wa.me t.me telegram.me discord.com discord.gg slack.com
wordpress.com blogspot.com blogger.com medium.com substack.com ghost.io typepad.com livejournal.com wixsite.com
squarespace.com weebly.com webflow.io notion.site notion.so github.com github.io gitlab.com codeberg.org
sites.google.com docs.google.com drive.google.com forms.gle groups.google.com feedburner.com feeds.feedburner.com
sharepoint.com onedrive.live.com dropbox.com box.com scribd.com issuu.com slideshare.net calameo.com
mailchi.mp list-manage.com campaign-archive.com mailerlite.com constantcontact.com govdelivery.com
eventbrite.com eventbrite.co.uk justgiving.com gofundme.com change.org surveymonkey.com typeform.com linktr.ee
soundcloud.com spotify.com podcasts.apple.com anchor.fm buzzsprout.com podbean.com acast.com libsyn.com
healthunlocked.com inspire.com patientslikeme.com quora.com
wikipedia.org wikimedia.org archive.org
bit.ly tinyurl.com ow.ly buff.ly
s3.amazonaws.com cloudfront.net herokuapp.com netlify.app vercel.app pages.dev web.app azurewebsites.net
"""

_GENERIC = frozenset(
    ("channel", "c", "user", "profile", "r", "u", "government", "organisations", "groups", "in", "company", "pages")
)
"""Last segments of a path that are everybody's."""

_SHARED = frozenset(_LISTED.split())


def is_shared_host(host: str) -> bool:
    """Return True when `host` (plain form) or its `www.` and `m.` forms are shared by many publishers."""
    return host in _SHARED or host.removeprefix("www.") in _SHARED or host.removeprefix("m.") in _SHARED


def names_publisher(path_prefix: str) -> bool:
    """Return True when a path on a shared host singles out one publisher: `/channel/UC1` does, `/channel` not."""
    segments = [segment for segment in path_prefix.lower().split("/") if segment]
    return bool(segments) and segments[-1] not in _GENERIC
