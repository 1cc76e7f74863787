"""What the assistant says, as a plan of small parts, and the templates that say it without a model. Pure.

A plan holds meaning; a speaker gives it words. Wording varies with the turn's number, so that the same session replays alike.
A reply has at most sixty words unless it explains: what was noted and the question always fit, the reason and the rest give way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from vcassist.chain.facts import Chain, Fact, checked_value, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview import phrases
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.parts.another import asks_another
from vcassist.interview.phrases import pick
from vcassist.interview.ports import Citation
from vcassist.interview.remarks.moves import Move
from vcassist.interview.removals.removing import asks_to_remove, put_to_go
from vcassist.interview.sayings import said_back, statement
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Awaiting, Contradiction, Suggestion
from vcassist.interview.words import (
    Country,
    asked_as,
    called,
    either,
    listed,
    meant_as,
    name_of,
    short,
    shown,
    shown_value,
    to_you,
    topic_of,
)

MOST_WORDS = 60
LISTED = 5
# A sentence of fewer words may well come twice.
LEAST_TWICE = 5
_REGRETS = re.compile(r"\b(?:sorry|forgive me)\b", re.I)
_ASKABLE = ("who", "what", "where", "how", "which", "when", "whose")


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of one reply, in the order they are said. Everything is optional but something is always there.

    ``leads_back``: the answer is the question in other words; ``explained``: it is not put once more. ``said_lately``: how often lately its move was met.
    ``grave``: the word on somebody in danger whom the tool meets. ``comfort``: the word for what weighs on somebody, where it is known. ``tired``: they want to be asked no more of something.
    ``recalled`` were found in earlier messages before they were asked for; ``recalls``: what is to be confirmed was found so.
    ``passed_over``: what is taken back is older than the last message, which told nothing. ``brief``: they wish to read less.
    ``agreed``: they said yes to a question of some choices.
    ``besides``: that words on costs or on what went wrong are kept, which no question asks for. ``reasoned``: why this is asked was said before. ``unquoted``: they wish not to have their own words said back.
    """

    number: int
    welcome: str = ""
    noted: tuple[Fact, ...] = ()
    page: bool = False
    replaced: tuple[tuple[Fact, Fact], ...] = ()
    undone: tuple[Fact, ...] | None = None
    nothing_undone: bool = False
    passed_over: bool = False
    answer: str = ""
    citations: tuple[Citation, ...] = ()
    move: Move | None = None
    remark: str = ""
    skipped: bool = False
    left_open: bool = False
    told: tuple[Fact, ...] = ()
    stands: Fact | None = None
    restated: Fact | None = None
    conflict: Contradiction | None = None
    ask: Awaiting | None = None
    suggestions: tuple[Suggestion, ...] = ()
    supplier_questions: int = 0
    topic_before: str | None = None
    progress: str = ""
    closing: str = ""
    leads_back: bool = False
    grave: str = ""
    explained: bool = False
    between: Awaiting | None = None
    said_lately: int = 0
    tired: bool = False
    comfort: Sequence[str] = ()
    besides: str = ""
    recalled: tuple[Fact, ...] = ()
    recalls: bool = False
    brief: bool = False
    reasoned: bool = False
    unquoted: bool = False
    agreed: bool = False


def _added(old: Fact, new: Fact) -> str:
    """What a text was added that stays as it is for the rest; else nothing."""
    text, before = str(new.value), str(old.value)
    if new.field.type != "text" or old.status != "known" or not text.startswith(f"{before}; "):
        return ""
    return short(text[len(before) + 2 :], 16)


