"""What stands of all that documents say: each fact with the component that its sentence speaks of, contradictions apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vcassist.chain.facts import Chain, Fact, Value, field_of, fold, split_ref
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.interview.reading import merged_set
from vcassist.interview.session import Contradiction
from vcassist.reading.components import same_name
from vcassist.reading.files.documents import Chunk, Document, whole_sentences
from vcassist.reading.files.idle import KnownProduct, idle_tool
from vcassist.reading.files.subjects import Sentence, Subjects, is_heading
from vcassist.reading.files.tables import Told

# Words of a cell that can be a tool's name.
LONGEST_NAME = 6
# Words of a yes or no that says nothing without what was asked.
LONGEST_BARE = 2
# What a tool does for a decision, the gravest last.
ROLES = ("assists", "recommends", "decides")
# All that is noted of a tool that is planned or given up beside others.
OF_AN_IDLE_TOOL = ("name", "lifecycle", "purpose", "supplier")


@dataclass
class Gathered:
    """Facts of the documents so far, by reference, against what was known before.

    ``subjects``: which tool each sentence is about. ``model``: the model that was named last. ``tool_of``: whose a component of another kind
    was when it was first spoken of.
    """

    before: Chain
    is_product: KnownProduct
    standing: dict[str, Fact] = field(default_factory=dict)
    conflicts: dict[tuple[str, object], Contradiction] = field(default_factory=dict)
    subjects: Subjects = field(default_factory=Subjects)
    model: str = ""
    tool_of: dict[str, str] = field(default_factory=dict)

    def chain(self) -> Chain:
        return fold((*self.before.facts.values(), *self.standing.values()), self.before.retired)

    def take(self, facts: Sequence[Fact], chunk: Chunk, document: Document) -> None:
        """The facts of one stretch of text, each put to the component that its sentence speaks of; their places count in the stretch."""
        known = self._tools(())
        facts = [f for f in facts if _under_its_heading(f, chunk) and not _only_a_heading(f, chunk, document)]
        if chunk.record is None:
            facts += self._idle_in(chunk.text, facts, known)
        elif chunk.record.tool is not None:
            facts = self._of_the_row(chunk.text, chunk.record.tool, facts, known)
        tools = self._tools(facts)
        new = set(tools.values()) - set(known.values())
        idle = self._idle(facts)
        models = [f.component for f in facts if f.kind == "model" and f.ref.endswith(".name")]
        self.model = models[0] if models else self.model
        sentences = self._sentences(chunk, tools, idle, document)
        for fact in facts:
            tool = _tool(fact, sentences, new)
            if tool in idle and not (fact.kind == "application" and fact.field.name in OF_AN_IDLE_TOOL):
                continue
            placed = _in_document(self._placed(fact, tool, models), chunk, document)
            if placed:
                self.add(placed)

    def _tools(self, facts: Sequence[Fact]) -> dict[str, str]:
        """The tools that have a name, with those that these facts name: their components by their names."""
        chain = self.chain()
        names = {str(chain.value(f"{c}.name")): c for c in chain.mentioned("application") if chain.value(f"{c}.name")}
        for fact in facts:
            if _names_a_tool(fact):
                names.setdefault(str(fact.value), fact.component)
        return names

    def _idle(self, facts: Sequence[Fact]) -> frozenset[str]:
        """The tools that are planned or given up, where there are others."""
        chain = self.chain()
        stages: dict[str, Value | None] = {c: chain.value(f"{c}.lifecycle") for c in chain.mentioned("application")}
        for fact in facts:
            if fact.kind == "application":
                stages.setdefault(fact.component, None)
                if fact.field.name == "lifecycle" and stages[fact.component] is None:
                    stages[fact.component] = fact.value
        idle = frozenset(c for c, stage in stages.items() if stage in ("planned", "retired"))
        return idle if len(idle) < len(stages) else frozenset()

    def _idle_in(self, text: str, facts: Sequence[Fact], known: Mapping[str, str]) -> list[Fact]:
        """The names and stages of tools that a stretch tells to be planned or given up, where nothing of them stands yet."""
        found: list[Fact] = []
        for start, end in whole_sentences(text):
            here = [f for f in facts if start <= (f.start or 0) < end and f.kind == "application"]
            named = [f for f in here if _names_a_tool(f) and str(f.value) not in known]
            idle = idle_tool(text[start:end], [((f.start or 0) - start, str(f.value)) for f in named], self.is_product)
            if idle is None or any(same_name(idle.name, name) for name in known):
                continue
            component = next((f.component for f in named if f.value == idle.name), None)
            if component is None:
                # Where it is the only tool that is named, what follows is told of it.
                alone = not known and not any(map(_names_a_tool, (*facts, *found)))
                its = [f for f in facts if f.kind == "application" and (f.start or 0) >= start] if alone else here
                component = self._free_tool(its, (*facts, *found))
                at = start + idle.at
                found.append(_stated(f"{component}.name", idle.name, text, at, at + len(idle.name)))
            if not any(f.ref == f"{component}.lifecycle" for f in facts):
                found.append(
                    _stated(f"{component}.lifecycle", idle.lifecycle, text, start + idle.start, start + idle.end)
                )
        return found

    def _of_the_row(self, text: str, tool: Told, facts: Sequence[Fact], known: Mapping[str, str]) -> list[Fact]:
        """The facts of a table's row with the tool that it names: a known one, the one that was read there, or one of the cell's own words."""
        name = text[tool.value : tool.end]
        there = next((c for called, c in known.items() if same_name(called, name)), None)
        read = next((f.component for f in facts if _names_a_tool(f) and f.touches(tool.value, tool.end)), None)
        component = there or read or self._free_tool(facts, facts)
        kept = [f for f in facts if not _names_a_tool(f) or f.component == component]
        moved = [replace(f, ref=f"{component}.{f.field.name}") if f.kind == "application" else f for f in kept]
        if there or read:
            return moved
        if len(name.split()) > LONGEST_NAME:
            return []
        return [_stated(f"{component}.name", name, text, tool.value, tool.end), *moved]

    def _free_tool(self, here: Sequence[Fact], facts: Sequence[Fact]) -> str:
        """The component for a tool that its sentence names: the one without a name that the sentence speaks of, else a further one."""
        chain = self.chain()
        taken = {f.component for f in facts if f.kind == "application"}
        named = {f.component for f in facts if _names_a_tool(f)}
        free = (
            f.component for f in here if f.component not in named and f.component not in chain.mentioned("application")
        )
        return next(free, None) or chain.another("application", taken)

    def _sentences(
        self, chunk: Chunk, tools: Mapping[str, str], idle: Collection[str], document: Document
    ) -> list[Sentence]:
        """The sentences of a stretch with whose they are. A table is an aside: what follows goes on where the text before it was."""
        subjects = self.subjects if chunk.record is None else replace(self.subjects, often=Counter())
        on_a_new_line = document.text[max(0, chunk.start - 2) : chunk.start].rstrip(" ")[-1:] in ("", "\n")
        found = list(subjects.sentences(chunk.text, tools, idle, on_a_new_line=on_a_new_line))
        if chunk.record is not None:
            self.subjects.often.update(subjects.often)
        return found

    def _placed(self, fact: Fact, tool: str, models: Sequence[str]) -> Fact:
        """The fact with its component: the tool's, or a new one where another tool's must not be contradicted."""
        component, kind, name = split_ref(fact.ref)
        if kind == "application" and name != "name":
            component = tool or component
        if kind in SINGLE_KINDS or kind == "application" or component in models:
            return self._owned(replace(fact, ref=f"{component}.{name}"), tool)
        seen = self.model if kind == "model" and self.model else component
        if self.tool_of.get(seen) in (None, "", tool):
            component = seen
        fact = replace(fact, ref=f"{component}.{name}")
        old = self.standing.get(fact.ref) or self.before.get(fact.ref)
        if old is None or old.value == fact.value or self.tool_of.get(component) in (None, "", tool):
            return self._owned(fact, tool)
        own = next((c for c, owner in self.tool_of.items() if owner == tool and c.partition("-")[0] == kind), None)
        return self._owned(replace(fact, ref=f"{own or self._new(kind)}.{name}"), tool)

    def _owned(self, fact: Fact, tool: str) -> Fact:
        self.tool_of[fact.component] = self.tool_of.get(fact.component) or tool
        return fact

    def _new(self, kind: str) -> str:
        return self.chain().another(kind)

    def add(self, fact: Fact) -> None:
        old = self.standing.get(fact.ref) or self.before.get(fact.ref)
        if old is None or (old.open and not fact.open) or (old.status, fact.status) == ("unknown", "withheld"):
            self.standing[fact.ref] = fact
        elif fact.open or old.says_the_same(fact):
            return
        elif _of_another_task(old, fact):
            self.standing[fact.ref] = max(old, fact, key=lambda f: ROLES.index(str(f.value)))
        elif old.status == fact.status == "known" and field_of(fact.ref).type == "set":
            self._join(old, fact)
        elif field_of(fact.ref).type != "text" or old.status != fact.status:
            # A second wording of the same thing is no contradiction.
            self._contradict(old, fact)

    def _join(self, old: Fact, fact: Fact) -> None:
        merged = merged_set(old, fact)
        if merged is fact and set(fact.values) != set(old.values):
            self._contradict(old, fact)
        elif merged.value != old.value:
            self.standing[fact.ref] = merged

    def _contradict(self, old: Fact, fact: Fact) -> None:
        new = fact.as_json()["value"]
        said = fact.quote if not fact.note else f"{fact.quote} ({fact.note})"
        first = old.quote if not old.note else f"{old.quote} ({old.note})"
        self.conflicts.setdefault(
            (fact.ref, str(new)), Contradiction(fact.ref, old.as_json()["value"], new, first, said)
        )


def _of_another_task(old: Fact, fact: Fact) -> bool:
    """Whether two roles of a tool in one document are of two tasks of it: the one that weighs more is the tool's, and no contradiction."""
    of_one_document = old.source == fact.source == "document" and _document_of(old) == _document_of(fact)
    roles = {str(f.value) for f in (old, fact) if f.status == "known"}
    return fact.field.key == "application.decision_role" and of_one_document and len(roles) == 2 and roles <= set(ROLES)


