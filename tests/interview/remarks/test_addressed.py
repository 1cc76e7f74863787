"""What is said to the assistant itself is met in the reply and never taken as an answer: complaints, confidence, names, pleas for advice."""

from __future__ import annotations

import re
from dataclasses import replace
from time import process_time

import pytest
from talks import WordReader, ask, talk
from worlds import Talk

from vcassist.interview.answers.offered import concluded
from vcassist.interview.phrases import LEFT_OPEN
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.remarks.addressed import advice, told_question, untold, wants_confidence, wants_no_name
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.remarks.moves import move_of

# --- wishes to stop -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "I said stop. STOP.",
        "Stop now, the bell rings.",
        "Stop here please, and prepare the list of questions.",
        "Stop please. Send me the report by email.",
        "Enough. What is the worst thing you found? Give it to me straight.",
        "Stop please, where do I find the letter?",
        "Stop. I mean the talk, not the tool.",
        "please stop asking, I am tired of this",
        "I don't want to go on.",
        "a patient came in, bye",
        "ok the generator is going off bye",
        "Nobody knows this. End of interview.",
    ],
)
def test_a_wish_to_stop_is_heard_whatever_stands_beside_it(said: str) -> None:
    assert ask(talk(), "application.appeal").say(said).done


@pytest.mark.parametrize(
    "said",
    [
        "they stop the ration",
        "we remove stop words first",
        "Stop gap: paper forms",
        "The chatbot says goodbye after ten minutes",
        "The children say bye",
        "Enough people read it",
        "I never said stop, I said the bot",
        "Stop asking me about models",
        "Stop, that is wrong. It is stored in Ireland.",
        "people press a button and it stops",
    ],
)
def test_to_speak_of_stopping_is_no_wish_to_stop(said: str) -> None:
    assert closes_the_talk(said) is None and not ask(talk(), "application.appeal").say(said).done


@pytest.mark.parametrize("said", ["I'm going to switch it off tonight.", "we will take the bot down next week"])
def test_to_switch_a_tool_off_ends_no_talk_whatever_a_reader_makes_of_it(said: str) -> None:
    assert not ask(Talk(WordReader(**{said: "stop"})), "application.appeal").say(said).done


def test_what_was_told_before_a_stop_is_kept_and_what_is_asked_after_it_is_known() -> None:
    parts = parts_of("Yes, letters have names. Stop. How bad is it?")
    assert parts.ends and parts.tells.strip() == "Yes, letters have names." and parts.asks == "How bad is it?"


def test_what_somebody_says_who_goes_is_no_answer() -> None:
    assert not parts_of("This is impossible. I am leaving.").tells.strip()
    assert parts_of("This is impossible without it.").tells == "This is impossible without it."


def test_a_question_beside_a_stop_gets_no_lecture() -> None:
    turn = ask(talk(), "application.appeal").say("Enough. What is vendor lock-in worth to you?")
    assert turn.done and not turn.citations and "report" in turn.reply


# --- complaints -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("You have the chatbot twice.", "misnoted"),
        ("I did not say people cannot contest!!", "misnoted"),
        ("You noted that wrong", "misnoted"),
        ("That is not what I asked.", "unheard"),
        ("That is a rather evasive answer.", "unheard"),
        ("are you even listening to me", "unheard"),
        ("you did not answer my question", "unheard"),
        ("This is ridiculous", "unheard"),
        ("And nobody answered me on that.", "unheard"),
        ("We wrote to the firm in May. Nobody answered me.", None),
        ("you can complain to the headmaster", None),
        ("you have to tell the nurse", None),
        ("This is impossible without it", None),
        ("I asked the supplier and they won't say", None),
        ("There is no such paper.", None),
    ],
)
def test_a_complaint_is_told_from_an_answer(said: str, move: str | None) -> None:
    assert move_of(said) == move


@pytest.mark.parametrize(
    "said",
    [
        "You have the chatbot twice.",
        "I asked if matron can see this",
        "That is not what I asked.",
        "Nobody replied to what I asked.",
        "There is no separate model of that kind.",
        "no names please",
        "not for the report: we skip the check",
    ],
)
def test_what_is_said_to_the_assistant_answers_nothing_even_if_a_reader_thinks_so(said: str) -> None:
    t = Talk(WordReader({said: {"application.appeal": ("no", said[:24])}}))
    assert not [f for f in ask(t, "application.appeal").say(said).facts if f.status == "known"]


