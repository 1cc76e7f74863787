"""Chains and sessions to make reports of.

Tiny, ordinary, large, all unknown, and with names that break careless code.
"""

from __future__ import annotations

from vcassist.chain.facts import Chain, Fact, chain_from_json, fold
from vcassist.interview.session import Session, Turn

# What Riverside Clinic said, message by message: (message, [(ref, status, value, quote)]).
SAID = (
    ("We are Riverside Clinic in Kenya, 30 staff.", [
        ("organisation.name", "known", "Riverside Clinic", "Riverside Clinic"),
        ("organisation.country", "known", "KE", "Kenya"),
        ("organisation.size", "known", "11_to_50", "30 staff"),
        ("organisation.sector", "known", "health", "Clinic"),
    ]),
    ("Our nurses use ChatGPT to write discharge letters for patients. If it is down we stop, there is no plan B.", [
        ("application.name", "known", "ChatGPT", "ChatGPT"),
        ("application.supplier", "known", "OpenAI", "ChatGPT"),
        ("application.purpose", "known", "write discharge letters", "write discharge letters"),
        ("application.affected_people", "known", ["patients"], "patients"),
        ("application.outage_effect", "known", "stops", "If it is down we stop"),
        ("application.alternative", "known", "no", "no plan B"),
        ("application.generates", "known", ["text"], "write discharge letters"),
    ]),
    ("Only sometimes does somebody check it, and patients are not told.", [
        ("application.human_review", "known", "sometimes", "Only sometimes"),
        ("application.tells_people", "known", "no", "patients are not told"),
    ]),
    ("It is GPT-4o, closed. They won't say what they do with our texts. I don't know where it runs; Microsoft "
     "servers I think.", [
        ("model.name", "known", "GPT-4o", "GPT-4o"),
        ("model.supplier", "known", "OpenAI", "GPT-4o"),
        ("model.weights", "known", "closed", "closed"),
        ("model.trains_on_inputs", "withheld", None, "They won't say what they do with our texts"),
        ("compute.country", "unknown", None, "I don't know where it runs"),
        ("compute.supplier", "known", "Microsoft", "Microsoft servers"),
        ("compute.hosting", "known", "vendor_managed", "Microsoft servers"),
    ]),
    ("Patient notes go in, with names. They are stored in Google Drive in Ireland, encrypted.", [
        ("data.description", "known", "Patient notes", "Patient notes"),
        ("data.personal_data", "known", "yes", "with names"),
        ("data.sensitive_data", "known", ["health"], "Patient notes"),
        ("data.country", "known", "KE", "Patient notes"),
        ("storage.supplier", "known", "Google", "Google Drive"),
        ("storage.country", "known", "IE", "Ireland"),
        ("storage.encrypted", "known", "yes", "encrypted"),
    ]),
    ("No policy, nobody trained, no exit clause, and our corrections are not reused... well, partly they are.", [
        ("governance.policy", "known", "no", "No policy"),
        ("governance.staff_trained", "known", "no", "nobody trained"),
        ("governance.exit_clause", "known", "no", "no exit clause"),
        ("monitoring.feedback_reused", "known", "partly", "partly they are"),
    ]),
)  # fmt: skip


def ordinary_session(**extra: object) -> Session:
    """Riverside Clinic: an interview of six messages and 31 facts, each with its quote."""
    turns = [Turn(number=0, reply="Hello.", at="2026-11-20T09:00:00+00:00")]
    for number, (said, noted) in enumerate(SAID, 1):
        facts = []
        for ref, status, value, quote in noted:
            start = said.index(quote)
            kept = tuple(value) if isinstance(value, list) else value
            by = "supplier" if status == "withheld" else None
            facts.append(Fact(ref, status, kept, quote, start, start + len(quote), number, by))
        turns.append(Turn(number=number, said=said, facts=tuple(facts), at=f"2026-11-20T09:0{number}:00+00:00"))
    return Session("abc123", "2026-11-20T09:00:00+00:00", tuple(turns), extra=extra)


def from_file(*facts: tuple[str, object]) -> Chain:
    """A chain without quotes, as from a chain file."""
    return chain_from_json({"facts": [{"ref": ref, "value": value} for ref, value in facts]})


def tiny() -> Chain:
    return from_file(("application.name", "Copilot"))


def empty() -> Chain:
    return fold(())


def named(name: str) -> Chain:
    """An organisation, an application and a supplier that all bear ``name``."""
    return fold(
        (
            Fact("organisation.name", "known", name, name),
            Fact("application.name", "known", name, name),
            Fact("application.supplier", "known", name, name),
            Fact("application.purpose", "known", f"to ask {name}", name),
            Fact("model.supplier", "known", "OpenAI", name),
            Fact("storage.country", "unknown", None, name),
        )
    )


def large() -> Chain:
    """60 components: applications, data sources, models, storage and machines of many suppliers."""
    makers = ("OpenAI", "Google", "Microsoft", "Hugging Face", "Anthropic", "Zindua Software Solutions Limited", "self")
    facts = [
        ("organisation.name", "County of Many Things"),
        ("organisation.country", "DE"),
        ("governance.policy", "partly"),
    ]
    for n in range(1, 13):
        mark = "" if n == 1 else f"-{n}"
        for kind in ("application", "data", "storage", "compute", "model"):
            facts.append((f"{kind}{mark}.supplier", makers[(n * (1 + len(kind))) % len(makers)]))
        facts += [
            (f"application{mark}.name", f"Assistant number {n} for the department of public works"),
            (f"application{mark}.outage_effect", "stops"),
            (f"application{mark}.alternative", "no"),
            (f"model{mark}.weights", "closed" if n % 2 else "open"),
            (f"storage{mark}.country", ("DE", "US", "IE")[n % 3]),
        ]
    return from_file(*facts)


def all_unknown() -> Chain:
    """Everything was asked and nothing is known."""
    from vcassist.chain.fields import FIELDS

    return fold(Fact(key, "unknown", None, "no idea") for key in FIELDS)


ODD_NAMES = {
    "script": "<script>alert('x')</script>",
    "long": "The International Association of Extraordinarily Long Names for Organisations and Their Subsidiaries " * 3,
    "arabic": "عيادة النهر",
    "hebrew": "מרפאת הנהר",
    "chinese": "河畔诊所",
    "emoji": "🌍 Clinic 👩🏽‍⚕️",
    "markdown": "*Star* | _pipe_ `tick` [link](http://x) # head",
    "typst": '#panic("x") $ \\ @ref = head',
    "formula": '=HYPERLINK("http://x")',
    "override": "abc\u202edcba",
    "nul": "Cli\x0bnic \x01",
    "surrogate-free": "Ünïcødé ś ő ž Кирилл Ελλάδα",
}
