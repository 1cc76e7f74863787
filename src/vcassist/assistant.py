"""The language model as one assessment may use it: told first, agreed to, receipted, masked where asked, never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact
from vcassist.errors import BadUsage, VcassistError
from vcassist.interview.ports import Glossary, Proposal, Reader, Reading, Speaker, Store
from vcassist.interview.receipts import with_receipt
from vcassist.interview.session import Session
from vcassist.settings import Settings

if TYPE_CHECKING:
    from vcassist.llm.answering import ModelAnswers
    from vcassist.llm.circuit import GuardedChat
    from vcassist.llm.egress import Keep, Notice
    from vcassist.llm.masking import Mask
    from vcassist.llm.ports import ChatPort
    from vcassist.reading.combined import HintedReader, Support
    from vcassist.reading.model import ModelReader
    from vcassist.reading.model_standing import ModelStanding
    from vcassist.reading.trained import TrainedReader


@dataclass(frozen=True, slots=True)
class Use:
    """What one assessment allows. ``agreed`` is asked before each call, so that a refusal counts at once."""

    agreed: Callable[[], bool]
    keep: Keep
    redact: bool = False
    organisation: str = ""


@dataclass(frozen=True)
class Assistant:
    """The configured model, opened when first needed and shared by all assessments with its circuit."""

    settings: Settings
    register: Register
    trained: TrainedReader

    @cached_property
    def told(self) -> Notice:
        """Who would receive words. Raises BadUsage where a reader needs a model and none is configured, or none of a known kind."""
        from vcassist.llm.egress import notice

        if not self.settings.model:
            raise BadUsage(
                f"VCASSIST_READER is {self.settings.reading}, and no language model is configured.",
                "",
                "Set VCASSIST_MODEL, or VCASSIST_READER=offline.",
            )
        return notice(self.settings, self.register)

    @cached_property
    def _chat(self) -> GuardedChat:
        from vcassist.llm.chat import open_chat

        return open_chat(self.settings)

    @cached_property
    def _model(self) -> ModelReader:
        from vcassist.llm.prompts import load_prompt
        from vcassist.reading.model import ModelReader

        return ModelReader(self._chat, self.register, load_prompt("read-message"))

    @cached_property
    def _public_names(self) -> frozenset[str]:
        return frozenset(self.register.public_names())

    @cached_property
    def _support(self) -> Support | None:
        from vcassist.reading.support import trained_support

        return trained_support(self.trained)

    @cached_property
    def _standing(self) -> ModelStanding:
        from vcassist.reading.model_standing import ModelStanding

        return ModelStanding()

    def wrap(self, wrapper: Callable[[ChatPort], ChatPort]) -> GuardedChat:
        """Puts something between the product and the model, such as a meter; before any reader is made. Raises NotReady or BadUsage."""
        self.__dict__["_chat"] = found = self._chat.wrapping(wrapper)
        return found

    def prepare(self) -> None:
        """Opens the model, so that no person's turn waits for that. Raises NotReady or BadUsage."""
        _ = self.told, self._model

    def use(self, store: Store, session: Session) -> Use:
        """What an assessment agreed to, looked up anew before each call, and where its receipts are kept."""
        from vcassist.llm.agreement import agreement_in, may_leave

        told, settings = self.told, self.settings
        kept = agreement_in(session.extra, told)
        return Use(
            lambda: may_leave(settings, told, agreement_in(store.load(session.id).extra, told)),
            lambda receipt: store.change_extra(session.id, lambda extra: with_receipt(extra, receipt)),
            settings.redact == "yes" or (kept is not None and kept.redact),
            session.chain.value("organisation.name") or "",
        )

    def decide(self, store: Store, session_id: str, at: str, *, agreed: bool, redact: bool, count: bool) -> None:
        """Keeps a person's decision about the configured model. Raises BadUsage without one, NotFound."""
        from vcassist.llm.agreement import KEPT_AS, Agreement

        made = Agreement(agreed, self.told.model, self.told.host, redact, count, at).as_json()
        store.change_extra(session_id, lambda extra: {**extra, KEPT_AS: made})

    def provider_facts(self, session: Session) -> tuple[Fact, ...]:
        """The model that vcassist itself uses as facts, where they were wished for and are not there yet."""
        from vcassist.llm.agreement import agreement_in, provider_facts

        noted = (fact for turn in session.live for fact in turn.facts)
        return provider_facts(self.told, agreement_in(session.extra, self.told), session.chain, noted)

    def chat(self, use: Use) -> tuple[GuardedChat, Mask | None]:
        """The model for one assessment, and the mask that its words go through. Raises NotReady or BadUsage."""
        from vcassist.llm.egress import session_chat
        from vcassist.llm.masking import Mask

        mask = Mask(use.organisation, self._public_names) if use.redact else None
        return session_chat(self._chat, self.told, use.keep, use.agreed, mask), mask

    def helpers(self, offline: Reader, use: Use) -> tuple[Reader, Speaker | None]:
        """Who reads and who phrases the replies of one assessment: whatever happens to the model, ``offline`` stands behind it,
        and without a speaker the templates speak. Both go through one mask, so that what the reader learns to hide stays hidden.
        """
        from vcassist.llm.prompts import load_prompt
        from vcassist.llm.speaking import ModelSpeaker
        from vcassist.reading.combined import CombinedReader, ModelFirstReader

        model: HintedReader
        speaker = None
        try:
            chat, mask = self.chat(use)
            model = self._model.through(chat, mask.learn if mask else None)
            if self.settings.speaker != "templates":
                speaker = ModelSpeaker(chat, load_prompt("speak"))
        except VcassistError as error:
            model = _Unavailable(error)
        if self.settings.reading == "model":
            return ModelFirstReader(offline, model), speaker
        return CombinedReader(offline, model, self._support, self._standing), speaker

    def answers(self, glossary: Glossary, keep: Keep | None) -> ModelAnswers:
        """Answers from the glossary in the model's words. Raises NotReady or BadUsage."""
        from vcassist.llm.answering import ModelAnswers
        from vcassist.llm.prompts import load_prompt

        use = Use(lambda: True, keep or (lambda _: None), self.settings.redact == "yes")
        return ModelAnswers(glossary, self.chat(use)[0], load_prompt("answer"))

    def batch_reader(self, offline: Reader, use: Use) -> Reader:
        """The reader for batches and measuring: a model that fails is an error there. Raises NotReady or BadUsage."""
        from vcassist.reading.combined import CombinedReader, NamesFirstReader

        chat, mask = self.chat(use)
        model = self._model.through(chat, mask.learn if mask else None)
        if self.settings.reading == "combined":
            return CombinedReader(offline, model, self._support, self._standing)
        return NamesFirstReader(offline, model) if mask else model


@dataclass(frozen=True, slots=True)
class _Unavailable:
    """A model that could not even be opened: each message is read without it, and the person is told why."""

    error: VcassistError

    def read_with(self, message: str, asked: str | None, chain: Chain, hints: Sequence[Proposal]) -> Reading:
        raise self.error
