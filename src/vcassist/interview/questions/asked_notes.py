"""What is noted on each matter that a question names, told from the chain: by its name, by a value, by a tool; open where nothing is. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vcassist.chain.facts import Chain, Fact, field_of, kind_of, split_ref
from vcassist.chain.fields import KIND_TITLES
from vcassist.interview import phrases
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.noted import answers_named
from vcassist.interview.questions.asked_forms import as_asked_before
from vcassist.interview.questions.asking import question_form, sentences
from vcassist.interview.questions.matters_named import (
    keys_named,
    of_its_kind,
    places_of,
    values_in,
    with_choice,
    words_for,
)
from vcassist.interview.questions.notes_forms import (
    NotesAsked,
    complains_of_no_change,
    notes_asked,
    of_the_notes,
    of_the_report,
    only_why,
)
from vcassist.interview.removals.removing import NOUNS
from vcassist.interview.sayings import said_back
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Session
from vcassist.interview.words import Country, listed, name_of, short, shown

_I = re.I
# More matters than these are not read out in one answer; of a quote so many words.
MOST, MOST_QUOTED = 4, 18
_WHETHER = re.compile(
    r"\W*(?:(?:and|but|so|now|ok(?:ay)?|no|yes|well|sorry|please|then|also|ah|listen|look|hey|in \w+(?: \w+)?)\b\W+)*(?:did|do|does|have|had|has|is|are|was|were|will)\b",
    _I,
)
# What takes something away, said within a question: a value beside it need not stand.
_DENIES = re.compile(r"\b(?:not|no longer|no more|without|removed|deleted|out|gone)\b|n['’]t\b", _I)


_MODELS = re.compile(r"\b(?:what|which|how many|the|all) models?\b(?! \d)|\bmodels\b", _I)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERED = re.compile(
    rf"\b(?P<kind>{'|'.join(NOUNS.values())}) (?:no\.? |number |#)?(?P<digit>\d)\b|\bthe (?P<which>{'|'.join(_ORDINALS)}) (?P<noun>{'|'.join(NOUNS.values())})\b",
    _I,
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What somebody asks of the notes, answered from a session."""

    session: Session
    chain: Chain
    country: Country

    def told(self, question: str, before: str = "") -> str:
        """The answer to a question on the notes; "" where it asks for none, or on no matter that can be told.

        ``before``: what the message says before the question, at which it may point ("did you change that?").
        """
        kind = notes_asked(question)
        if kind is None and only_why(question) and complains_of_no_change(before):
            kind = "why_not"
        report = of_the_report(question)
        if report == "name" and "application.name" not in keys_named(question):
            return self._name_in_report()
        if kind is None or not self.chain.facts:
            return ""
        where = next((text for text in (question, *_nearest_first(before)) if self._matters(text, kind, question)), "")
        refs = self._matters(where, kind, question) if where else []
        if kind == "gone" and (gone := self.gone(question, before)):
            return gone
        if kind == "what" and keys_named(question) == ["application.name"] and len(self._components(question)) != 1:
            return self._tools()
        if kind == "what" and _MODELS.search(question) and not self._components(question):
            return self._models()
        if kind == "what" and len(parts := _by_number(question, self.chain)) == 1:
            facts = [f for f in self.chain.facts.values() if f.component in parts]
            return f"{self._listing(facts)} {phrases.CHANGE_HERE}" if facts else ""
        if not refs and report:
            return phrases.IN_REPORT
        if not refs:
            return ""
        return self._told(kind, refs, where, question)

    # --- what is told -------------------------------------------------------------------------------------------------

    def _told(self, kind: NotesAsked, refs: Sequence[str], where: str, question: str) -> str:
        chain = self.chain
        facts = [fact for ref in refs if (fact := chain.get(ref))]
        if kind == "why" and facts:
            # Of several with that value the one that was noted last is meant.
            fact = max(facts, key=lambda f: f.turn)
            words = short(self._own_words(fact), MOST_QUOTED).rstrip(" .")
            return phrases.TAKEN_FROM.format(words, self._line(fact))
        called = words_for(where)
        all_of_it = self._all_of(called, refs) if kind == "what" else []
        if len(all_of_it) > len(facts):
            # "What have you noted about the data?" asks for all that is noted of it.
            return f"{self._listing(all_of_it)} {phrases.CHANGE_HERE}"
        if not facts and called:
            no = "No, I have nothing on" if _WHETHER.match(question) else "I have noted nothing so far on"
            of = (
                f" for {listed(self.chain.title(c) for c in self._components(where))}"
                if self._components(where)
                else ""
            )
            return f"{no} {listed(f'“{words}”' for words in called[:MOST])}{of}; it is still open."
        stands = self._standing(refs, where)
        if kind in ("why_not", "request") and facts:
            return f"{stands} {phrases.COULD_NOT_TELL}"
        if kind == "changed" and facts:
            return f"{stands} {phrases.CHANGE_HERE if any(self._before(f) for f in facts) else phrases.AS_FIRST_TOLD}"
        if kind == "what" and len(refs) == 1 and facts and (says := self._yes_or_no(facts[0], where)):
            stands = f"{says}: {self._line(facts[0])}."
        return f"{stands} {phrases.CHANGE_HERE}" if facts else stands

    def _all_of(self, called: Sequence[str], refs: Sequence[str]) -> list[Fact]:
        """All that is noted of a kind that is called by its own word, where that word is taken for one of its fields."""
        words = {word.casefold().removesuffix("s") for word in called}
        kinds = {kind for ref in refs if {kind := split_ref(ref)[1], KIND_TITLES[kind].casefold()} & words}
        return [f for f in self.chain.facts.values() if f.kind in kinds]

    def _standing(self, refs: Sequence[str], where: str) -> str:
        """What is noted on each matter, and which are open."""
        chain = self.chain
        facts = [fact for ref in refs if (fact := chain.get(ref))]
        # A choice that was named ("the pictures") calls no field by its name.
        missing = (
            self._missing(where)
            if places_of(where)
            else [name_of(field_of(ref).key) for ref in refs if not chain.get(ref)]
        )
        told = self._listing(facts)
        nothing = phrases.STILL_OPEN.format(listed(missing[:MOST])) if missing else ""
        return " ".join(filter(None, (told, nothing)))

    def _listing(self, facts: Sequence[Fact]) -> str:
        have = "; ".join(f"{self._line(f)}{self._before(f)}" for f in facts[:MOST])
        more = f"; {len(facts) - MOST} more" if len(facts) > MOST else ""
        return f"I have: {have}{more}." if have else ""

    def _missing(self, where: str) -> list[str]:
        """The matters of which nothing is noted: a name that several fields share ("hosting") is one matter."""
        tools, chain = self._components(where), self.chain
        named: dict[tuple[int, int], list[str]] = {}
        for start, end, key in places_of(where):
            named.setdefault((start, end), []).append(key)
        open_ones = [
            keys[0]
            for keys in named.values()
            if keys != ["application.name"]
            and not any(ref in chain.facts for key in keys for ref in self._refs(key, tools))
        ]
        return list(dict.fromkeys(name_of(key) for key in of_its_kind(open_ones)))

    def _line(self, fact: Fact) -> str:
        return said_back(fact, self.chain, self.country)

    def _before(self, fact: Fact) -> str:
        old = [f for f in self.chain.history.get(fact.ref, ()) if not f.says_the_same(fact)]
        return f" (before: {shown(old[-1], self.country)})" if old else ""

    def _yes_or_no(self, fact: Fact, question: str) -> str:
        """Yes where the question names the value that stands, No where it names another of its choices; "" for both or neither."""
        if not _WHETHER.match(question) or _DENIES.search(question):
            return ""
        stands = old_value_in(fact, question, self.country) is not None or bool(
            set(fact.values) & values_in(fact.field, question)
        )
        other = values_in(fact.field, question) - set(fact.values)
        return "" if stands == bool(other) else "Yes" if stands else "No"

    def gone(self, question: str, before: str = "") -> str:
        """Whether a tool, or a value, that is named was taken out; "" where neither is named."""
        chain = self.chain
        for text in (question, *_nearest_first(before)):
            if still := self._components(text):
                return phrases.STILL_THERE.format(listed(chain.title(c) for c in still))
            if out := [name for name in self._names_before() if _named(name, text)]:
                return phrases.IS_OUT.format(listed(out))
        return self._value_gone(question)

    def _value_gone(self, question: str) -> str:
        """Whether a value that is named was taken out of the notes."""
        chain = self.chain
        answers = [f for f in chain.facts.values() if f.field.name != "name" and f.status == "known"]
        if still := [f for f in answers if self._says_value(f, question)]:
            return f"{phrases.VALUE_STANDS.format('; '.join(map(self._line, still[:MOST])))} {phrases.CHANGE_HERE}"
        for told in reversed([f for t in self.session.live for f in t.facts]):
            if told.status == "known" and told.field.name != "name" and self._says_value(told, question):
                now = chain.get(told.ref)
                if now is None:
                    return phrases.VALUE_GONE_WHOLLY.format(name_of(told.field.key))
                return phrases.VALUE_GONE.format(self._line(now))
        return ""

    def _says_value(self, fact: Fact, text: str) -> bool:
        return old_value_in(fact, text, self.country) is not None or bool(
            set(fact.values) & values_in(fact.field, text)
        )

    def _name_in_report(self) -> str:
        name = self.chain.value("organisation.name")
        return phrases.IN_REPORT_NAMED.format(f"you as {name}") if name else phrases.IN_REPORT_UNNAMED

    def _own_words(self, fact: Fact) -> str:
        """The sentence from which a note was taken, as it was written."""
        said = next((turn.said for turn in self.session.turns if turn.number == fact.turn), "")
        sentence = around(SENTENCE, said, fact.start) if fact.start is not None else None
        whole = sentence[0].strip() if sentence else ""
        return whole if fact.quote and fact.quote in whole else fact.quote

    def _names_before(self) -> list[str]:
        """The tools that were named in this talk and are noted no more."""
        now = {str(self.chain.value(f"{c}.name")).casefold() for c in self.chain.mentioned("application")}
        told = [str(f.value) for t in self.session.live for f in t.facts if f.field.key == "application.name"]
        return list(dict.fromkeys(name for name in told if name.casefold() not in now))

    def _tools(self) -> str:
        chain = self.chain
        names = [chain.title(c) for c in chain.mentioned("application") if chain.value(f"{c}.name")]
        if not names:
            return ""
        return f"{'The tool that I have is' if len(names) == 1 else 'The tools that I have are'} {listed(names)}. {phrases.CHANGE_HERE}"

    def _models(self) -> str:
        """The models that are noted, each with what is noted beside its name."""
        chain = self.chain
        parts = [c for c in chain.mentioned("model") if chain.value(f"{c}.name")]
        if not parts:
            return ""
        told = (
            "; ".join([chain.title(c), *(said_back(f, chain, self.country, brief=True) for f in chain.facts.values() if f.component == c and f.field.name != "name")][: MOST + 1])
            for c in parts
        )  # fmt: skip
        return f"The {'model that I have is' if len(parts) == 1 else 'models that I have are'} {listed(told)}. {phrases.CHANGE_HERE}"

    # --- what a question names ----------------------------------------------------------------------------------------

    def _matters(self, text: str, kind: NotesAsked, question: str) -> list[str]:
        """The answers that a text names: by its matter, by what is noted, by a choice; of a tool alone nothing is told here."""
        if kind == "why" and (named := self._repeated(text)):
            return [fact.ref for fact in named]
        tools = self._components(text)
        keys = keys_named(text)
        keys = [key for key in keys if key != "application.name"]
        if not keys:
            strong = of_the_notes(question) is not None and not of_the_report(question)
            return self._by_value(text, tools, kind) or (
                [r for key in with_choice(text) for r in self._refs(key, tools)] if strong else []
            )
        return list(dict.fromkeys(ref for key in keys for ref in self._refs(key, tools)))

    def _repeated(self, text: str) -> tuple[Fact, ...]:
        """The answers whose words, as they were said back, stand within a text in quotation marks or behind its verb."""
        said = re.search(
            r"[\"“„](?P<what>[^\"”]{3,120})[\"”]|\b(?:write|wrote|written|noted?|put|say|said|claim|claimed|think|state|assume)(?: down)?(?: that)? (?P<rest>[^?!.]{3,120})",
            text,
            _I,
        )
        if said is None:
            return ()
        what = re.sub(r"[,;–—-]\s*(?:why|how come)\b.*$", "", said["what"] or said["rest"], flags=_I)
        return tuple(f for f in answers_named(what, self.chain, self.country, told=True) if f.field.name != "name")

    def _by_value(self, text: str, tools: Sequence[str], kind: NotesAsked) -> list[str]:
        """The answers whose value a text has, else those of which it names a choice that they do not have."""
        chain = self.chain
        for tool in tools:
            # "Klinik" names the tool, and not its supplier Klinik Ltd.
            text = re.sub(rf"(?<!\w){re.escape(chain.title(tool))}(?!\w)", "it", text, flags=_I)
        facts = [
            f
            for f in chain.facts.values()
            if f.field.name != "name" and (not tools or f.kind != "application" or f.component in tools)
        ]
        said = [
            f.ref
            for f in facts
            if f.status == "known"
            and (old_value_in(f, text, self.country) is not None or set(f.values) & values_in(f.field, text))
        ]
        if said or kind == "why":
            return said[:MOST]
        return [f.ref for f in facts if values_in(f.field, text)][:MOST]

    def _refs(self, key: str, tools: Sequence[str]) -> list[str]:
        """The answers to a field: of the tools that are named, else of all parts that have one, else of the first."""
        chain, (kind, _, name) = self.chain, key.partition(".")
        parts = chain.mentioned(kind) or chain.components(kind)
        if own := [c for c in parts if c in tools or chain.tool_of(c) in tools]:
            return [f"{c}.{name}" for c in own]
        known = [c for c in parts if chain.get(f"{c}.{name}")]
        return [f"{c}.{name}" for c in known or parts[:1]]

    def _components(self, text: str) -> list[str]:
        """The tools and models that a text names."""
        chain = self.chain
        return [
            c for c in chain.all_components()
            if (title := chain.title(c)) != KIND_TITLES.get(kind_of(c)) and chain.get(f"{c}.name") and kind_of(c) != "organisation" and _named(title, text)
        ]  # fmt: skip