@dataclass(frozen=True, slots=True)
class Teller:
    """Says a plan in templates. ``country`` names a country from its code."""

    chain: Chain
    country: Country = field(default=str)

    def say(self, plan: Plan) -> Iterator[str]:
        """The reply in pieces, each one or more whole sentences, with a space between them.

        What was noted, an answer and the question are always said; the rest gives way, the progress first and the welcome last.
        """
        # Whoever is in danger is not asked about their computers.
        asks = plan.ask is not None and not plan.closing and plan.move != "danger"
        openings, noted, asides = list(self._openings(plan)), list(self._noted(plan)), list(self._asides(plan))
        if plan.move == "danger" and _length(*openings, *noted, *asides, plan.closing) > MOST_WORDS:
            noted = []
        asked = self.question(plan) if asks and not plan.explained else ""
        reason = field_of(plan.ask.ref).reason if asks and plan.ask and plan.ask.manner == "question" else ""
        reason = "" if plan.brief or plan.reasoned else reason
        letter = phrases.FOR_SUPPLIER.format(f"{plan.supplier_questions} questions") if plan.supplier_questions else ""
        brief, _, more = plan.welcome.partition(". ")
        brief = f"{brief}." if more else brief
        said = _length(*openings, *noted, *asides, asked, plan.closing)
        brief, more, letter, moving, reason, progress = _fitting(
            said,
            brief,
            more,
            letter,
            self._moving(plan) if asks else "",
            reason,
            # No figures for somebody whom something weighs on.
            plan.progress if asks and not plan.brief and not plan.comfort else "",
        )
        told = [brief, more, *openings, *noted, *asides, letter, progress, moving]
        yield from _spaced([*_each_once(told), asked, reason, plan.closing])

    # --- what comes before the question -----------------------------------------------------------------------------

    def _openings(self, plan: Plan) -> Iterator[str]:
        yield plan.grave
        if plan.undone is not None:
            names = "; ".join(self._line(f) for f in plan.undone[:LISTED])
            if plan.passed_over and names:
                yield phrases.PASSED_OVER.format(names)
            else:
                yield pick(phrases.UNDONE, plan.number).format(names) if names else phrases.TOOK_BACK
        if plan.nothing_undone:
            yield pick(phrases.NOTHING_UNDONE, plan.number)
        # Who is answered now, or hears what was noted, was followed after all.
        met = bool(plan.answer or plan.noted or plan.replaced)
        for move, words in (
            ("danger", (phrases.DANGER,)),
            ("distress", _again(plan, plan.comfort or phrases.DISTRESS, phrases.DISTRESS_AGAIN)),
            # What was set right at once needs no excuse.
            ("misnoted", () if met else phrases.MISNOTED),
            # The close needs no word on how to get there.
            ("weary", () if plan.closing else phrases.WEARY),
            ("unheard", phrases.LEFT_ALONE if plan.tired else phrases.SORRY if met else phrases.UNHEARD),
            ("repeated", phrases.REPEATED),
            ("contradicted", () if plan.answer else phrases.CONTRADICTED),
            ("unquoted", phrases.UNQUOTED),
            ("private", _again(plan, phrases.PRIVATE, phrases.PRIVATE_AGAIN, ever=True)),
            ("unnamed", phrases.UNNAMED),
            ("abuse", phrases.ABUSE),
            ("lay", phrases.LAY),
            ("self", phrases.SELF),
        ):
            if plan.move == move and words:
                yield pick(words, plan.number)

    def _noted(self, plan: Plan) -> Iterator[str]:
        """One line that says back what was noted."""
        yield self._set_right(plan)
        for fact in plan.told:
            yield _worded(pick(phrases.TOLD_FOUND, plan.number), plan).format(
                self._line(fact), quote=short(fact.quote, 16)
            )
        for fact in plan.recalled:
            words = phrases.RECALLED_WORDS if str(fact.value) == fact.quote else phrases.RECALLED
            yield _worded(pick(words, plan.number), plan).format(self._line(fact), quote=short(fact.quote, 16))
        if plan.stands:
            yield pick(phrases.STANDS, plan.number).format(self._line(plan.stands))
        if plan.between:
            first, second = (self._choice(plan.between.ref, v) for v in (plan.between.old, plan.between.new))
            name = name_of(field_of(plan.between.ref).key)
            yield pick(phrases.LEFT_BETWEEN, plan.number).format(first=first, second=second, name=name)
        if plan.restated:
            words = phrases.SAME_BAND if plan.restated.ref == SIZE else phrases.RESTATED
            yield pick(words, plan.number).format(self._line(plan.restated))
        changed = {new.ref for _, new in plan.replaced} | {f.ref for f in plan.told}
        fresh = [f for f in plan.noted if f.ref not in changed]
        if plan.move == "unnamed":
            # It was acknowledged by then.
            fresh = [f for f in fresh if f.ref != "organisation.name"]
        if len(fresh) == 1:
            # To somebody who says that they know nothing technical enough is said by then.
            yield "" if plan.move == "lay" and fresh[0].open else self._one(fresh[0], plan.number)
        elif fresh:
            yield self._many(fresh, plan.number, plan.page)

    def _set_right(self, plan: Plan) -> str:
        """What was set right, in one sentence: "I set it right: A (before: B); C (before: D)."."""
        # One answer may be set right by two sentences.
        last = {new.ref: (old, new) for old, new in plan.replaced}.values()
        changed = [(old, new) for old, new in last if shown(old, self.country) != shown(new, self.country)]
        grown = [
            phrases.GROWN.format(added, name_of(new.field.key)) for old, new in changed if (added := _added(old, new))
        ]
        if grown:
            rest = tuple((old, new) for old, new in changed if not _added(old, new))
            return " ".join(filter(None, (*grown, self._set_right(replace(plan, replaced=rest)))))
        pairs = changed[:2]
        lead, _, tail = pick(phrases.CORRECTED, plan.number).partition("{}")
        said = (
            f"{self._line(new)}{tail[:-1].format(before=to_you(old.ref, shown(old, self.country)))}"
            for old, new in pairs
        )
        return f"{lead}{'; '.join(said)}{tail[-1:]}" if pairs else ""

    def _one(self, fact: Fact, number: int) -> str:
        if fact.status == "known":
            return pick(phrases.NOTED, number).format(self._line(fact))
        if fact.status == "withheld":
            return pick(phrases.CONFIDENTIAL if fact.by == "person" else phrases.WITHHELD, number)
        return pick(phrases.UNKNOWN if fact.status == "unknown" else phrases.NOT_APPLICABLE, number)

    def _many(self, facts: list[Fact], number: int, page: bool) -> str:
        """The facts in the order in which they make a picture: the tool, its people, the organisation, the rest."""
        facts = [f for f in facts if not _goes_without_saying(f, facts)]
        if len(facts) == 1:
            return self._one(facts[0], number)
        ordered = sorted(facts, key=lambda f: (f.kind != "application", list(FIELDS).index(f.field.key)))
        said = [said_back(f, self.chain, self.country, brief=True) for f in ordered]
        if page and len(facts) > LISTED + 1:
            return phrases.NOTED_PAGE.format("; ".join(said[:3]), count=len(facts))
        if len(said) > LISTED + 1:
            said = [*said[:LISTED], f"{len(said) - LISTED} more things"]
        return pick(phrases.NOTED_MANY, number).format("; ".join(said))

    def _asides(self, plan: Plan) -> Iterator[str]:
        yield "" if self._said_by_then(plan) else plan.answer
        if plan.explained:
            yield phrases.HOW_IS_IT
        yield plan.besides
        yield plan.remark
        if plan.skipped:
            yield pick(phrases.SKIPPED, plan.number)
        if plan.left_open:
            yield pick(phrases.LEFT_OPEN, plan.number)

    def _said_by_then(self, plan: Plan) -> bool:
        """Whether an answer on the notes tells nothing but what was said back just before: "Changed: X. I have: X."."""
        told = [*(new for _, new in plan.replaced), *plan.noted]
        lines = {phrases.I_HAVE.format(self._line(fact)) for fact in told}
        if any(plan.answer == f"{phrases.I_HAVE_NOW.format(self._line(f))} {phrases.IN_THE_LIST}" for f in told):
            return True
        bare = plan.answer.removesuffix(phrases.CHANGE_HERE).removesuffix(phrases.AS_FIRST_TOLD).strip()
        return re.sub(r" \(before: [^)]*\)", "", bare) in lines

    def _line(self, fact: Fact) -> str:
        return said_back(fact, self.chain, self.country)

    def _moving(self, plan: Plan) -> str:
        """A word of transition where the topic changes."""
        if plan.ask is None or plan.ask.manner != "question" or not plan.topic_before:
            return ""
        component = plan.ask.ref.partition(".")[0]
        if component == plan.topic_before or self._about(plan.ask.ref):
            return ""
        return pick(phrases.MOVING, plan.number).format(topic_of(component, self.chain))

    # --- the question -----------------------------------------------------------------------------------------------

    def question(self, plan: Plan) -> str:
        """The question in the manner in which it is asked."""
        ask, number = plan.ask, plan.number
        assert ask is not None
        spec = field_of(ask.ref)
        if ask.manner == "conflict":
            return self._conflict(ask, plan)
        if ask.manner == "confirm":
            return self._confirm(ask, plan)
        if ask.manner == "more":
            noted = self.chain.get(ask.ref) if ask.new else None
            if noted is not None:
                return pick(phrases.MORE_BESIDE, number).format(self._line(noted))
            return pick(phrases.MORE_WHICH if ask.old else phrases.MORE, number)
        if ask.manner == "change":
            fact = self.chain.get(ask.ref)
            have = self._line(fact) if fact else f"nothing on {name_of(spec.key)}"
            # No "gladly" behind an excuse.
            gladly = "" if plan.move in ("misnoted", "unheard", "told") else pick(phrases.CHANGING, number)
            return phrases.CHANGE.format(gladly, have).strip()
        if ask.manner == "vague":
            if spec.options and spec.type != "set":
                matter = f"{self._about(ask.ref)}{name_of(spec.key)}"
                matter, choices = matter[:1].upper() + matter[1:], either(spec.options.values())
                if plan.agreed and "never" in spec.options:
                    # "Yes" to "always, sometimes or never?" leaves two of them.
                    some = either(label for value, label in spec.options.items() if value != "never")
                    return pick(phrases.FOLLOW_UP_YES, number).format(name=matter, choices=some)
                if spec.counts.startswith("Yes if") and plan.move is None and not plan.answer:
                    # What each answer takes helps more than the same choices once more.
                    counts = spec.counts[:1].lower() + spec.counts[1:]
                    return pick(phrases.FOLLOW_UP_COUNTS, number).format(name=matter, counts=counts)
                return pick(phrases.FOLLOW_UP_CHOICE, number).format(name=matter, choices=choices)
            if spec.type == "country" and spec.counts:
                # Of two countries somebody named, what counts tells which.
                return pick(phrases.FOLLOW_UP_WORDS, number).format(spec.counts)
            words = phrases.FOLLOW_UP_NAME if spec.type == "entity" else phrases.FOLLOW_UP_WORDS
            return pick(words, number).format(self._in_other_words(ask.ref))
        if ask.manner == "again":
            return self._again(ask.ref, number)
        return self._asked(ask.ref)

    def _asked(self, ref: str) -> str:
        about, question = self._about(ref), asked_as(field_of(ref))
        return about + question[:1].lower() + question[1:] if about else question

    def _in_other_words(self, ref: str) -> str:
        """What was asked, not in the words of its question: what the field means, and how people answer it."""
        spec = field_of(ref)
        core = meant_as(spec).partition(" (")[0].partition(";")[0].partition(": ")[0].partition(". ")[0].rstrip(".")
        core = core.replace("the organisation", "your organisation")
        # How a name is told needs no example.
        examples = [said[0] for said in spec.says.values() if said][: 0 if spec.type == "entity" else 2]
        people_say = f" People say, for example: {either(f'“{e}”' for e in examples)}." if examples else ""
        about = self._about(ref).replace("About", ", about", 1)
        return f"I mean{about or ' '}{core}.{people_say}"

    def _about(self, ref: str) -> str:
        """Which one is meant, where the chain has several of a kind."""
        component = ref.partition(".")[0]
        kind = component.partition("-")[0]
        return f"About {called(component, self.chain)}: " if len(self.chain.components(kind)) > 1 else ""

    def _again(self, ref: str, number: int) -> str:
        """The question once more, without its ornaments: what the field means, with the choices."""
        spec = field_of(ref)
        about = self._about(ref).replace("About", "about", 1)
        core = spec.means.partition(" (")[0].partition(";")[0]
        first = core.partition(" ")[0]
        if (
            ":" in core
            or "organisation" in core
            or (first != "whether" and first not in _ASKABLE)
            or len(core.split()) >= len(spec.question.split()) + 3
        ):
            return pick(phrases.AGAIN, number).format(about + asked_as(spec)[:1].lower() + asked_as(spec)[1:])
        choices = (
            f": {either(to_you(ref, o) for o in spec.options.values())}?"
            if spec.options and len(spec.options) <= 5
            else "."
        )
        words = phrases.AGAIN if about else phrases.AGAIN_WHETHER
        return _asking(pick(words, number).format(f"{about}{core}{choices}"))

    def _choice(self, ref: str, value: object) -> str:
        """One of two values between which somebody is to choose, as said to them."""
        return to_you(ref, shown_value(ref, value, self.country))

    def _conflict(self, ask: Awaiting, plan: Plan) -> str:
        conflict = plan.conflict
        first, second = (self._choice(ask.ref, v) for v in (ask.old, ask.new))
        if conflict and conflict.old_quote and conflict.old_quote == conflict.new_quote:
            quote, name = short(conflict.old_quote, 16), name_of(field_of(ask.ref).key)
            return _worded(phrases.DOUBT, plan).format(quote=quote, name=name, first=first, second=second)
        return _worded(phrases.CONFLICT, plan).format(
            old=short((conflict.old_quote if conflict else "") or first, 14),
            new=short((conflict.new_quote if conflict else "") or second, 14),
            name=name_of(field_of(ask.ref).key), first=first, second=second,
        )  # fmt: skip

    def _confirm(self, ask: Awaiting, plan: Plan) -> str:
        if asks_to_remove(ask):
            what, told = put_to_go(ask), self.chain.get(ask.ref)
            if what == ask.ref and told is not None:
                return phrases.SHALL_IT_GO.format(self._line(told))
            title = self.chain.title(what)
            return _worded(phrases.TAKE_OUT, plan).format(quote=short(str(ask.old or ""), 16), title=title)
        if asks_another(ask, self.chain):
            quote, others = short(str(ask.old or ""), 16), self.chain.mentioned("application")
            if ask.ref.partition(".")[0] in others or not others:
                return _worded(phrases.THE_TOOL, plan).format(quote=quote, name=ask.new)
            beside = listed(self.chain.title(c) for c in others)
            return _worded(phrases.ANOTHER_TOOL, plan).format(quote=quote, name=ask.new, others=beside)
        if not plan.suggestions:
            quote = short(str(ask.old or ""), 16)
            if not quote:
                # The words stand in the question that was just answered.
                line = self._line(Fact(ask.ref, "known", checked_value(ask.ref, ask.new)))
                return phrases.SHALL_I.format(line)
            value = shown_value(ask.ref, ask.new, self.country)
            and_all = phrases.IS_THAT_ALL if ask.asks_if_all else ""
            if plan.recalls:
                line = self._line(Fact(ask.ref, "known", checked_value(ask.ref, ask.new), str(ask.old or "")))
                return _worded(pick(phrases.SHALL_I_NOTE, plan.number), plan).format(line, quote=quote) + and_all
            matter = f"{name_of(field_of(ask.ref).key)} – {value}"
            return _worded(phrases.TOLD_UNSURE, plan).format(matter, quote=quote) + and_all
        first = plan.suggestions[0]
        facts = [Fact(s.ref, "known", checked_value(s.ref, s.value)) for s in plan.suggestions]
        source = short(first.source.partition(":")[0], 6)
        return (
            f"Public records say for {first.about}: {listed([statement(f, self.country) or self._line(f) for f in facts])} "
            f"({source}{f', as of {first.as_of}' if first.as_of else ''}). {pick(phrases.CONFIRM, plan.number)}"
        )