def _document_of(fact: Fact) -> str:
    return fact.note.rpartition(", page ")[0]


def _names_a_tool(fact: Fact) -> bool:
    return fact.kind == "application" and fact.field.name == "name" and fact.status == "known"


def _stated(ref: str, value: str, text: str, start: int, end: int) -> Fact:
    return Fact(ref, "known", value, text[start:end], start, end, source="document")


def _tool(fact: Fact, sentences: Sequence[Sentence], new: Collection[str]) -> str:
    """Whose a fact is by its sentence, "" for nobody's; ``new``: the tools that the stretch itself names first."""
    proposed = fact.component if fact.kind == "application" else ""
    if _names_a_tool(fact):
        return proposed
    sentence = next((s for s in sentences if s.start <= (fact.start or 0) < s.end), None)
    if sentence is None or (sentence.brings_in and proposed in new and not sentence.named):
        return proposed
    return sentence.tool(fact.start or 0, proposed) or proposed


def _only_a_heading(fact: Fact, chunk: Chunk, document: Document) -> bool:
    """Whether what was taken for a tool's name stands in the document as a heading and nowhere in a sentence ("Timetabling")."""
    start, end = fact.start or 0, fact.end or 0
    if chunk.record is not None or not _names_a_tool(fact) or not is_heading(chunk.text, start, end):
        return False
    name = re.compile(rf"(?<![\w-]){re.escape(fact.quote)}(?![\w-])")
    return not any(
        name.search(document.text, first, last) and not is_heading(document.text, first, last)
        for first, last in whole_sentences(document.text)
    )


def _under_its_heading(fact: Fact, chunk: Chunk) -> bool:
    """Whether what was read in a table's cell is what its heading asks for, or stands under none: a cell tells of nothing else."""
    if chunk.record is None:
        return True
    cell = chunk.record.touched(fact.start or 0, fact.end or 0)
    return cell is not None and cell.about in ("", fact.kind)


def _in_document(fact: Fact, chunk: Chunk, document: Document) -> Fact | None:
    """A chunk's fact with its place and words in the whole document: offsets, file and page. None for what no one place of it says."""
    # A cell's "No" alone would be the quote of everything.
    bare = fact.field.type == "yesno" and len(fact.quote.split()) <= LONGEST_BARE
    place = chunk.place(fact.start or 0, fact.end or 0, whole=bare)
    if place is None:
        return None
    start, end = place
    note = f"{document.name}, page {document.page_at(start)}"
    return replace(fact, start=start, end=end, quote=document.text[start:end], note=note)
