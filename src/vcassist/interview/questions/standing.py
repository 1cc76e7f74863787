"""What stands in a session, told to whoever asks: what is noted, what is missing, the gravest risk, what to do first. Pure.

Answers in knowledge/talk.yaml hold a place for each; the places are filled here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from vcassist.assessment.answers import count_of
from vcassist.assessment.evaluate import Finding, ranked
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, field_of, kind_of
from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.chain.short_names import with_it_for
from vcassist.interview import phrases, summary
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_besides import whether_heard
from vcassist.interview.questions.asked_notes import Notes
from vcassist.interview.questions.asking import sentences
from vcassist.interview.questions.finding_out import where_to_find
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.questions.notes_forms import of_all_notes, of_the_notes
from vcassist.interview.questions.on_the_table import done_well, enough_for, practice_for, told_apart
from vcassist.interview.questions.what_of_it import risks_on
from vcassist.interview.remarks.asked_to_keep import told_of
from vcassist.interview.remarks.disclosed import discloses
from vcassist.interview.remarks.harm_done import harm_done
from vcassist.interview.remarks.told_besides import INCIDENT, all_told_besides, nothing_learnt
from vcassist.interview.sayings import said_back
from vcassist.interview.session import Session
from vcassist.interview.to_supplier import TO_SUPPLIER
from vcassist.interview.words import Country, called, listed, name_of, short, shown, topic_of

# So many answers are read out; the rest stands in the list.
READ_OUT = 4
# Of each so many words.
MOST_OF_ONE = 12
# Of a sentence that was told and not noted.
MOST_OF_TALE = 20
# What is asked of a supplier in one answer; the letter has the rest.
MOST_ASKED = 3
ASK_ANYHOW = ("model.name", "storage.country", "model.trains_on_inputs")
LETTER = "All that only your supplier can know stands in a letter, under Report; say “I don't know” here, and the question goes into it."
# A wish for the whole list.
# Who wants it in short.
_IN_SHORT = re.compile(
    r"\b(?:summar\w+|sum (?:it|that|this|all|things)?\s?up|recap|overview|the gist|where (?:are we|do we stand))\b",
    re.I,
)
# Who wants it short wants not all of it, whatever else they say.
_SHORTLY = re.compile(
    r"\b(?:in (?:short|brief)|briefly|short(?:ly|er)?|quick(?:ly)?|one line|a sentence|few words)\b", re.I
)
_ALL = re.compile(
    r"\b(?:everything|all|whole|every|entire|complete(?:ly)?|full|in full|each)\b|\bread\b[^.?!]{0,20}\b(?:out|back|aloud)\b|\b(?:list|enumerate) (?:it|them|what)\b"
    r"|\b(?:show|tell|give|list)(?: (?:it|me|us))? (?:the list|what you(?:['’]ve| have)?(?: got)?) ?(?:of |(?:noted|recorded|written|down|so far|on))\b|\bwhat (?:have you|do you have|you have) (?:got |noted |recorded |written )?(?:down |so far|on record|on file|up to now)",
    re.I,
)
# So many first steps are told at once.
MOST_STEPS = 3
# Of what is open so much is named to who wants all of it; the report has the rest.
MOST_OPEN = 14
ALL_OPEN = "Every open question stands in the report, part by part."
# So many risks that are still open are named.
MOST_NAMED = 3
NO_STEP = "No risk can be named yet, so no step against one; a few more answers will tell."
# With so many questions left the next few tell most.
MANY_LEFT = 15
# Characters before a question in which what leads up to it stands.
MOST_BEFORE = 90
# More answers than these are read by nobody in one message.
MOST_READ = 40
# A summary of more answers than these names what tells most, and so many of it.
SHORT_ENOUGH, MOST_IN_SHORT = 10, 8
# More are not read out at once, unless all of them are wanted.
READ_AT_ONCE = 16
TELL_MOST = (
    "application.name", "application.purpose", "application.decision_role", "application.human_review", "application.affected_people",
    "application.supplier", "model.name", "data.sensitive_data", "data.personal_data", "storage.country", "storage.supplier", "application.outage_effect",
)  # fmt: skip
# After so many answers the picture is usually good; fewer than so many to go are not counted; and how long one takes (minutes).
USUALLY_ENOUGH, AT_LEAST, MINUTES_EACH = 25, 4, 0.6
# What asks for notes, and so names none of them.
_ASKING = frozenset(
    re.findall(
        r"\w+",
        "what which who where when why how have has had is are was were do does did you your yours i we our us my me they there here it its this that these "
        "those the a an and or of on in for to from about with by so far now already yet still also too again exactly please could can would should may "
        "note noted notes noting write written wrote down record recorded list listed show tell told give get got read back see find put know known "
        "remove removed take taken out change changed correct corrected delete deleted app application tool tools program programs software system one ones other another whole everything all every "
        "things thing answers answer said say screen just really right use used using ok mean saying something anything nothing many much",
    )
)
_TAIL = frozenset(
    ["or", "not", "yes", "no", "please", "too", "also", "now", "then", "down", "noted", "yet", "already", "it", "that"]
)
_NAMED = re.compile(
    r"(?:\b(?i:about|on|for|with|and|use|have|note|put|remove|where(?:['’]?s| is| are)|is|are)\s+)(?:the\s+|our\s+)?"
    r"(?P<name>[A-Z][\w.-]*\w(?:\s+[A-Z0-9][\w.-]*)*)"
)
_AS_A_TOOL = re.compile(r"\b(?:us(?:e|es|ed|ing)|tools?|apps?|called|named|bought|program|software)\b", re.I)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Ramadan)s?(?: \d+)?"
)
# "And where is fobizz?": what is looked for by a name that was used before.
_WHERE_IS = re.compile(
    r"^\W*(?:(?:and|but|so|now|ok(?:ay)?)\W+)*(?:where(?:['’]?s| is| are| did| has| have)|what about)\s+(?:the\s+|our\s+|my\s+)?(?P<name>[\w.-]+(?:\s[\w.-]+)??)(?:\s(?:go|gone|went|disappear(?:ed)?|vanish(?:ed)?|end(?:ed)? up))?\W*$",
    re.I,
)

# "Is that about Lumo or about Tide?"
_MEANT = re.compile(
    r"\b(?:is|are) (?:that|this|it|you asking|(?:the|that|this|your) question) about\b|\bd(?:o|id) you mean\b", re.I
)


# Parts of the chain that people take for one another, in plain words.
WHAT_IT_IS = {
    "data": "what goes into it when it is used, and what it learned from as far as you know that; if you know only one of the two, answer for that",
    "labelling": "the marks that people put on the data from which it learned",
    "storage": "the place where what you put in is kept",
    "compute": "the computers on which it runs",
}


# What notes are asked for on, at the close of a question.
_MATTER = re.compile(
    r"\b(?:noted?|written|wr[io]te|recorded?|put|hold|have|got)(?: down)? (?:about|on|for|under|regarding|concerning) (?:(?:the|our|my|its) )?(?P<what>[a-z][\w-]+(?: [a-z][\w-]+)?)\W*$"
)
# What people call a part of the chain.
_KINDS = {
    "storage": ("hosting", "host", "hosted", "storage", "storing", "stored", "servers", "cloud"),
    "compute": ("hosting", "host", "hosted", "machines", "computers", "servers", "cloud", "computing"),
    "governance": ("governance", "rules", "policy", "policies"),
    "monitoring": ("monitoring", "watch", "oversight"),
    "model": ("model", "models"),
    "data": ("data",),
    "organisation": ("organisation", "organization"),
}
# "Did you write down …?" wants a yes or a no.
_WHETHER = re.compile(
    r"\W*(?:(?:and|but|so|now|ok(?:ay)?|no|yes|well|sorry|please|then|also)\b\W+)*(?:did|do|have|had|has|is|are|was|were)\b",
    re.I,
)


def _words(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"\w{3,}", text)}


@cache
def _names_of_fields() -> frozenset[str]:
    return frozenset(word for key in FIELDS for word in _words(name_of(key)))


def _words_of_its_own(question: str) -> set[str]:
    """The words of a question after notes that are neither of asking nor a field's name."""
    return _words(question) - _ASKING - _names_of_fields()


