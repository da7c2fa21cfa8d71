"""Makes `resources/links/tracking.json` and `wrappers.json`: what links are cleaned of, and what they are wrapped in.

    python3 packaging/make_link_rules.py FOLDER     write both from the public lists in FOLDER
    python3 packaging/make_link_rules.py --own      add our own tables to what is there, for want of the lists
    python3 packaging/make_link_rules.py --check    say whether what is there keeps the rules (exit 1 when not)

FOLDER holds Brave's query filter, clean urls and debounce lists (adblock-lists, MPL-2.0), DuckDuckGo's tracking
parameters (privacy-configuration, Apache-2.0), Firefox's query stripping list (MPL-2.0) and the tracking query params
registry (Unlicense). Names are facts; only names and the places where they mean a visitor are taken. Our own additions,
most of them of those who send mail for charities, are in `links/names.csv` and `links/wrappers.csv`. Standard library
only, no network, the same bytes every time.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
OWN = Path(__file__).resolve().parent / "links"
OUTPUT = PROJECT / "resources" / "links"

EVERYWHERE = ""
SOMEWHERE_ONLY = {
    "si": ("youtube.com", "youtu.be", "spotify.com"),
    **dict.fromkeys(("campid", "customid", "mkcid", "mkevt", "mkrid", "toolid"), ("ebay.*",)),
}
"""Names that the registry holds for one service and that mean something else on other sites."""

MANY = 4
"""From so many sites of one name (amazon.de, amazon.fr ...) on, all with that name are meant."""

_TRIALS = re.compile(r"brave_testing|dev-pages\.brave")
_SECOND_LEVEL = frozenset({"co", "com", "net", "org", "gov", "ac"})
_PLACE = re.compile(r"[a-z0-9.*-]+(?:/[^*?\s]*)?")
_NAME = re.compile(r"[a-z0-9_.$\[\]%@:-]{1,40}\*?")

Names = dict[str, set[str]]


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    if arguments == ["--check"]:
        found = problems()
        print("\n".join(found) or "The rules for links are sound.")
        return 1 if found else 0
    if len(arguments) != 1 or "--help" in arguments:
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    folder = Path(arguments[0])
    own = arguments == ["--own"]
    tracking = tracking_with_own() if own else make_tracking(folder)
    wrappers = wrappers_with_own() if own else make_wrappers(folder)
    there = _written("wrappers.json")
    print(f"New: {count_new(tracking['names'])} names, {sum(rule not in there for rule in wrappers)} wrappers")
    _write("tracking.json", tracking)
    _write("wrappers.json", wrappers)
    return 0


def count_new(names: dict[str, list[str]]) -> int:
    """Return how many of these names, by place, are not there yet."""
    there = _written("tracking.json")["names"]
    return sum(name not in there.get(place, ()) for place, held in names.items() for name in held)


def make_tracking(folder: Path) -> dict[str, Any]:
    """Return the names by the place where they mean nothing but a visitor; `NAME*` is a family, "" is everywhere.

    And the hosts that are `untouched`, because their pages do not work without such names.
    """
    return {"untouched": sorted(_untouched(folder)), "names": _names(folder)}


def tracking_with_own() -> dict[str, Any]:
    """Return the names that are there and ours: nothing is taken away without the lists."""
    there = _written("tracking.json")
    held = [(name, place) for place, names in there["names"].items() for name in names]
    return {**there, "names": _by_place((*held, *_own_names()))}


def _names(folder: Path) -> dict[str, list[str]]:
    return _by_place((*_of_lists(folder), *_of_sites(folder), *_own_names()))


def _by_place(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    names: Names = defaultdict(set)
    for name, place in found:
        for where in SOMEWHERE_ONLY.get(name, (place,)):
            names[where].add(name)
    families = tuple(name[:-1] for name in names[EVERYWHERE] if name.endswith("*"))
    for place in names:
        names[place] = {name for name in names[place] if name.endswith("*") or not name.startswith(families)}
    for place in names.keys() - {EVERYWHERE}:
        names[place] -= names[EVERYWHERE]
    return {place: sorted(held) for place, held in sorted(names.items()) if held}


def make_wrappers(folder: Path) -> list[dict[str, str]]:
    """Return the rules by which a wrapped link is unwrapped, our own first."""
    return _own_first(_debounced(folder))


def wrappers_with_own() -> list[dict[str, str]]:
    """Return our rules and those that are there."""
    return _own_first(_written("wrappers.json"))


def _own_first(others: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    own = [{key: value for key, value in row.items() if value} for row in _table("wrappers.csv")]
    known = {(rule["place"], rule.get("name", "")) for rule in own}
    listed = [rule for rule in others if (rule["place"], rule.get("name", "")) not in known]
    return own + sorted(listed, key=lambda rule: (rule["place"], rule.get("name", "")))


def problems() -> list[str]:
    """Return which rules the files break."""
    tracking = _written("tracking.json")["names"]
    wrappers = _written("wrappers.json")
    found = [f"no place: {place}" for place in tracking if place and not _PLACE.fullmatch(place)]
    found += [f"no name: {name}" for names in tracking.values() for name in names if not _NAME.fullmatch(name)]
    found += [f"not everywhere: {name}" for name in SOMEWHERE_ONLY if name in tracking[EVERYWHERE]]
    found += [f"not in the file: {name}" for name, place in _own_names() if not _is_in(tracking, name, place)]
    found += [f"no place: {rule['place']}" for rule in wrappers if not _PLACE.fullmatch(rule["place"])]
    return found


def _is_in(tracking: dict[str, list[str]], name: str, place: str) -> bool:
    if name in tracking[EVERYWHERE] or name in tracking.get(place, ()):
        return True
    return name.startswith(tuple(each[:-1] for each in tracking[EVERYWHERE] if each.endswith("*")))


def _untouched(folder: Path) -> Iterator[str]:
    """Yield the hosts that DuckDuckGo leaves alone, but for those that only wrap links of others."""
    duck = json.loads((folder / "duckduckgo-tracking-parameters.json").read_text(encoding="utf-8"))
    wrapping = {row["place"].partition("/")[0] for row in _table("wrappers.csv")}
    return (each["domain"] for each in duck["exceptions"] if each["domain"] not in wrapping)


def _of_lists(folder: Path) -> Iterator[tuple[str, str]]:
    duck = json.loads((folder / "duckduckgo-tracking-parameters.json").read_text(encoding="utf-8"))
    fox = json.loads((folder / "firefox-query-stripping.json").read_text(encoding="utf-8"))
    with (folder / "tracking-query-params-registry.csv").open(encoding="utf-8", newline="") as file:
        registry = [row["name"] for row in csv.DictReader(file)]
    for name in (*duck["settings"]["parameters"], *(rule["paramPattern"] for rule in fox["rules"]), *registry):
        yield name.strip().lower(), EVERYWHERE


def _of_sites(folder: Path) -> Iterator[tuple[str, str]]:
    for file in ("brave-query-filter.json", "brave-clean-urls.json"):
        for rule in json.loads((folder / file).read_text(encoding="utf-8")):
            for place in _places(rule["include"]):
                for name in rule["params"]:
                    if not _TRIALS.search(f"{place} {name}"):
                        yield name.lower().replace("%5b", "[").replace("%5d", "]").replace("%24", "$"), place


def _own_names() -> Iterator[tuple[str, str]]:
    for row in _table("names.csv"):
        for place in row["where"].split(";"):
            yield row["name"].lower(), place


def _debounced(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the rules that find the target in a parameter; those that find it in a path are among our own."""
    for rule in json.loads((folder / "brave-debounce.json").read_text(encoding="utf-8")):
        coding = {"redirect": "", "base64,redirect": "base64"}.get(rule["action"])
        for place in _places(rule["include"]) if coding is not None else ():
            if not _TRIALS.search(place):
                found = {"place": place, "name": rule["param"], "coding": coding, "scheme": rule.get("prepend_scheme")}
                yield {key: value for key, value in found.items() if value}


def _places(globs: Iterable[str]) -> list[str]:
    """Return `HOST` or `HOST/PATH` for each pattern of an address, sites of one name together as `NAME.*`."""
    places = {_place(glob) for glob in globs}
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place in places:
        host, slash, path = place.partition("/")
        by_name[_name_of(host), slash + path].add(place)
    found = [[f"{name}.*{path}"] if len(held) >= MANY else held for (name, path), held in by_name.items()]
    return sorted(place for held in found for place in held)


def _place(glob: str) -> str:
    host, _slash, path = glob.partition("://")[2].partition("/")
    plain = re.split(r"[*?]", path)[0]
    host = host.removeprefix("*.").removeprefix("www.")
    return EVERYWHERE if host == "*" else host + (f"/{plain}" if plain else "")


def _name_of(host: str) -> str:
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return ".".join(labels)


def _table(name: str) -> list[dict[str, Any]]:
    with (OWN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _written(name: str) -> Any:
    return json.loads((OUTPUT / name).read_text(encoding="utf-8"))


def _write(name: str, value: Any) -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / name).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(value)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