@pytest.mark.parametrize(
    "said", ["You have the chatbot twice.", "That is not what I asked.", "Are you listening at all?"]
)
def test_a_complaint_is_not_answered_with_the_next_question_alone(said: str) -> None:
    turn = ask(talk(), "application.appeal").say(said)
    assert re.match(r"I am sorry|Forgive me", turn.reply) and turn.awaiting is not None
    assert turn.awaiting.ref == "application.appeal" and len(turn.reply.split()) <= 60


def test_the_answer_beside_a_complaint_is_noted() -> None:
    said = "That is not what I asked. People can ring the office."
    t = Talk(WordReader({said: {"application.appeal": ("yes", "People can ring the office")}}))
    ask(t, "application.appeal").say(said)
    assert t.session.chain.value("application.appeal") == "yes"


def test_a_question_told_as_one_is_answered() -> None:
    parts = parts_of("No no. I asked if matron can see this")
    assert parts.asks == "matron can see this" and not parts.tells.strip()
    assert parts_of("Never. I asked if matron can see this").tells.strip() == "Never."
    assert told_question("I asked if it is written down and they said no") is None


def test_who_does_not_want_to_be_asked_again_is_not() -> None:
    t = ask(talk(), "application.appeal")
    t.say("stop asking me that")
    assert t.session.asked != "application.appeal"


def test_a_kind_that_somebody_is_tired_of_is_asked_no_more() -> None:
    t = ask(talk(), "model.access")
    turn = t.say("DON'T KNOW. stop asking me about models")
    assert "no more" in turn.reply or "leave that alone" in turn.reply
    for _ in range(40):
        assert not (t.session.asked or "").startswith("model")
        t.say("skip")


@pytest.mark.parametrize("said", ["No. And that is not what I asked.", "No no. I mean it is only a reminder."])
def test_a_no_that_protests_answers_nothing(said: str) -> None:
    assert ask(talk(), "application.appeal").say(said).facts == ()


def test_a_question_is_put_three_times_at_most_whatever_comes_between() -> None:
    t = ask(talk(), "application.appeal")
    for _ in range(3):
        t.say("are you listening?")
    assert t.session.asked != "application.appeal"


# --- confidence and names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Please keep this out of the report.",
        "This is off the record.",
        "for DeepL we do not, and that is something I would rather not see attributed to us in a report",
        "don't quote me on that",
        "What I just said must stay between us",
    ],
)
def test_a_wish_for_confidence_gets_an_honest_reply_and_is_no_fact(said: str) -> None:
    t = Talk(WordReader({said: {"application.appeal": ("no", said[:20])}}))
    turn = ask(t, "application.appeal").say(said)
    assert wants_confidence(said) and turn.facts == ()
    assert "undo" in turn.reply and "Take this answer back" in turn.reply and "delete" in turn.reply


@pytest.mark.parametrize(
    "said", ["the data is confidential", "They say that is confidential", "They keep it secret. I asked two times.", "names are removed before", "The report is not published", "It is anonymous data"]
)  # fmt: skip
def test_to_speak_of_confidential_things_is_no_such_wish(said: str) -> None:
    assert not wants_confidence(said) and not wants_no_name(said)


def test_keep_that_out_means_the_sentence_before() -> None:
    said = "They keep it in Kenya. We never check it. Please keep that out of the report."
    spans = [said[a:b] for a, b in untold(said)]
    assert spans == ["Please keep that out of the report.", "We never check it."]


def test_a_refused_name_is_acknowledged_and_never_asked_for() -> None:
    t = ask(talk(), "application.appeal")
    turn = t.say("You want my name next? I won't give it, and not the union's either.")
    assert "name" in turn.reply and t.session.chain.get("organisation.name").status == "withheld"  # type: ignore[union-attr]
    assert t.session.chain.get("organisation.name").by == "person"  # type: ignore[union-attr]
    t = ask(talk(), "application.appeal")
    assert t.say("do not write my name").facts == ()


