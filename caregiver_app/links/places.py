"""Places on the web as the tables write them: `HOST`, `HOST/PATH` or `NAME.*/PATH`. Pure.

A host means its subdomains too, and a path all that begins so. `google.*` is google.com and google.co.uk, never
google.evil.example: the name must be all that somebody registered.
"""

from __future__ import annotations

from caregiver_app.support.public_suffixes import registered_part

_ANY_ENDING = ".*"


def is_at(place: str, host: str, path: str) -> bool:
    """Tell whether a page lies at `place`."""
    _host, slash, prefix = place.partition("/")
    return reach(place, host) and (not slash or path.startswith(f"/{prefix}"))


def reach(place: str, host: str) -> bool:
    """Tell whether the host of `place` is `host` or above it."""
    wanted = place.partition("/")[0]
    plain = host.removesuffix(".")
    if wanted.endswith(_ANY_ENDING):
        return wanted.removesuffix("*") in f"{plain}." and _has_name(plain, wanted.removesuffix(_ANY_ENDING))
    return plain == wanted or plain.endswith(f".{wanted}")


def _has_name(host: str, name: str) -> bool:
    """Tell whether what was registered of `host` is called `name`, as a whole or with labels before it."""
    registered = registered_part(host)
    if registered is None:
        return False
    labels = name.split(".")
    own = registered.partition(".")[0]
    return labels[-1] == own and (len(labels) == 1 or host.startswith(f"{name}.") or f".{name}." in host)