def parted(asks: str, said: str, told: Callable[[str, str], str], done: bool) -> tuple[str, str]:
    """What is told of the notes to the questions of a message, and the questions that ask for something else.

    ``done``: what a request in the form of a question wished for may have been done.
    """
    answers: list[str] = []
    rest: list[str] = []
    for piece in sentences(asks):
        if done and notes_asked(piece) == "request":
            continue
        if note := told(piece, said[: max(0, said.find(piece))]):
            answers.append(note)
            # What it points at goes with it: "Klinik check?? What have you got?"
            rest = rest if keys_named(piece) else [r for r in rest if not keys_named(r)]
        else:
            rest.append(piece)
    if not answers:
        return "", asks
    left = [piece for piece in rest if question_form(piece) or as_asked_before(piece) != piece]
    # How to set one right is said once.
    *others, last = dict.fromkeys(answers)
    told_once = [answer.removesuffix(phrases.CHANGE_HERE).strip() for answer in others]
    return " ".join((*told_once, last)), " ".join(left)


def _by_number(text: str, chain: Chain) -> list[str]:
    """The parts that a text names by their kind and number: "model 2", "the second tool"."""
    found = []
    for m in _NUMBERED.finditer(text):
        kind = next(kind for kind, noun in NOUNS.items() if re.fullmatch(noun, m["kind"] or m["noun"], _I))
        number = int(m["digit"]) if m["digit"] else _ORDINALS.index(m["which"].casefold()) + 1
        component = kind if number == 1 else f"{kind}-{number}"
        found += [component] if component in chain.all_components() else []
    return found


def _named(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, _I))


def _nearest_first(before: str) -> Iterable[str]:
    return reversed([m[0] for m in SENTENCE.finditer(before)])
