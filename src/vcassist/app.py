"""The composition root: the only place where adapters are chosen. Each part is made when first needed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vcassist.access import Doors, new_token
from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.assessment.state import Knowledge
from vcassist.chain.facts import Chain, Fact, at_turn
from vcassist.clock import utc_now
from vcassist.errors import BadInput, BadUsage, NotAllowed, VcassistError
from vcassist.interview.by_hand import with_question
from vcassist.interview.interviewer import Event, Tools, ask_again, greet, next_step, reminder, take_turn
from vcassist.interview.outlook import Outlook
from vcassist.interview.ports import Answer, Glossary, Intent, Reader, Store
from vcassist.interview.removals.removing import refuse_retired, removal
from vcassist.interview.session import Session, Turn, session_from_json
from vcassist.knowledge.register import load_register
from vcassist.knowledge.rulebook import load_rulebook
from vcassist.report.materials import country_name
from vcassist.settings import Settings, read_settings
from vcassist.store.memory import unknown_session

if TYPE_CHECKING:
    from vcassist.assistant import Assistant
    from vcassist.interview.receipts import Receipt
    from vcassist.interview.session import Contradiction
    from vcassist.knowledge.glossary import Entry
    from vcassist.knowledge.talk import TalkAnswers
    from vcassist.knowledge.touched_reader import TouchedReader
    from vcassist.reading.answering_encoder import AnsweringEncoder
    from vcassist.reading.files.bounded import Opened
    from vcassist.reading.files.documents import Document
    from vcassist.reading.files.replies import Reply
    from vcassist.reading.stated import Statements
    from vcassist.reading.trained import TrainedReader

# (document's name, page now read, pages in all)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class App:
    """One running vcassist: its settings and, on demand, every part of it."""

    settings: Settings

    @cached_property
    def register(self) -> Register:
        return load_register()

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return load_rulebook()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The glossary as data, without its index."""
        from vcassist.knowledge.glossary import load_entries

        return load_entries()

    @cached_property
    def knowledge(self) -> Knowledge:
        """What chains are judged by, with the digests of the glossary's entries."""
        return Knowledge(self.rules, self.register, {slug: entry.digest for slug, entry in self.entries.items()})

    @cached_property
    def glossary(self) -> Glossary:
        from vcassist.knowledge.index import open_glossary

        return open_glossary(self.settings)

    @cached_property
    def reader(self) -> Reader:
        from vcassist.reading.in_turn import InTurn
        from vcassist.reading.offline import OfflineReader

        return InTurn(OfflineReader(self.register, self.trained, self.statements, self.few_words.chances))

    @cached_property
    def few_words(self) -> AnsweringEncoder:
        """What reads a few words as the answer to a question."""
        from vcassist.reading.answering_encoder import AnsweringEncoder

        return AnsweringEncoder()

    @cached_property
    def trained(self) -> TrainedReader:
        """The trained part of the offline reader, which a language model is held against too."""
        from vcassist.reading.trained import open_trained

        return open_trained(self.settings.data, self.settings.reader_size)

    @cached_property
    def assistant(self) -> Assistant:
        """The language model, where the settings ask for one."""
        from vcassist.assistant import Assistant

        return Assistant(self.settings, self.register, self.trained)

    def batch_reader(self, keep: Callable[[Receipt], None] = lambda _: None) -> Reader:
        """The reader that the settings ask for, for commands that read many messages; ``keep`` gets a receipt of each call.

        Raises BadUsage when words would leave this machine and nobody agreed, NotReady when the model cannot be opened.
        """
        from vcassist.assistant import Use

        self.refuse_unagreed()
        if self.settings.reading == "offline":
            return self.reader
        use = Use(lambda: True, keep, self.settings.redact == "yes")
        return self.assistant.batch_reader(self.reader, use)

    def refuse_unagreed(self) -> None:
        """Raises BadUsage when a batch would send words away and nobody agreed, or asks for a model that is not configured."""
        if self.settings.reading == "offline":
            return
        told = self.assistant.told
        if told.remote and not self.settings.model_allowed:
            raise BadUsage(
                f"The model {told.model} is not on this machine: every text would be sent to {told.company or told.host}.",
                "",
                "Agree with VCASSIST_EGRESS=agreed (or --agree), or read with --reader offline.",
            )

    @cached_property
    def store(self) -> Store:
        from vcassist.store.database import open_store

        return open_store(self.settings)

    @cached_property
    def outlook(self) -> Outlook:
        """What the planner knows about the rulebook; shared by all assessments, since it holds nothing of them."""
        return Outlook(self.rules, self.register)

    @cached_property
    def tools(self) -> Tools:
        from vcassist.reading.answering.exact import ExactReader
        from vcassist.reading.answering.in_few_words import nearest_in_few_words
        from vcassist.reading.told.what_counts import nearest_that_counts, stated_that_counts

        return Tools(
            ExactReader(self.reader),
            self.glossary,
            self.outlook,
            utc_now,
            country_name,
            about=self.talk_answers,
            wanted=self.talk_answers.wanted,
            again=self.reader,
            nearest=nearest_that_counts(nearest_in_few_words(self.few_words.chances, self.trained.nearest)),
            answers=self.few_words.chances,
            spoken_of=self.trained.spoken_of,
            stated=stated_that_counts(self.statements.of),
            harms=self.harms,
            touches=self.touched.touches,
        )

    @cached_property
    def harms(self) -> Callable[[str], bool]:
        """Whether a sentence tells of something that went wrong, in whatever words."""
        from vcassist.interview.remarks.learnt_harm import harms_by

        return harms_by(self.talk_answers.wanted)

    @cached_property
    def touched(self) -> TouchedReader:
        """What a message does to the notes that were taken before."""
        from vcassist.knowledge.touched_reader import TouchedReader

        return TouchedReader()

    @cached_property
    def statements(self) -> Statements:
        """What sentences state by themselves."""
        from vcassist.reading.stated import Statements

        return Statements(self.trained)

    @cached_property
    def talk_answers(self) -> TalkAnswers:
        """Answers to questions about the talk itself, as no model reads it."""
        from vcassist.knowledge.index import GlossaryIndex
        from vcassist.knowledge.talk import Setting, TalkAnswers
        from vcassist.knowledge.wanted import Wants
        from vcassist.knowledge.wanted_reader import WantedReader

        # A glossary of another making has no vectors: such questions are then known by their form alone.
        near = self.glossary if isinstance(self.glossary, GlossaryIndex) else None
        wants = Wants(near.embedder.name, near.embedded, reader=WantedReader()).chances if near is not None else None
        return TalkAnswers(near, Setting(self.settings.mode == "hosted"), wants=wants)

    def answer(self, question: str, keep: Callable[[Receipt], None] | None = None) -> Answer:
        """An answer from the glossary: in a language model's words where one may hear the question, else as it is composed.

        A remote model hears it only from a caller who agreed and who takes the receipts.
        """
        settings = self.settings
        hears = settings.model_allowed and not (settings.model_is_remote and keep is None)
        if settings.reading == "offline" or settings.speaker == "templates" or not hears:
            return self.glossary.answer(question)
        try:
            answers = self.assistant.answers(self.glossary, keep)
        except VcassistError:
            return self.glossary.answer(question)
        return answers.answer(question)

    def findings(self, chain: Chain) -> tuple[Finding, ...]:
        return assess(chain, self.rules, self.register)

    # --- sessions ---------------------------------------------------------------------------------------------------

    def begin(self, minutes: int | None = None) -> tuple[Session, str]:
        """A new stored session with its greeting, and the token that opens it (stored only as a hash)."""
        token = new_token()
        session = Session(id=secrets.token_hex(8), created=utc_now(), minutes=minutes)
        session = replace(session, turns=(greet(self.tools_without_reading()),))
        self.store.create(session, self.doors.hash_of(token))
        return session, token

    def tools_without_reading(self) -> Tools:
        """Tools for what needs neither reader nor glossary, so that nothing heavy is loaded."""
        return Tools(None, None, self.outlook, utc_now, country_name)  # type: ignore[arg-type]

    @cached_property
    def doors(self) -> Doors:
        """Who may open an assessment, and as what."""
        return Doors(self.store, self.settings.secret, utc_now)

    def opened(self, session_id: str, token: str | None) -> Session:
        """The session, for its owner's key. Raises NotAllowed without one, Locked, and NotFound for any other alike."""
        if self.doors.access(session_id, token).role != "owner":
            raise unknown_session()
        return self.store.load(session_id)

    def turn(self, session: Session, said: str, key: str | None = None) -> Iterator[Event]:
        """One turn; it is stored, whole, just before its last event is handed on, with the key of the submit it answers.

        While a model works no database connection is held.
        """
        for event in take_turn(session, said, self.tools_for(session)):
            if event.turn is not None:
                self.store.append(session.id, event.turn, key, event.rewritten)
            yield event
        self._count_provider(session.id)

    def read(self, session: Session, message: str, asked: str | None) -> tuple[tuple[Fact, ...], Intent]:
        """What one message says, and what the person wants, as the reader of this assessment reads it; nothing of it is kept.

        Words go to a model only as in a turn: where that was agreed to, with a receipt. Raises BadInput.
        """
        from vcassist.interview.reading import clean_message, gate

        said = clean_message(message)
        reading = self.tools_for(session).reader.read(said, asked, session.chain)
        return gate(reading, said).facts, reading.intent

    def tools_for(self, session: Session) -> Tools:
        """The tools of one assessment: with the model where one is configured and may hear it."""
        if self.settings.reading == "offline":
            return self.tools
        use = self.assistant.use(self.store, session)
        if not use.agreed():
            return self.tools
        from vcassist.reading.answering.exact import ExactReader

        reader, speaker = self.assistant.helpers(self.reader, use)
        told = self.assistant.told
        about = self.talk_answers.read_by("model_away" if told.remote else "model_here", told.company or told.host)
        return replace(self.tools, reader=ExactReader(reader), speaker=speaker, about=about, wanted=about.wanted)

    def decide_egress(self, session_id: str, *, agreed: bool, redact: bool = False, count: bool = False) -> None:
        """Keeps whether words of this assessment may go to the configured model, masked or not, and whether its provider
        is to be counted among the suppliers. Raises BadUsage without a model, NotFound.
        """
        self.assistant.decide(self.store, session_id, utc_now(), agreed=agreed, redact=redact, count=count)
        self._count_provider(session_id)

    def _count_provider(self, session_id: str) -> None:
        """Puts vcassist's own model into the chain, once the person wished it and its place is clear."""
        if self.settings.reading != "offline" and self.settings.model_is_remote:
            session = self.store.load(session_id)
            if facts := self.assistant.provider_facts(session):
                self.set_facts(
                    session, facts, "You wished the provider of the model that helps to read this to be counted."
                )

    def remind(self, session: Session) -> Turn:
        """What the session waits for, said once more as a turn of its own, for somebody who comes back."""
        turn = reminder(session, self.tools_without_reading())
        self.store.append(session.id, turn)
        return turn

    def ask_again(self, session: Session, ref: str) -> Turn:
        """Something that was answered, asked anew as a turn of its own, to be changed from a map or a list."""
        turn = ask_again(session, ref, self.tools_without_reading())
        self.store.append(session.id, turn)
        return turn

    def set_facts(
        self, session: Session, facts: tuple[Fact, ...], note: str = "", conflicts: tuple[Contradiction, ...] = ()
    ) -> Turn:
        """Facts set by hand (map, list, form) or read from a file, as a turn of their own. Conflicts are asked about later.

        What was asked stays asked; when just that was set, the next question comes. Raises BadInput for a part that was taken away.
        """
        refuse_retired(session.chain, [fact.ref for fact in facts])
        number = session.next_number
        turn = Turn(number, facts=at_turn(facts, number), note=note, conflicts=conflicts)
        return self._append_by_hand(session, turn)

    def remove(self, session: Session, what: str) -> Turn:
        """Takes away a component (``model-2``) with all that was noted of it, or a single fact (``model.weights``), as a turn of
        its own, which undo takes back. Raises BadInput for what cannot be taken away, NotFound for what is not in the chain.
        """
        return self._append_by_hand(session, removal(session, what, session.next_number, country_name))

    def _append_by_hand(self, session: Session, turn: Turn) -> Turn:
        turn = with_question(session, turn, self.tools_without_reading())
        self.store.append(session.id, turn)
        return turn

    def summarise(self, session_id: str) -> tuple[int, int]:
        """Has the language model write a summary of an assessment; it is kept beside the turns until a fact changes.

        Returns how many sentences passed the claim gate and how many it removed. Raises BadUsage without a model, NotAllowed where
        nobody agreed that words may leave, ModelTrouble.
        """
        from vcassist.llm.prompts import load_prompt
        from vcassist.llm.summarising import ModelSummary
        from vcassist.report.build import build
        from vcassist.report.spoken import Spoken, cited, evidence_lines, with_spoken

        session = self.store.load(session_id)
        use = self.assistant.use(self.store, session)
        if not use.agreed():
            raise NotAllowed(
                "Nobody agreed that words of this assessment may go to the model.", "", "Agree to it first."
            )
        chat, _ = self.assistant.chat(use)
        writer = ModelSummary(chat, load_prompt("summarise"))
        report = build(self, session.chain, session)
        sentences = cited(report, writer.write(evidence_lines(report)))
        spoken = Spoken(sentences, chat.name, writer.version, report.versions["facts"])
        self.store.change_extra(session_id, lambda extra: with_spoken(extra, spoken))
        fresh = self.store.load(session_id)
        kept = len(build(self, fresh.chain, fresh).summary.spoken)
        return kept, len(sentences) - kept

    def mark_reviewed(self, session_id: str, by: str | None, on: str | None = None) -> dict[str, str]:
        """Marks the facts as they are now as reviewed by a person on a day (today when left out); without a name, unmarks.

        Raises BadInput for a name or day that is none, NotFound.
        """
        from vcassist.report.provenance import digest_of
        from vcassist.report.review import made_review, with_review

        facts = digest_of(self.store.load(session_id).chain.as_json())
        mark = made_review(by, on or utc_now()[:10], facts) if by is not None else None
        self.store.change_extra(session_id, lambda extra: with_review(extra, mark))
        return {"by": mark.by, "on": mark.on} if mark else {}

    def draft(
        self,
        files: Sequence[tuple[str, bytes]],
        on_progress: Progress | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> tuple[Session, str]:
        """A new session filled from documents; it can be continued as an interview. Returns it with its token.

        ``tell`` is given in sentences what came of the reading.

        Raises BadInput or TooLarge naming the file that cannot be read; then there is no session.
        """
        documents = [each.document for each in _opened(files)]
        session, token = self.begin()
        self._read_into(session, documents, on_progress, tell)
        return self.store.load(session.id), token

    def draft_from(
        self, session: Session, files: Sequence[tuple[str, bytes]], on_progress: Progress | None = None
    ) -> Turn:
        """Documents added to a session, as a turn; letters to suppliers that come back filled in are read as such.

        Raises BadInput or TooLarge naming the file that cannot be read.
        """
        from vcassist.reading.files.replies import read_replies

        opened = _opened(files)
        replies = [r for each in opened if each.form for r in read_replies(each.form, each.document.name)]
        documents = [each.document for each in opened if not each.form]
        turn = self.take_replies(session, replies) if replies else None
        if documents or turn is None:
            turn = self._read_into(self.store.load(session.id) if turn else session, documents, on_progress)
        return turn

    def take_replies(self, session: Session, replies: Sequence[Reply]) -> Turn:
        """Suppliers' filled-in letters, as a turn whose facts have the source "supplier"."""
        from vcassist.reading.files.replies import take_all

        taken = take_all(replies, session.chain, self.tools_for(session).reader)
        names = ", ".join(dict.fromkeys(reply.name for reply in replies))
        return self._append(session, names, taken.facts, taken.told, taken.conflicts, taken.prompts)

    def _read_into(
        self,
        session: Session,
        documents: Sequence[Document],
        on_progress: Progress | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Turn:
        from vcassist.reading.files.gathering import read_documents
        from vcassist.reading.files.idle import products_of

        reader = self.tools_for(session).reader
        reading = read_documents(
            documents, reader, on_progress, chain=session.chain, is_product=products_of(self.register)
        )
        names = ", ".join(d.name for d in documents)
        told = reading.told(names)
        if tell:
            tell(told)
        return self._append(session, names, reading.facts, told, reading.conflicts, reading.prompts)

    def _append(
        self,
        session: Session,
        names: str,
        found: Sequence[Fact],
        told: str,
        conflicts: tuple[Contradiction, ...],
        prompts: tuple[str, ...],
    ) -> Turn:
        """What files told, as a turn that goes on with the interview."""
        number = session.next_number
        facts = at_turn(found, number)
        after = replace(session, turns=(*session.turns, Turn(number, facts=facts, conflicts=conflicts)))
        plan = next_step(after, self.tools_without_reading())
        turn = replace(
            plan,
            number=number,
            facts=facts,
            reply=f"{told} {plan.reply}",
            conflicts=conflicts,
            prompts=prompts,
            document=names,
            at=utc_now(),
        )
        self.store.append(session.id, turn)
        return turn

    def take_in(self, data: Any) -> tuple[Session, str]:
        """Stores an exported session under a new id. Raises BadInput when it is none."""
        session = session_from_json(data)
        if not session.turns:
            raise BadInput("This session has no turns.")
        from vcassist.llm.agreement import KEPT_AS

        token = new_token()
        # An agreement that comes in a file was not given by whoever brings it: it is asked anew.
        extra = {k: v for k, v in session.extra.items() if k != KEPT_AS}
        session = replace(session, id=secrets.token_hex(8), extra=extra)
        self.store.create(session, self.doors.hash_of(token))
        return session, token


def _opened(files: Sequence[tuple[str, bytes]]) -> list[Opened]:
    """Each file, opened in a bounded process of its own. Raises BadInput, TooLarge or Busy naming the first that cannot be."""
    from vcassist.reading.files.bounded import open_document

    return [open_document(data, name) for name, data in files]


def open_app(settings: Settings | None = None) -> App:
    return App(settings or read_settings())
