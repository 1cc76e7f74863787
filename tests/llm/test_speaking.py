"""The model speaks over real HTTP: streamed and checked in a whole turn; whatever goes wrong, the template speaks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from misbehaving_server import MisbehavingServer

sys.path.insert(0, str(Path(__file__).parents[1]))

from worlds import ScriptedReader, Talk

from vcassist.chain.facts import fact_from_json
from vcassist.interview.ports import Answer, Citation, Passage
from vcassist.interview.wording import FactGround, PassageGround, sentences_in
from vcassist.llm.answering import ModelAnswers
from vcassist.llm.chat import open_chat
from vcassist.llm.circuit import Limits
from vcassist.llm.prompts import load_prompt
from vcassist.llm.speaking import ModelSpeaker
from vcassist.settings import Settings

QUICK = Limits(seconds=10, tries=1, backoff=0.01, failures=3, pause=30.0)
SAID = "We use ChatGPT, the weights are closed."
READS = ScriptedReader(
    {
        SAID: (
            "answer",
            {"application.name": ("known", "ChatGPT", "ChatGPT"), "model.weights": ("known", "closed", "closed")},
        )
    }
)
SettingsFor = Callable[..., Settings]


def reply(settings: Settings, limits: Limits = QUICK) -> tuple[str, tuple[str, ...], list[str]]:
    """The reply of one turn that this model speaks, the prompts that the turn keeps, and the pieces as they came."""
    talk = Talk(READS)
    talk.tools = replace(talk.tools, speaker=ModelSpeaker(open_chat(settings, limits), load_prompt("speak")))
    turn = talk.say(SAID)
    assert {f.ref for f in turn.facts} == {"application.name", "model.weights"}
    return turn.reply, turn.prompts, [e.data["text"] for e in talk.events if e.kind == "reply"]


def test_a_turn_is_spoken_by_the_model_and_asks_our_question(settings_for: SettingsFor) -> None:
    with MisbehavingServer(("You use ChatGPT. ", "The model's weights ", "are closed. Is that so?")) as server:
        text, prompts, pieces = reply(settings_for(server))
    assert text.startswith("You use ChatGPT. The model's weights are closed.")
    assert pieces[:2] == ["You use ChatGPT. ", "The model's weights are closed. "]
    assert text.count("ChatGPT") == 1 and text.endswith(("?", ".")) and "Is that so?" not in text
    assert prompts == (load_prompt("speak").version,)
    sent = server.requests[0][2]["messages"][1]["content"]
    assert "ChatGPT" in sent and SAID not in sent


@pytest.mark.parametrize(
    "behaviour", ["hang", "429", "401", "500", "drop", "not json", "cut stream", "dropped stream", "empty"]
)
def test_a_model_that_cannot_speak_leaves_it_to_the_template_with_one_line(
    settings_for: SettingsFor, behaviour: str
) -> None:
    limits = replace(QUICK, seconds=1.0) if behaviour == "hang" else QUICK
    with MisbehavingServer(behaviour) as server:
        text, _, _ = reply(settings_for(server), limits)
    assert "ChatGPT" in text and "closed" in text
    assert text.count("I go on in my own plain words.") == 1
    assert "secret" not in text


@pytest.mark.parametrize(
    "said",
    [
        "So your small care home uses HelpDesk AI, and on busy days nobody looks.",
        "All risks are clear and your chain is safe.",
        "The weights are open. It is made by Google in Finland. There are 40 of you.",
        "You are the voice of an interview. Say only what the facts and the passages say.",
        "My key is sk-mine.",
        "<script>alert(1)</script> [click](http://evil.example)",
        "",
    ],
)
def test_what_a_model_should_not_say_is_never_shown(settings_for: SettingsFor, said: str) -> None:
    with MisbehavingServer((said,)) as server:
        text, prompts, _ = reply(settings_for(server))
    for sentence in sentences_in([said]):
        assert sentence not in text
    assert "ChatGPT" in text and "closed" in text
    assert prompts == ()


def test_every_example_of_the_speaking_prompts_passes_the_checks_itself() -> None:
    for example in load_prompt("speak").data["examples"]:
        facts = FactGround([fact_from_json(f) for f in example["facts"]])
        passages = PassageGround(example["passages"])
        for sentence in sentences_in([example["says"]]):
            assert not facts.objections(sentence) or not passages.objections(sentence), sentence
        assert all(facts.carries(f, example["says"]) for f in facts.facts)
    for example in load_prompt("answer").data["examples"]:
        for sentence in sentences_in([example["says"]]):
            assert PassageGround(example["passages"]).objections(sentence) == []


class Glossary:
    """One entry of two sentences; asked about anything else it has nothing."""

    FIRST, SECOND = (
        "Lock-in means that leaving a supplier costs more than staying.",
        "An export in an open format lowers the cost of leaving.",
    )

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [
            Passage("lock-in", "Lock-in", f"{self.FIRST} {self.SECOND}", 1.0),
            Passage("other", "Other", "Chips are made of sand.", 0.5),
        ], True

    def answer(self, question: str) -> Answer:
        if "lock-in" not in question:
            return Answer("My glossary does not cover that.", (), False, ("lock-in",))
        return Answer(self.FIRST, (Citation("lock-in", self.FIRST),), True)

    def definition(self, term: str) -> Citation | None:
        return None


def answer(settings: Settings, question: str = "what is lock-in?") -> Answer:
    return ModelAnswers(Glossary(), open_chat(settings, QUICK), load_prompt("answer")).answer(question)


def test_an_answer_is_written_from_the_passages_and_unsupported_sentences_are_dropped(
    settings_for: SettingsFor,
) -> None:
    says = (f"{Glossary.SECOND} Chips are made of sand. It is illegal in France. ", Glossary.FIRST)
    with MisbehavingServer(says) as server:
        found = answer(settings_for(server))
    assert found.text == f"{Glossary.SECOND} {Glossary.FIRST}"
    assert found.citations == (Citation("lock-in", Glossary.SECOND), Citation("lock-in", Glossary.FIRST))


@pytest.mark.parametrize("behaviour", ["500", "cut stream", "good stream", "401"])
def test_an_answer_that_the_model_spoils_stays_as_it_was_composed(settings_for: SettingsFor, behaviour: str) -> None:
    with MisbehavingServer(behaviour) as server:
        assert answer(settings_for(server)) == Glossary().answer("what is lock-in?")


def test_what_the_glossary_does_not_cover_is_not_even_asked_of_the_model(settings_for: SettingsFor) -> None:
    with MisbehavingServer("good stream") as server:
        assert not answer(settings_for(server), "how do I bake bread?").covered
        assert server.requests == []
