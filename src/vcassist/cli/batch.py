"""Commands that answer and end: extract, search, ask, assess, whatif, register, explain."""

from __future__ import annotations

import argparse
from typing import Any

from vcassist.chain.facts import Chain, chain_from_json, split_ref
from vcassist.cli.lines import as_json, each_line, needs_jsonl, read_json, text_of
from vcassist.errors import BadInput, NotFound


def extract(args: argparse.Namespace) -> int:
    """Facts and intent of each message on standard input."""
    if not args.jsonl:
        needs_jsonl(args, "read")
    from vcassist.app import open_app
    from vcassist.cli.egress import Tally, settings_for
    from vcassist.interview.reading import gate

    tally = Tally()
    reader = open_app(settings_for(args)).batch_reader(tally.keep)
    empty = Chain()

    def work(given: dict[str, Any]) -> dict[str, Any]:
        message, asked = text_of(given, "message"), given.get("asked")
        if asked is not None:
            split_ref(asked)
        if not message.strip():
            return {"facts": [], "intent": "other"}
        reading = reader.read(message, asked, empty)
        tally.note(reading.note)
        return {"facts": [_plain(f.as_json()) for f in gate(reading, message).facts], "intent": reading.intent}

    code = each_line(work)
    tally.end()
    return code


def _plain(fact: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in fact.items() if k in ("ref", "status", "value", "quote", "start", "end", "by")}


def search(args: argparse.Namespace) -> int:
    """Glossary terms for a query."""
    from vcassist.app import open_app

    glossary = open_app().glossary

    def found(query: str, limit: int) -> dict[str, Any]:
        rows, covered = glossary.search(query, limit)
        return {"results": [{"term": r.term, "score": r.score, "passage": r.text} for r in rows], "covered": covered}

    if args.jsonl:
        return each_line(lambda given: found(text_of(given, "query"), _limit(given.get("limit", args.limit))))
    if not args.query:
        needs_jsonl(args, "look for")
    rows, covered = glossary.search(" ".join(args.query), _limit(args.limit))
    if not covered:
        print("The glossary does not cover that. The nearest it has:\n")
    for row in rows:
        print(f"{row.title}  ({row.term}, {row.score:.2f})\n  {row.text}\n")
    return 0


def _limit(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
        raise BadInput("The limit is not a number from 1 to 100.")
    return value


def ask(args: argparse.Namespace) -> int:
    """A grounded answer with its citations."""
    from vcassist.app import open_app
    from vcassist.cli.egress import Tally, settings_for

    app, tally = open_app(settings_for(args)), Tally()
    if (args.jsonl or args.question) and app.settings.speaker != "templates":
        app.refuse_unagreed()
    if args.jsonl:

        def work(given: dict[str, Any]) -> dict[str, Any]:
            answer = app.answer(text_of(given, "question"), tally.keep)
            return {
                "answer": answer.text,
                "citations": [c.as_json() for c in answer.citations],
                "covered": answer.covered,
            }

        code = each_line(work)
        tally.end()
        return code
    if not args.question:
        needs_jsonl(args, "answer")
    answer = app.answer(" ".join(args.question), tally.keep)
    print(answer.text)
    if answer.citations:
        print("\nFrom the glossary: " + ", ".join(dict.fromkeys(c.term for c in answer.citations)))
        print("General information, not advice on law or medicine.")
    tally.end()
    return 0


def assess(args: argparse.Namespace) -> int:
    """Findings and concentration of a chain."""
    from vcassist.assessment.concentration import concentration
    from vcassist.assessment.evaluate import assess as evaluate
    from vcassist.knowledge.register import load_register
    from vcassist.knowledge.rulebook import load_rulebook

    register, rules = load_register(), load_rulebook()

    def assessed(data: Any) -> dict[str, Any]:
        chain = chain_from_json(data)
        found = evaluate(chain, rules, register)
        return {"findings": [f.as_json() for f in found], "concentration": concentration(chain, register)}

    if args.jsonl:
        return each_line(lambda given: assessed(_chain_in(given)))
    if not args.file:
        needs_jsonl(args, "assess")
    data = read_json(args.file)
    if args.json:
        print(as_json(assessed(data)))
        return 0
    from vcassist.assessment.evaluate import ranked

    chain = chain_from_json(data)
    titles = {r.id: r.title for r in rules}
    for f in ranked(evaluate(chain, rules, register)):
        if f.verdict != "clear":
            needs = f"  needs: {', '.join(f.missing[:4])}{' …' if len(f.missing) > 4 else ''}" if f.missing else ""
            print(f"{f.verdict:8} {f.severity:9} {titles[f.rule]} ({f.id}){needs}")
    return 0


def _chain_in(given: dict[str, Any]) -> dict[str, Any]:
    """The chain of a line: its facts, or those of an object "chain"."""
    chain = given if "facts" in given else given.get("chain")
    return {"facts": chain.get("facts") if isinstance(chain, dict) else None}


def register(args: argparse.Namespace) -> int:
    """One entity of the register, its upstream and its dependants."""
    from vcassist.knowledge.lookup import entity_text
    from vcassist.knowledge.register import load_register

    text = entity_text(" ".join(args.name), load_register())
    if text is None:
        raise NotFound(f"The register does not know {' '.join(args.name)[:80]!r}.", "", "Try another name or spelling.")
    print(text)
    return 0
