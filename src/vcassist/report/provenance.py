"""How a report came to be: origin, method, limits, editions and digests, and the sources with their dates."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vcassist import __version__
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain
from vcassist.interview.receipts import receipts_in
from vcassist.interview.session import Session
from vcassist.report.materials import Framework, asset_digests
from vcassist.report.model import ChainMap, FindingGroup, SourceView
from vcassist.report.spoken import spoken_in
from vcassist.report.words import clean, plural

# A turn that read several files has their names in one line; a comma within a name stands behind no suffix.
_NEXT_FILE = re.compile(r"(?<=\.[A-Za-z]{2}), |(?<=\.[A-Za-z0-9]{3}), |(?<=\.[A-Za-z0-9]{4}), |(?<=\.[A-Za-z]{8}), ")

# The part of a law that a source is cited for.
_ARTICLE = re.compile(r", (Articles? \d[^:;]*)$")


def digest_of(data: Any) -> str:
    """SHA-256 of data as canonical JSON: keys sorted, no white space, UTF-8."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def origin(session: Session | None, chain: Chain) -> str:
    """Where the facts come from, in one sentence."""
    if session is None:
        return f"Made from a chain file with {plural(len(chain.facts), 'fact')}; what was said, and by whom, is not part of it."
    said = sum(1 for t in session.live if t.said.strip())
    documents = list(dict.fromkeys(clean(name) for t in session.live for name in _NEXT_FILE.split(t.document) if name))
    listed = f"from {plural(len(documents), 'document')}: {', '.join(documents)}"
    if not said and documents:
        return f"Made {listed}; nobody was interviewed (session {session.id})."
    read = f" and {listed}" if documents else ""
    begun = f"Made from an interview begun on {session.created[:10]}"
    return f"{begun}, with {plural(said, 'message')} of a person{read} (session {session.id})."


def method(session: Session | None, app: Any) -> tuple[str, ...]:
    """How the report was made, each paragraph by itself."""
    return (
        "The facts are what a person said, wrote or confirmed. A fact is kept only with the words it rests on; a "
        "chain file may "
        "leave these out, and then the report says so. The latest word on a field counts; what it replaced is in the "
        "annex.",
        "Each rule looks at the facts and is raised, ruled out or undecided. An undecided rule names the fields that "
        "would decide "
        "it. The same facts always give the same findings; no language model takes part in that.",
        "Severity is likelihood times impact, each from 1 to 4: up to 3 low, up to 6 medium, up to 9 high, above "
        "that critical. "
        "Some facts raise or lower one of the two; the finding says which.",
        "Concentration is the Herfindahl-Hirschman Index: the squared shares in per cent, summed, of the components "
        "whose supplier "
        "is known. Direct counts the supplier named; ultimate counts the head of its group.",
        "What stands behind a supplier comes from a register of public records, each with source and date. It is "
        "drawn with broken "
        "lines and never counted as said by a person.",
        "Every sentence of the first page cites its evidence and passed a check that its names, numbers and "
        "judgements occur there. "
        "What failed was removed and is listed in the annex.",
        _model_used(session, app),
    )


def _model_used(session: Session | None, app: Any) -> str:
    prompts = sorted({p for t in session.live for p in t.prompts}) if session else []
    receipts = receipts_in(session.extra) if session else ()
    to = ", ".join(dict.fromkeys(clean(r.to) for r in receipts))
    sent = f" Words were sent out, to {to}; each call is listed below." if receipts else ""
    wrote = spoken_in(session.extra, digest_of(session.chain.as_json())) if session else None
    short = (
        f" The summary was written by {clean(wrote.by)} (prompt {clean(wrote.prompt)}) and checked sentence by sentence."
        if wrote
        else ""
    )
    if prompts:
        model = getattr(getattr(app, "settings", None), "model", "") or "a language model that is no longer configured"
        return f"Messages were read with the help of {clean(model)}; the prompts used are {', '.join(prompts)}.{short}{sent}"
    if session is None:
        return (
            "The chain file does not tell whether a language model helped to write it. None was used for this report."
        )
    if wrote is not None or receipts:
        return f"No language model took part in reading the messages.{short}{sent}"
    return "No language model was used."