def _again(plan: Plan, first: Sequence[str], short: Sequence[str], *, ever: bool = False) -> Sequence[str]:
    """The long form once, then the short one; and nothing where it was said twice lately and there is something to say back."""
    if plan.said_lately > 1 and plan.noted and not ever:
        return ()
    return short if plan.said_lately else first


def _asking(words: str) -> str:
    """The same with the mark of a question where it is one: "Could you still tell me what it is called?" """
    return f"{words[:-1]}?" if words.startswith("Could you") and words.endswith(".") else words


def _worded(words: str, plan: Plan) -> str:
    """A template, or its form without the person's own words where they wish for that."""
    return phrases.WITHOUT_QUOTES.get(words, words) if plan.unquoted else words


def _length(*parts: str) -> int:
    return sum(len(part.split()) for part in parts)


def _fitting(said: int, *parts: str) -> list[str]:
    """Each part in turn, or nothing where it would make the reply too long; ``said``: words that are said anyhow."""
    kept: list[str] = []
    for part in parts:
        kept.append(part if said + _length(*kept, part) <= MOST_WORDS else "")
    return kept


def _each_once(parts: Sequence[str]) -> Iterator[str]:
    """The pieces of a reply, with no sentence said twice and one word of regret in all: two askings of one message may have the same answer."""
    said: set[str] = set()
    sorry = False
    for part in parts:
        kept = []
        for sentence in (m[0] for m in SENTENCE.finditer(part or "")):
            again = sentence in said and len(sentence.split()) >= LEAST_TWICE
            said.add(sentence)
            if not (again or (sorry and sentence in (*phrases.TOLD_TWICE, *phrases.SORRY))):
                kept.append(sentence)
            sorry = sorry or _REGRETS.search(sentence) is not None
        yield " ".join(kept)


def _spaced(parts: list[str]) -> Iterator[str]:
    kept = [p.strip() for p in parts if p and p.strip()]
    for at, part in enumerate(kept):
        yield part if at == len(kept) - 1 else f"{part} "


def _goes_without_saying(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether another of the facts says the same: what does not apply as nobody labels, who built what comes from a named house."""
    if fact.status == "not_applicable":
        return any(f.status == "known" and f.quote == fact.quote for f in facts)
    if fact.status != "known":
        return False
    beside = {f.field.name: f.value for f in facts if f.component == fact.component and f.status == "known"}
    if fact.field.key == "application.sourcing":
        return fact.value == "vendor" and beside.get("supplier") not in (None, "self")
    return fact.field.key == "application.supplier" and fact.value == "self" and beside.get("sourcing") == "in_house"
