"""A question on the law, answered by what the glossary has on that law, and never as advice. Pure but for its port.

Whether something is lawful in a case nobody here can say; what a law asks for is written in the glossary with its source, and is worth more
than "ask a lawyer" alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview import phrases
from vcassist.interview.ports import Answer, Citation, Glossary
from vcassist.interview.questions.asking import sentences, sentences_before

# What people want who ask about the law, as it was learnt; the last only where they say so.
LEGAL = frozenset({"legal", "tool_lawful", "legal_basis"})
MAY_BE_LEGAL = LEGAL | {"tool_safe", "enough", "must_answer"}
_OF_THE_LAW = re.compile(
    r"\b(?:laws?|lawful|legal(?:ly)?|illegal|allowed|permitted|forbidden|gdpr|(?:ai|data protection) act|regulations?|article \d+|art\.? ?\d+|oblig\w+|require[sd]?|right to|rights)\b",
    re.I,
)
# The entries of the glossary that tell what a law asks for; of transfers only where something goes abroad.
_ACT = "eu-ai-act"
_ENTRIES = frozenset({_ACT, "automated-decision-making", "consent-and-legal-basis"})
_TRANSFERS = "cross-border-data-transfers-and-data-residency"
_ABROAD = re.compile(
    r"\b(?:abroad|overseas|countr(?:y|ies)|america\w*|usa?|china|europe|border|send\w*|sent|transfer\w*|servers?|leaves?)\b",
    re.I,
)
# Whole sentences at most, of those that speak of a law.
MOST = 3
_TELLS = re.compile(
    r"\b(?:laws?|rules?|article|eu|gdpr|regulation|authorit(?:y|ies)|court|consent|rights?|duty|duties|review|in force|allowed)\b",
    re.I,
)


def on_the_law(topic: str, question: str, said: str, glossary: Glossary) -> Answer | None:
    """What the glossary tells on the law that a question of ``topic``, a part of ``said``, is about, with its citations; None where it has none."""
    if topic not in MAY_BE_LEGAL:
        return None
    if not _OF_THE_LAW.search(question):
        # "Is that article 22? Does it even apply here": what is asked about stands before it.
        before = sentences_before(question, said)[-1:]
        question = f"{before[0]} {question}" if before and _OF_THE_LAW.search(before[0]) else question
    if topic not in LEGAL and not _OF_THE_LAW.search(question):
        return None
    try:
        found = glossary.answer(question)
    except (NotReady, StorageTrouble):
        return None
    terms = Counter(citation.term for citation in found.citations)
    term, _ = terms.most_common(1)[0] if terms else ("", 0)
    if not found.covered or not (term in _ENTRIES or (term == _TRANSFERS and _ABROAD.search(question))):
        return None
    of_it = [c for c in found.citations if c.term == term]
    borne = [s for s in sentences(found.text) if any(_bears(c, s) for c in of_it)]
    told = [*borne[:1], *[s for s in borne[1:] if _TELLS.search(s)][: MOST - 1]]
    if not told:
        return None
    cited = tuple(c for c in found.citations if any(_bears(c, s) for s in told))
    text = " ".join(told)
    if term == _ACT and "AI Act" not in text:
        # Whose law it is matters to whoever is not in Europe.
        text = f"{phrases.IN_THE_ACT} {text}"
    return replace(found, text=f"{text} {phrases.NO_LEGAL_ADVICE}", citations=cited)


def _bears(citation: Citation, sentence: str) -> bool:
    return citation.quote in sentence or sentence in citation.quote
