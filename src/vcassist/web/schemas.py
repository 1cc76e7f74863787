"""The API's shapes, for its OpenAPI description and for checking what comes in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _whole(text: str) -> str:
    """Refuses half characters (lone surrogates), which JSON can write and no file or page can hold."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("holds broken characters")
    return text


Text = Annotated[str, AfterValidator(_whole)]
Value = Text | list[Text] | None


class NewSession(BaseModel):
    opening: Text | None = Field(None, description="The first message, if there is one already.")
    minutes: int | None = Field(None, ge=1, le=600, description="Time budget; none unless given.")


class Say(BaseModel):
    say: Text = Field(description="What the person says: 1 to 20,000 characters.")


class ReadIn(BaseModel):
    message: Text = Field(description="What somebody says: 1 to 20,000 characters.")
    asked: Text | None = Field(
        None, description="The field that it answers, such as `model.weights`; none: nothing was asked."
    )


class FactOut(BaseModel):
    ref: str
    status: Literal["known", "unknown", "withheld", "not_applicable"]
    value: Value
    quote: str
    start: int | None
    end: int | None
    by: str | None = None
    source: str | None = None
    note: str | None = None


class ReadOut(BaseModel):
    facts: list[FactOut]
    intent: Literal["answer", "question", "correction", "skip", "stop", "undo", "other"]


class FoldedFact(FactOut):
    turn: int
    history: list[dict[str, Any]]


class ChainOut(BaseModel):
    facts: list[FoldedFact]
    removed: list[str] | None = Field(
        None, description="Components that were taken away, where there are any. Their ids are not given again."
    )


class SuggestionOut(BaseModel):
    ref: str
    value: str
    source: str
    as_of: str


class ConflictOut(BaseModel):
    ref: str
    old: Value
    new: Value


class CitationOut(BaseModel):
    term: str
    quote: str


class Answer(BaseModel):
    reply: str
    asked: str | None
    facts: list[FactOut]
    suggestions: list[SuggestionOut]
    conflicts: list[ConflictOut]
    citations: list[CitationOut]
    done: bool


class Created(BaseModel):
    id: str
    token: str
    reply: str
    asked: str | None
    facts: list[FactOut] | None = None
    suggestions: list[SuggestionOut] | None = None
    conflicts: list[ConflictOut] | None = None
    citations: list[CitationOut] | None = None
    done: bool | None = None


class SessionOut(BaseModel):
    """The session in its export form, with what it waits for."""

    model_config = ConfigDict(extra="allow")

    format: int
    id: str
    created: str
    minutes: int | None
    title: str
    extra: dict[str, Any]
    turns: list[dict[str, Any]]
    asked: str | None = None
    done: bool | None = None


class FindingOut(BaseModel):
    id: str
    rule: str
    component: str
    kind: Literal["risk", "opportunity"]
    verdict: Literal["raised", "clear", "unknown"]
    severity: Literal["low", "medium", "high", "critical"]
    missing: list[str]
    decision: dict[str, Any] | None = None


class Share(BaseModel):
    hhi: int
    shares: dict[str, float]


class Concentrations(BaseModel):
    direct: Share
    ultimate: Share


class FindingsOut(BaseModel):
    findings: list[FindingOut]
    concentration: Concentrations


class FactIn(BaseModel):
    ref: Text
    status: Literal["known", "unknown", "withheld", "not_applicable"] = "known"
    value: Value = None
    by: Literal["supplier", "person"] | None = Field(None, description="Who withholds it; the supplier unless said.")


class FactsIn(BaseModel):
    facts: list[FactIn] = Field(min_length=1, max_length=100)


class KeyOut(BaseModel):
    token: str = Field(description="What to send as `Authorization: Bearer` from now on.")


class PassphraseIn(BaseModel):
    passphrase: Text | None = Field(max_length=1000, description="8 to 200 characters; null takes it away.")


class UnlockIn(BaseModel):
    passphrase: Text = Field(max_length=1000)


class LinkIn(BaseModel):
    kind: Literal["read", "questions"]
    refs: list[Text] = Field([], max_length=100, description="For `questions`: the fields that it may answer.")
    label: Text = Field("", max_length=200, description="Whom it is for.")


class LinkOut(BaseModel):
    id: str
    kind: Literal["read", "questions"]
    refs: list[str]
    label: str
    at: str


class LinksOut(BaseModel):
    links: list[LinkOut]


class LinkMade(BaseModel):
    id: str
    kind: Literal["read", "questions"]
    token: str
    path: str


class QuestionOut(BaseModel):
    ref: str
    question: str


class QuestionsOut(BaseModel):
    label: str
    questions: list[QuestionOut]


class AnswersIn(BaseModel):
    who: Text = Field("", max_length=200, description="Who answers; else whom the link is for.")
    facts: list[FactIn] = Field(min_length=1, max_length=100)


class Taken(BaseModel):
    taken: int


class Decision(BaseModel):
    state: Literal["open", "in_progress", "mitigated", "accepted", "false_alarm"]
    note: Text = Field("", max_length=2000)
    who: Text | None = Field(None, max_length=200, description="Who does it; left out, it stays as it was.")
    by_when: Text | None = Field(None, max_length=40, description="By when; left out, it stays as it was.")


class EgressIn(BaseModel):
    agree: bool = Field(description="Whether words of this assessment may go to the configured model.")
    redact: bool = Field(
        False, description="Mask personal names, addresses, telephone numbers and the organisation's name before."
    )
    count: bool = Field(
        False, description="Put the model's provider into the map and count it among the organisation's suppliers."
    )


class NoticeOut(BaseModel):
    remote: bool
    model: str
    to: str
    host: str
    country: str
    text: list[str]


class AgreementOut(BaseModel):
    agreed: bool
    model: str
    host: str
    redact: bool
    count: bool
    at: str


class ReceiptOut(BaseModel):
    """One call to a remote model. ``digest`` is the SHA-256 of all that was sent; no word of it is kept."""

    time: str
    provider: str
    model: str
    to: str
    country: str
    bytes: int
    digest: str


class EgressOut(BaseModel):
    asked: bool = Field(description="The person is still to be asked.")
    allowed: bool = Field(description="Words may go to the model now.")
    remote: bool
    notice: NoticeOut | None
    agreement: AgreementOut | None
    receipts: list[ReceiptOut]


class GlossaryResult(BaseModel):
    term: str
    title: str
    score: float
    passage: str


class GlossaryResults(BaseModel):
    results: list[GlossaryResult]
    covered: bool


class TermOut(BaseModel):
    term: str
    title: str
    category: str


class Terms(BaseModel):
    terms: list[TermOut]


class SourceOut(BaseModel):
    title: str
    publisher: str
    date: str
    url: str


class EntryOut(TermOut):
    definition: str
    body: str
    aliases: list[str]
    acronyms: list[str]
    related: list[str]
    sources: list[SourceOut]


class Question(BaseModel):
    question: Text = Field(min_length=1, max_length=2000)


class Answered(BaseModel):
    answer: str
    citations: list[CitationOut]
    covered: bool


class EntityOut(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: str
    kind: Literal["supplier", "model", "product", "accelerator"]
    name: str
    source: SourceOut | None
    as_of: str


class Entities(BaseModel):
    entities: list[EntityOut]
    as_of: str


class Health(BaseModel):
    status: Literal["ok", "trouble"]
    version: str
    ready: dict[str, bool]


class Ready(BaseModel):
    status: Literal["ready", "not ready"]
    trouble: dict[str, str]


class Problem(BaseModel):
    type: str
    title: str
    status: int
    detail: str