# --- a person in distress -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    ["I put that bot up. it's on me", "I feel sick about it", "oh god", "what have I done", "they will fire me", "I can't sleep",
     "our bot told her the wrong thing and she has LOST the payment"],
)  # fmt: skip
def test_who_blames_themselves_is_met_with_a_kind_word_and_can_go_on(said: str) -> None:
    turn = ask(talk(), "application.appeal").say(said)
    assert re.match("I am sorry|That is a lot", turn.reply) and not turn.done


@pytest.mark.parametrize("said", ["it is on me to check them", "it's on my phone", "a patient who feels sick asks it"])
def test_ordinary_work_is_no_distress(said: str) -> None:
    assert move_of(said) is None


def test_sympathy_is_short_when_it_was_said_lately() -> None:
    t = ask(talk(), "application.appeal")
    first, second = t.say("I feel sick about it").reply, t.say("it was my fault").reply
    assert "stop at any time" in first + "you can stop at any time" and len(second.split()) < len(first.split())


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("should I switch it off tonight?", "yours to decide"),
        ("I'm going to switch it off tonight. there. is that stupid?", "yours to decide"),
        ("am I going to be sued", "lawyer"),
        ("could we be held liable?", "lawyer"),
    ],
)
def test_what_to_do_now_gets_what_can_be_said_and_the_talk_goes_on(said: str, word: str) -> None:
    turn = ask(talk(), "application.appeal").say(said)
    assert word in turn.reply and not turn.done and turn.awaiting is not None


def test_the_supplier_who_is_liable_asks_for_no_advice() -> None:
    assert advice("the supplier is liable") == "" and advice("we switch it off at night") == ""


# --- undo, neither, partly ------------------------------------------------------------------------------------------


def test_undo_passes_over_what_told_nothing_and_says_what_goes() -> None:
    t = Talk(WordReader({"For patients": {"application.affected_people": (("patients",), "patients")}}, undo="undo"))
    ask(t, "application.affected_people").say("For patients")
    t.say("That is not what I meant at all, you know")
    turn = t.say("undo")
    assert t.session.chain.get("application.affected_people") is None and "patients" in turn.reply
    assert "nothing" in t.say("undo").reply.lower()


def test_neither_of_two_takes_both_away() -> None:
    t = talk()
    t.know(model__supplier="Northmodel")
    turn = ask(t, "model.supplier", "conflict", old="Northmodel", new="Tidecloud").say("Neither.")
    assert t.session.chain.get("model.supplier") is None and turn.removed == ("model.supplier",)


def test_neither_with_the_right_one_is_the_right_one() -> None:
    t = Talk(WordReader({"Neither. It is Loner.": {"model.supplier": ("Loner", "Loner")}}))
    t.know(model__supplier="Northmodel")
    ask(t, "model.supplier", "conflict", old="Northmodel", new="Tidecloud").say("Neither. It is Loner.")
    assert t.session.chain.value("model.supplier") == "Loner"


def test_so_partly_is_an_answer_even_with_a_question_mark() -> None:
    (fact,) = concluded((), "It is in English mostly. So partly?", "data.representative", 3)
    assert fact.value == "partly" and concluded((), "So no?", "data.representative", 3) == ()


def test_an_answer_with_words_of_its_own_stands_beside_what_it_corrects() -> None:
    said = "I never said that. If it is down we read everything ourselves, slower."
    words = "we read everything ourselves"
    reads = {"application.alternative": ("yes", words), "application.outage_effect": ("degrades", f"{words}, slower")}
    t = Talk(WordReader({said: reads}, **{said: "correction"}))
    t.know(application__alternative="partly")
    ask(t, "application.outage_effect").say(said)
    assert t.session.chain.value("application.alternative") == "yes"
    assert t.session.chain.value("application.outage_effect") == "degrades"


@pytest.mark.parametrize(
    "said",
    [
        "a" * 20_000,
        "you have " * 2_500,
        "sorry, " * 3_000,
        "stop it now " * 1_700,
        "keep that, " * 1_900,
        f"or{'.' * 1_900},a",
    ],
)
def test_hostile_messages_take_no_time(said: str) -> None:
    began = process_time()
    untold(said), move_of(said), closes_the_talk(said), advice(said), parts_of(said)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "said",
    [
        "Yes, and then we take the pupil off the list.",
        "They leave it out of the file when the mother asks.",
        "After three years we take old patients from the records.",
        "The coaches keep a boy off the list for a week.",
        "Their phone numbers are never in the file.",
    ],
)
def test_a_list_or_file_of_ones_own_work_is_no_wish_for_confidence(said: str) -> None:
    assert not wants_confidence(said)
    assert move_of(said) != "private"