LIMITS = (
    "The report can only be as complete as the answers. What was not said is not in it, and silence is not safety.",
    "Nobody has checked the answers against contracts, systems or suppliers. The questions to suppliers are there "
    "for that.",
    "The register holds what suppliers and authorities published by the date given; arrangements change, and some "
    "are not public.",
    "This is no legal advice. Where a law is named, ask the authority or a lawyer what it asks of you.",
    "Each form of this report except the csv and the letters carries a digest, by which `vcassist verify` finds a later change. It shows that a file was "
    "changed, not who wrote it. Content credentials (C2PA) would need a certificate of the organisation and are not embedded: PDF could "
    "hold them, while html, docx, md and json have no agreed place for them.",
)


def versions(chain: Chain, register: Register, session: Session | None) -> dict[str, str]:
    """What exactly the report was made with: program, and digests of the knowledge and of the facts."""
    found = {"vcassist": __version__, "facts": digest_of(chain.as_json()), **asset_digests()}
    found["register as of"] = register.as_of or "no date"
    prompts = sorted({p for t in session.live for p in t.prompts}) if session else []
    if prompts:
        found["prompts used"] = ", ".join(prompts)
    return found


def sources(
    register: Register,
    chain_map: ChainMap,
    groups: Iterable[FindingGroup],
    entries: Mapping[str, Any],
    frameworks: Mapping[str, Framework],
    supplier_names: Sequence[str],
) -> tuple[SourceView, ...]:
    """The public sources behind what this report shows.

    Register records, glossary entries and frameworks, with dates.
    """
    listed = _Sources()
    wanted = [(clean(n), known.source) for n in supplier_names if (known := register.supplier(n))]
    wanted += [
        (f"{e.start.partition(':')[2]} {e.what} {e.end.partition(':')[2]}", e.source)
        for e in chain_map.edges
        if e.origin == "register"
    ]
    for used_for, source_id in wanted:
        s = register.sources.get(source_id)
        listed.add("register", used_for, *((s.title, s.publisher, s.date, s.url) if s else (source_id, "", "", "")))
    shown = list(groups)
    for slug in dict.fromkeys(t.slug for g in shown for t in g.terms):
        for n, source in enumerate(entries[slug].sources):
            told = (source.title, source.publisher, str(source.date), source.url)
            listed.add("glossary", entries[slug].title, *told, term="" if n else slug)
    for framework_id in dict.fromkeys(c.id.partition(":")[0] for g in shown for c in g.controls):
        if framework_id in frameworks:
            f = frameworks[framework_id]
            listed.add("framework", "", f"{f.title}, {f.edition}", f.publisher, f.date, f.url)
    return listed.views()


class _Sources:
    """Public documents, each once with all that it is used for: of a law that is cited article by article, the articles there."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str, str], dict[str, dict[str, None]]] = {}
        self._terms: dict[tuple[str, str, str], list[str]] = {}
        self._url: dict[tuple[str, str, str], str] = {}

    def add(self, kind: str, used_for: str, *document: str, term: str = "") -> None:
        """``document``: title, publisher, date, address."""
        title, publisher, date, url = document
        if article := _ARTICLE.search(title):
            title, used_for = title[: article.start()], f"{used_for} ({article[1]})"
        key = (title, publisher, date)
        self._url.setdefault(key, url)
        self._used.setdefault(key, {}).setdefault(kind, {})[used_for] = None
        if term:
            self._terms.setdefault(key, []).append(term)

    def views(self) -> tuple[SourceView, ...]:
        found = []
        for key, kinds in self._used.items():
            uses = (f"{kind}: {', '.join(names)}" if any(names) else kind for kind, names in kinds.items())
            terms = tuple(self._terms.get(key, ()))
            found.append(SourceView("; ".join(uses), *key, self._url[key], f"term-{terms[0]}" if terms else "", terms))
        return tuple(found)