@dataclass(frozen=True, slots=True)
class Urgent:
    """What comes before every question and every rule: how a message tells it, the word on it, the first step, and what is said of it again."""

    met: Callable[[str, Iterable[str]], bool]
    word: str
    step: str
    again: str


# The gravest first.
URGENT = (
    Urgent(discloses, phrases.GRAVE, phrases.GRAVE_STEP, phrases.GRAVE_AGAIN),
    Urgent(harm_done, phrases.HARMED, phrases.HARM_STEP, phrases.HARMED_AGAIN),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A session as it stands with the message at hand. ``findings`` and ``progress`` are worked out when they are asked for."""

    session: Session
    said: str
    chain: Chain
    rules: Sequence[Rule]
    findings: Callable[[], Sequence[Finding]]
    progress: Callable[[], str]
    country: Country = str
    open_now: Callable[[], int] = int
    harms: Callable[[str], bool] = nothing_learnt

    def told(self, text: str, question: str) -> str:
        """An answer with its places filled, as ``question`` asks for it."""
        places: tuple[tuple[str, Callable[[], str]], ...] = (
            ("{noted}", lambda: self.noted(question)),
            ("{missing}", lambda: self.missing(whole=_ALL.search(self.said) is not None)),
            ("{left}", self.left),
            ("{worst}", self.worst),
            ("{first}", self.first),
            ("{steps}", self.steps),
            ("{tool}", self.tool),
            ("{ask}", self.ask),
            ("{apart}", lambda: told_apart(question, self.session.asked, self.said)),
            ("{enough}", lambda: enough_for(self.session.asked, self.rules)),
            ("{do}", self.done_well),
            ("{where}", lambda: where_to_find(field_of(self.session.asked)) if self.session.asked else ""),
            ("{practice}", lambda: practice_for(self.session.asked, self.rules)),
            ("{progress}", self.progress if self.chain.facts else lambda: ""),
        )
        for place, fill in places:
            if place in text:
                text = text.replace(place, fill())
        return text.strip()

    def unnamed(self, about: Callable[[str], OfTheTalk | None]) -> Callable[[str], OfTheTalk | None]:
        """``about``, which is asked without the names of the person's own things: they say nothing on what is asked of the talk."""
        names = {self.chain.title(c) for c in self.chain.all_components() if self.chain.get(f"{c}.name")}

        def asked(question: str) -> OfTheTalk | None:
            bare = with_it_for(question, names)
            found = about(bare) if bare != question else None
            return found if found is not None and found.topic else about(question)

        return asked

    def sought(self, question: str) -> str:
        """The answer to somebody who looks for a tool by its name ("and where is Lumo?", "do you mean Lumo?"), or nothing where they
        look for none.
        """
        if self.session.asked and _MEANT.search(question) and self._named(question):
            return self.tool()
        asked = _WHERE_IS.match(question)
        if asked is None:
            return ""
        if self._named(question):
            return self.noted(question)
        before = " ".join(turn.said for turn in self.session.live)
        name = asked["name"]
        if not re.search(rf"\b{re.escape(name)}\b", before, re.I):
            return ""
        # As it was written in the message that told of it.
        written = re.findall(rf"\b{re.escape(name)}\b", before, re.I)
        return self._not_there(max(written, key=lambda w: w != w.lower()))

    def noted(self, question: str) -> str:
        """What is noted of the tool, or on the matter, that a question names; else of everything."""
        if not self.chain.facts:
            return "Nothing is noted yet."
        # "And Lumo, is it on your list?": the name stands before the question.
        components = self._named(question) or self._named(self.said)
        facts = [f for f in self.chain.facts.values() if f.component in components]
        if facts:
            # A tool and its model may bear one name, which was just said.
            besides = [f for f in facts if f.field.name != "name"] or facts
            names = listed(dict.fromkeys(self.chain.title(c) for c in components))
            return f"On {names} I have: {self._read_out(besides, question)}. {phrases.IN_THE_LIST}"
        if facts := self._in_these_words(question) or self._on_the_matter(question):
            return f"{'Yes: ' if _WHETHER.match(question) else 'I have: '}{self._read_out(facts, question)}. {phrases.IN_THE_LIST}"
        if _WHETHER.match(question) and (now := self._told_now()):
            return f"{phrases.I_HAVE_NOW.format(self._read_out(now, question))} {phrases.IN_THE_LIST}"
        if _WHETHER.match(question) and (told := told_of(" ".join(_words_of_its_own(question)), self.session.live)):
            return phrases.TOLD_UNNOTED.format(short(told.words, MOST_OF_TALE).rstrip(" .,;"))
        if _WHETHER.match(question) and (matter := self._asked_for(question)):
            return f"No, I have nothing on {matter}. Say it in one plain sentence, and I note it."
        if (asked_on := _MATTER.search(question)) and not self._of_everything(asked_on["what"]):
            return f"On “{asked_on['what']}” I have noted nothing so far."
        if other := _NAMED.search(question) or _NAMED.search(self.said):
            return self._of_no_tool(other["name"]) or self._not_there(other["name"])
        return self._all_of_it(question, whole=not _WHETHER.match(question))

    def of_notes(self, question: str, before: str = "") -> str:
        """What is noted on the matters that a question to the notes names; "" where it asks for something else."""
        return Notes(self.session, self.chain, self.country).told(question, before)

    def whether_gone(self, asks: str, said: str) -> tuple[str, str]:
        """Whether what is named is out of the notes, for who asks that, and the questions that ask for something else."""
        notes = Notes(self.session, self.chain, self.country)
        each = sentences(asks)
        told = {s: notes.gone(s, said[: max(0, said.find(s))]) for s in each if of_the_notes(s) == "gone"}
        answers = dict.fromkeys(filter(None, told.values()))
        return " ".join(answers), " ".join(s for s in each if not told.get(s))

    def all_asked(self, asks: str, said: str) -> tuple[str, str]:
        """All that is noted, where a sentence of a question wants that by itself or with what leads up to it ("you said 3 more things, what are
        those?"), and the others; "" and all of them where none does.
        """
        each = sentences(asks)
        wants = [s for s in each if of_all_notes(s) or of_all_notes(said[: said.find(s) + len(s)][-MOST_BEFORE:])]
        if not wants or not self.chain.facts or any(map(keys_named, each)):
            # "What about the sensitive data? Which are there in your list?" wants these.
            return "", asks
        return self._all_of_it(asks, whole=True), " ".join(s for s in each if s not in wants)

    def became(self, asks: str, said: str) -> tuple[str, str]:
        """What became of something that was told before, for who asks after it, and the questions that ask for something else."""
        return whether_heard(
            asks,
            self.session,
            said,
            self.chain,
            lambda fact: said_back(fact, self.chain, self.country, brief=True),
            self.harms,
        )

    def risk_of(self, fact: Fact) -> str:
        """The gravest risk that is named for what a fact says, and a first step against it; that there is none where that is decided; else ""."""
        on_it = {rule.id: rule for rule in risks_on(fact.field, self.rules)}
        found = [f for f in summary.gravest(self.findings()) if f.rule in on_it]
        if found:
            rule = on_it[found[0].rule]
            return phrases.NAMES_A_RISK.format(
                rule.title.rstrip("."), found[0].severity, rule.steps(found[0].because)[0].first_step
            )
        open_yet = any(f.rule in on_it for f in summary.risks(self.findings(), "unknown"))
        return phrases.NAMES_NONE if on_it and not open_yet else ""

    def has_risk(self) -> bool:
        """Whether any risk is named so far."""
        return bool(summary.gravest(self.findings()))

    def left(self) -> str:
        """How many questions there could still be."""
        number = self.open_now()
        if not number:
            return phrases.LEFT_NONE
        if number <= MANY_LEFT:
            return phrases.LEFT_FEW.format(number)
        # Of many that could be put the first few tell most.
        few = USUALLY_ENOUGH - summary.answers_given(self.session)
        return (
            phrases.LEFT_MANY.format(few, max(2, round(few * MINUTES_EACH))) if few >= AT_LEAST else phrases.LEFT_LITTLE
        )

    def missing(self, *, whole: bool = False) -> str:
        """What would help most, and how much waits for it; ``whole``: all that is open, as far as anybody reads it in one message."""
        findings = self.findings()
        undecided = summary.risks(findings, "unknown")
        helpful = summary.open_questions(findings, self.chain, most=MOST_OPEN if whole else 3)
        if not helpful:
            return "Nothing that a risk waits for; what else I ask only rounds off the picture."
        letter = len(summary.for_supplier(self.chain))
        of_them = (
            f" What only your supplier knows, {count_of(letter, 'question')}, is ready as a letter." if letter else ""
        )
        waits = f"{count_of(len(undecided), 'risk')} cannot be decided yet."
        if whole:
            return f"What most waits for, in this order: {listed(helpful)}. {waits}{of_them} {ALL_OPEN}"
        return f"It would help most to learn about {listed(helpful)}. {waits}{of_them}"

    def worst(self) -> str:
        """The gravest risk that can be named, and the next one; never an all-clear."""
        findings, rules = self.findings(), {rule.id: rule for rule in self.rules}
        raised = [f for f in summary.gravest(findings) if f.rule in rules]
        if not raised:
            undecided = summary.risks(ranked(findings), "unknown")
            titles = [f"“{rules[f.rule].title}”" for f in undecided if f.rule in rules][:MOST_NAMED]
            among = f" Among them: {listed(titles)}." if titles else ""
            return f"None can be named yet; {count_of(len(undecided), 'risk')} cannot be decided, so that is no all-clear.{among}"
        gravest = rules[raised[0].rule]
        after = next((rules[f.rule].title for f in raised if f.rule != gravest.id), "")
        also = f" Next to it: “{after}”." if after else ""
        return f"The gravest so far is “{gravest.title}” ({raised[0].severity}). {short(gravest.statement, 26)}{also}"

    def first(self) -> str:
        """The first step against the gravest risk that has one."""
        if urgent := self._before_any_rule():
            return urgent
        first = self._first_steps(1)
        if not first:
            return NO_STEP
        title, step = first[0]
        return f"Against “{title}”, the gravest so far: {step} The report has the other steps."

    def _before_any_rule(self) -> str:
        """What comes first whatever the rules say: somebody in danger needs a person, and harm that was done is told to one."""
        names = named_tools(self.chain)
        told = (urgent for urgent in URGENT if any(urgent.met(turn.said, names) for turn in self.session.live))
        return next((urgent.step for urgent in told), "")

    def done_well(self) -> str:
        """What is advised on the matter of the question on the table; where none is on it, the first step of all."""
        return self.first() if self.session.asked is None else done_well(self.session.asked, self.rules)

    def steps(self) -> str:
        """The first steps against the gravest risks, each against another one."""
        if urgent := self._before_any_rule():
            return urgent
        found = self._first_steps(MOST_STEPS)
        if len(found) < MOST_STEPS - 1:
            return self.first()
        told = " ".join(f"({n}) {step}" for n, (_, step) in enumerate(found, 1))
        return f"{told} They go against {listed(f'“{title}”' for title, _ in found)}, the gravest so far; the report has the rest."

    def _first_steps(self, most: int) -> list[tuple[str, str]]:
        """(risk, first step) of the gravest risks that have one; no step twice."""
        rules = {rule.id: rule for rule in self.rules}
        found: dict[str, str] = {}
        for finding in summary.gravest(self.findings()):
            rule = rules.get(finding.rule)
            if rule and rule.mitigations and len(found) < most:
                found.setdefault(rule.steps(finding.because)[0].first_step, rule.title)
        return [(title, step) for step, title in found.items()]

    def ask(self) -> str:
        """What to ask a supplier: the questions of the letter, or those that most risks wait for."""
        refs = summary.for_supplier(self.chain)
        if not refs:
            missing = (ref for f in summary.risks(self.findings(), "unknown") for ref in f.missing)
            refs = [ref for ref, _ in Counter(ref for ref in missing if field_of(ref).key in TO_SUPPLIER).most_common()]
        keys = list(dict.fromkeys(field_of(ref).key for ref in refs))
        asked = " ".join(f"“{TO_SUPPLIER[key]}”" for key in (keys or ASK_ANYHOW)[:MOST_ASKED])
        return f"{asked} {LETTER}"

    def tool(self) -> str:
        """What the question on the table is about."""
        names = named_tools(self.chain)
        asked = self.session.asked
        if asked is None:
            return f"So far I have {listed(names)}." if names else "Any tool with AI in it that you use."
        component = asked.partition(".")[0]
        title = called(component, self.chain)
        if title not in KIND_TITLES.values() and not title.startswith(KIND_TITLES[kind_of(component)]):
            return f"I mean {title}."
        if component in ("organisation", "governance"):
            return f"I am asking about {topic_of(component, self.chain)}, whichever tool it is."
        topic = topic_of(component, self.chain)
        if topic.endswith(" it") and len(names) == 1:
            return f"I am asking about {topic.removesuffix('it')}{names[0]}."
        about = f"I am asking about {topic}"
        # "The members' data, or what it was trained with?" asks which it is, whosever it is.
        plain = f" That is {what}." if (what := WHAT_IT_IS.get(kind_of(component))) else ""
        if len(names) > 1 and component == kind_of(component):
            # Until it is told apart, the first part is the first tool's.
            return f"{about} of {names[0]}. Where it is otherwise for {listed(names[1:])}, tell me both.{plain}"
        return f"{about}{f' of {names[0]}' if len(names) == 1 and component == kind_of(component) else ''}.{plain}"

    def named_now(self) -> str:
        """The tool that the question on the table is about, else the only one that is noted; "" where several may be meant."""
        component = (self.session.asked or "").partition(".")[0]
        if component in (titles := {c: self.chain.title(c) for c in self.chain.mentioned("application")}):
            return titles[component] if titles[component] in named_tools(self.chain) else ""
        names = named_tools(self.chain)
        return names[0] if len(names) == 1 or (names and component and component == kind_of(component)) else ""

    def _all_of_it(self, question: str, whole: bool = False) -> str:
        facts = list(self.chain.facts.values())
        facts.sort(key=lambda f: (f.kind != "application", f.ref.partition(".")[2] != "name"))
        in_short = _SHORTLY.search(self.said) or (_IN_SHORT.search(self.said) and not _ALL.search(self.said))
        if (in_short and len(facts) > SHORT_ENOUGH) or (len(facts) > READ_AT_ONCE and not _ALL.search(self.said)):
            return self._in_short(facts)
        return (
            f"I have {count_of(len(facts), 'answer')}: {self._read_out(facts, question, whole)}. {phrases.IN_THE_LIST}"
        )

    def _in_short(self, facts: Sequence[Fact]) -> str:
        """What is noted in a few lines for who wants a summary: what the tool is and does to whom, what went wrong by it, the gravest risk."""
        known = [f for f in facts if f.status == "known" and f.field.key in TELL_MOST]
        known.sort(key=lambda f: TELL_MOST.index(f.field.key))
        said = [
            f"{count_of(len(facts), 'answer').capitalize()} so far, in short: {self._read_out(known[:MOST_IN_SHORT], '', whole=True)}."
        ]
        tales = [one.quote for _, one in all_told_besides(self.session, self.harms) if one.subject == INCIDENT]
        if tales:
            kept = "; ".join(f"“{short(tale, MOST_OF_TALE)}”" for tale in tales[-MOST_NAMED:])
            said.append(f"What went wrong, in your words: {kept}.")
        titles = {rule.id: rule.title for rule in self.rules}
        raised = [f for f in summary.gravest(self.findings()) if f.rule in titles]
        if raised:
            said.append(f"{count_of(len(raised), 'risk').capitalize()} named, the gravest: “{titles[raised[0].rule]}”.")
        return " ".join([*said, phrases.IN_THE_LIST, phrases.ALL_OF_IT])

    def _in_these_words(self, question: str) -> list[Fact]:
        """The facts whose value, or place in a message, has the words that a question names: at least half of them, and those with most."""
        named = _words_of_its_own(question)
        has = {f.ref: len(named & _words(f"{shown(f, self.country)} {f.quote}")) for f in self.chain.facts.values()}
        most = max(has.values(), default=0)
        enough = most if most and 2 * most >= len(named) else len(named) + 1
        return [f for f in self.chain.facts.values() if has[f.ref] >= enough]

    def _told_now(self) -> list[Fact]:
        """What the message at hand told beside the question."""
        return [f for f in self.chain.facts.values() if f.turn == self.session.next_number]

    def _asked_for(self, question: str) -> str:
        """What a question whether something is noted names, in its own words; "" where it only points ("did you get that?")."""
        told = re.findall(r"[\w'’.-]*[\w'’]", question)
        while told and told[0].lower() in _ASKING:
            told.pop(0)
        while told and told[-1].lower() in _TAIL:
            told.pop()
        return f"“{' '.join(told)}”" if told and len(told) <= MOST_OF_ONE else ""

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _named(self, question: str) -> list[str]:
        """The components that a question names by a word of their name."""
        asked = {w.lower() for w in re.findall(r"[\w.-]*\w", question)} - _ASKING
        found = []
        for component in self.chain.all_components():
            title = self.chain.title(component)
            words = {w.lower() for w in re.findall(r"[\w.-]*\w", title)}
            own = title != KIND_TITLES.get(kind_of(component)) and self.chain.get(f"{component}.name")
            if own and asked & words:
                found.append(component)
        return found

    def _on_the_matter(self, question: str) -> list[Fact]:
        """The facts whose field is called by a word of the question."""
        asked = {w.lower()[:5] for w in re.findall(r"\w{3,}", question) if w.lower() not in _ASKING}
        kinds = {kind for kind, words in _KINDS.items() if asked & {w[:5] for w in words}}
        return [
            f for f in self.chain.facts.values()
            if f.kind in kinds or asked & {w.lower()[:5] for w in re.findall(r"\w{3,}", f"{name_of(f.field.key)} {f.field.label}") if w.lower() not in _ASKING}
        ]  # fmt: skip

    @staticmethod
    def _of_everything(what: str) -> bool:
        """Whether what notes are asked for on is all that there is: "on us", "about this tool"."""
        return not {w.lower() for w in re.findall(r"\w{3,}", what)} - _ASKING

    def _read_out(self, facts: Sequence[Fact], question: str, whole: bool = False) -> str:
        said = [short(said_back(f, self.chain, self.country, brief=True), MOST_OF_ONE) for f in facts]
        most = MOST_READ if whole or _ALL.search(question) else READ_OUT
        more = len(said) - most
        return "; ".join([*said[:most], *([f"{more} more"] if more > 0 else [])])

    def _of_no_tool(self, name: str) -> str:
        """What is told of a name that is a month's, or that stands in what was told before: it is no tool's; else ""."""
        if _MONTH.fullmatch(name):
            return phrases.NO_NOTE_OF.format(name)
        told = told_of(name, self.session.live)
        if told is None or _AS_A_TOOL.search(told.sentence):
            return ""
        noted = [fact for fact in told.facts if self.chain.get(fact.ref) == fact]
        if noted:
            return phrases.HEARD_AS.format(self._read_out(noted, name))
        return phrases.TOLD_UNNOTED.format(short(told.words, MOST_OF_TALE))

    def _not_there(self, name: str) -> str:
        tools = named_tools(self.chain)
        instead = (
            f"; the {'tool that I have is' if len(tools) == 1 else 'tools that I have are'} {listed(tools)}"
            if tools
            else ""
        )
        return f"I have nothing on {name}{instead}. If you use it, say so: “we also use {name}, for …”."


def named_tools(chain: Chain) -> list[str]:
    """What the tools of a chain are called, as far as they have a name."""
    titles = (chain.title(c) for c in chain.mentioned("application"))
    return [title for title in titles if title != KIND_TITLES["application"]]