@pytest.mark.parametrize(
    "said",
    [
        "Please leave that off the list.",
        "I would rather you kept it out of your file.",
        "That has to stay away from the record.",
        "It was a slip, so take this out of the notes",
        "What I said about him should stay out of the report.",
    ],
)
def test_what_is_to_stay_out_of_the_report_is_a_wish_for_confidence(said: str) -> None:
    assert wants_confidence(said)


def test_a_company_that_keeps_something_secret_asks_for_no_confidence() -> None:
    assert not wants_confidence("Same thing, Logipharm keep it secret who made it.")
    assert wants_confidence("Please keep it secret") and wants_confidence("Carol is ill, keep that confidential")


def test_whoever_asked_somebody_else_in_vain_complains_of_nobody_here() -> None:
    assert move_of("I asked, and they flat out won't tell me, said it's a secret recipe.") != "unheard"
    assert move_of("I asked and you did not answer") == "unheard"


# --- too many questions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "You ask a lot, my colleague is tired.",
        "So many questions, my head hurts.",
        "You have asked so much already and I am getting tired.",
        "These questions never end.",
        "You want to know a lot. My wife is already asleep.",
    ],
)
def test_who_is_tired_of_questions_hears_the_way_out_and_answers_nothing(said: str) -> None:
    turn = ask(talk(), "application.appeal").say(said)
    assert turn.facts == () and not turn.done
    assert "top” " in turn.reply and "kip” " in turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "Too many questions of our pupils go unanswered",
        "It asks so many questions",
        "You ask it a lot and it answers",
        "The nurses are tired",
        "how many questions are left",
    ],
)
def test_who_tells_of_questions_or_of_others_is_not_tired_of_these(said: str) -> None:
    assert move_of(said) != "weary"


def test_nobody_who_has_just_told_something_hears_that_the_question_can_wait() -> None:
    t = ask(talk({"It comes from Northmodel": {"model.supplier": ("Northmodel", "Northmodel")}}), "model.name", "again")
    turn = t.say("It comes from Northmodel")
    assert turn.skipped == "model.name" and turn.facts
    assert not any(left in turn.reply for left in LEFT_OPEN)


def test_to_ask_whether_to_stop_now_is_no_question_about_the_tool() -> None:
    said = "Stop now? I have class."
    t = ask(Talk(WordReader(None, **{said: "stop"})), "application.appeal")
    t.tools = replace(
        t.tools,
        about=lambda q: OfTheTalk("turn_off", "It is yours to decide.", 0.3) if "stop now" in q.lower() else None,
    )
    turn = t.say(said)
    assert turn.done and "yours to decide" not in turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "you still do not have our own name there, Morne Valley Co-operative, and a house without a name gets no letters",
        "You have not noted our name.",
        "and you never put our name, it is Blue Sail",
    ],
)
def test_who_misses_a_name_refuses_none(said: str) -> None:
    assert not wants_no_name(said)


@pytest.mark.parametrize(
    "said",
    ["I would rather not see our name in it.", "We do not want to have our names in there", "don't put our name"],
)
def test_who_would_not_see_a_name_refuses_it(said: str) -> None:
    assert wants_no_name(said)


def test_what_was_missed_is_told() -> None:
    said = "You did not write that we are nine"
    assert [said[b:] for _, b in untold(said)] == ["we are nine"]
    assert [said[b:] for said in ["You did not write that down"] for _, b in untold(said)] == [""]


@pytest.mark.parametrize("said", ["Um, I am not sure what counts as that.", "I don't know what would count"])
def test_who_is_unsure_what_counts_asks_for_it(said: str) -> None:
    assert told_question(said) == "what counts as that?"


def test_who_tells_how_names_are_left_out_refuses_none() -> None:
    assert not wants_no_name("I never write the name, nor the number of the cell")
    assert wants_no_name("please never write the name of our school")
