"""Questions about the talk itself: matched by nearness to examples, answered shortly and as the installation is set up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vcassist.knowledge.talk import Chances, Setting, TalkAnswers, load_talk, spelled_out

SETTINGS = [
    Setting(hosted, reads, "Exampleco") for hosted in (False, True) for reads in ("offline", "model_here", "model_away")
]


class Axes:
    """Puts each text that it knows on an axis of its own, and says how near the glossary is."""

    def __init__(self, glossary: float = 0.0) -> None:
        self.at = {text: n for n, text in enumerate(t for e in load_talk().values() for t in e["asked"])}
        self.glossary = glossary

    def vectors_of(self, questions: list[str]) -> Any:
        found = np.zeros((len(questions), len(self.at) + 1), np.float32)
        for row, question in enumerate(questions):
            found[row, self.at.get(question, len(self.at))] = 1.0
        return found

    def nearness(self, vector: Any) -> float:
        return self.glossary


@pytest.mark.parametrize("topic", list(load_talk()))
def test_an_answer_is_short_and_whole_wherever_it_is_given(topic: str) -> None:
    entry = load_talk()[topic]
    for setting in SETTINGS:
        text = setting.chosen(entry.get("answer", ""))
        assert bool(text) is ("answer" in entry), setting
        assert len(text.split()) <= 60 and "{company}" not in text


def test_where_no_model_reads_nobody_is_said_to_receive_words() -> None:
    away = Setting(reads="model_away", company="Exampleco")
    for entry in load_talk().values():
        assert "Exampleco" not in Setting().chosen(entry.get("answer", ""))
    assert "Exampleco" in away.chosen(load_talk()["leaves"]["answer"])
    assert "Nothing of what you write leaves" in Setting(reads="model_here").chosen(load_talk()["leaves"]["answer"])


def test_every_example_stands_once() -> None:
    examples = [t for e in load_talk().values() for t in e["asked"]]
    assert len(examples) == len(set(examples))


def test_a_question_near_an_example_has_its_answer() -> None:
    found = TalkAnswers(Axes(), Setting())("is it free")
    assert found is not None and found.topic == "cost" and "free" in found.text


@pytest.mark.parametrize(("question", "glossary"), [("is it free", 1.0), ("what is a foundry", 0.0)])
def test_what_is_as_near_to_the_glossary_or_near_to_nothing_is_left_to_it(question: str, glossary: float) -> None:
    found = TalkAnswers(Axes(glossary), Setting())(question)
    assert found is not None and (found.topic, found.lead) == ("", 0.0)


def test_an_assessment_that_a_model_reads_is_told_so() -> None:
    offline = TalkAnswers(Axes(), Setting())
    found = offline.read_by("model_away", "Exampleco")("who can read this")
    assert found is not None and "Exampleco" in found.text


def test_without_vectors_nothing_is_known() -> None:
    assert TalkAnswers(None, Setting())("is it free") is None


def test_short_forms_of_text_messages_are_written_out() -> None:
    assert spelled_out("y do u ask ppl that, r u mad") == "why do you ask people that, are you mad"
    assert spelled_out("the U-bend and 3 yrs") == "the U-bend and 3 yrs"


def chances(**by_topic: float) -> Chances:
    return lambda sentence, asked: sorted(by_topic.items(), key=lambda one: -one[1])


def test_what_a_sentence_wants_is_told_with_its_answer_and_the_next_likely_one() -> None:
    learnt = chances(cost=0.5, pause=0.2, none=0.2, glossary=0.1)
    found = TalkAnswers(None, Setting(), wants=learnt).wanted("is there a catch", None)
    assert found is not None and (found.topic, found.sure, found.glossary) == ("cost", 0.5, 0.1)
    assert "free" in found.text and found.asks == pytest.approx(0.8)
    assert found.instead is not None and found.instead.topic == "pause"


def test_what_most_likely_asks_nothing_still_has_its_likeliest_entry() -> None:
    found = TalkAnswers(None, Setting(), wants=chances(none=0.9, cost=0.1, pause=0.0)).wanted("the rent is due", None)
    assert found is not None and found.topic == "cost" and found.asks == pytest.approx(0.1)


def test_where_nothing_was_learnt_nobody_can_tell() -> None:
    assert TalkAnswers(None, Setting()).wanted("is there a catch", None) is None
    assert TalkAnswers(None, Setting(), wants=lambda sentence, asked: ()).wanted("is there a catch", None) is None


def test_an_example_that_comes_near_by_chance_is_not_taken_where_it_was_learnt_that_it_is_hardly_wanted() -> None:
    near = TalkAnswers(Axes(), Setting(), wants=chances(pause=0.99, cost=0.01))("is it free")
    assert near is not None and near.topic == "" and near.lead < 0
    assert TalkAnswers(Axes(), Setting(), wants=chances(pause=0.5, cost=0.5))("is it free") is not None


def test_what_was_learnt_holds_for_an_assessment_that_a_model_reads() -> None:
    away = TalkAnswers(None, Setting(), wants=chances(leaves=0.9, pause=0.1)).read_by("model_away", "Exampleco")
    found = away.wanted("does that go out", None)
    assert found is not None and "Exampleco" in found.text
