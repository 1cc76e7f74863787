"""Goodbyes in the words of many people, and answers that only sound like one."""

from __future__ import annotations

import time

import pytest
from talks import ask, talk

from vcassist.interview.hearing import sound_intent
from vcassist.interview.phrases import COULD_NOT_TELL
from vcassist.interview.ports import Reading
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.reading.intents import intent_of


@pytest.mark.parametrize(
    "said",
    [
        "Enough for now, the queue is growing.",
        "They are locking up the wing, so that's us. Takk for i dag.",
        "I would be grateful if we could leave it there for today.",
        "chau chau",
        "I finish here, thank you very much.",
        "The pump is leaking. We stop here.",
        "Let us close the session, my sister.",
        "I would prefer to end it here.",
        "Please close the interview",
        "This interview is over.",
        "That will be all, thank you",
        "phone dying, bye",
        "Kwaheri!",
        "Auf Wiederschauen",
        "ttyl, shift starting",
        "Stop here. Choir.",
        "my battery is low, done",
        "I consider this conversation closed.",
        "That concludes what I know.",
        "nothing more from me, the boat is waiting",
        "Enough. Supper gets cold.",
        "Ramadan bell rings. I close.",
        "I think that is enough for today.",
    ],
)
def test_a_message_that_is_a_goodbye_and_nothing_else_ends_the_talk(said: str) -> None:
    assert closes_the_talk(said, "governance.policy") == 0
    assert intent_of(said, "governance.policy")[0] == "stop"
    assert ask(talk(), "governance.policy").say(said).done


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("done", "governance.impact_assessment"),
        ("Done, in May.", "governance.impact_assessment"),
        ("finished", "labelling.quality_checked"),
        ("we stop", "application.outage_effect"),
        ("then we close, the patients wait", "application.outage_effect"),
        ("Enough people look at it", "application.human_review"),
        ("We have enough data for that", "data.representative"),
        ("no more", "labelling.supplier"),
        ("We end the contract in June", "governance.exit_clause"),
        ("The interview data is stored here", "storage.country"),
        ("We close the letter and send it", "application.human_review"),
        ("Later the nurse checks it", "application.human_review"),
        ("We leave that to the vendor", "monitoring.update_control"),
        ("It is enough to write to us", "application.appeal"),
        ("out", "compute.hosting"),
        ("Is it over?", "governance.policy"),
        ("Dag is the name of our tool, it reads letters", "application.name"),
    ],
)
def test_an_answer_that_only_sounds_like_a_goodbye_is_none(said: str, asked: str) -> None:
    assert closes_the_talk(said, asked) is None


def test_what_may_answer_a_question_about_stopping_is_no_goodbye_there() -> None:
    assert closes_the_talk("the siren is going, we stop", "governance.policy") == 0
    assert closes_the_talk("the siren is going, we stop", "application.outage_effect") is None


def test_whether_the_tool_should_be_stopped_closes_no_talk() -> None:
    assert closes_the_talk("It goes to a drive abroad. Should we stop that?", "data.consent") is None
    assert closes_the_talk("It goes to a drive abroad. Should we stop here?", "data.consent") is not None


def test_a_request_to_put_something_right_is_told_and_not_asked() -> None:
    for said in ("May I amend something? They can no longer object.", "Could I just add one thing? We are 9."):
        assert not parts_of(said).asks, said


def test_a_long_message_takes_no_longer_than_its_length() -> None:
    said = "thanks so much for now, my friend, " * 400
    start = time.perf_counter()
    closes_the_talk(said)
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize(
    "said",
    [
        "The clinic finishes at five.",
        "We finish at five.",
        "That's it for the day if it fails.",
        "Our office closes at noon",
    ],
)
def test_hours_and_outages_end_no_talk_however_a_reader_takes_them(said: str) -> None:
    assert closes_the_talk(said) is None
    assert sound_intent(Reading((), "stop"), said, "application.purpose") == "answer"


@pytest.mark.parametrize("said", ["I'd like to end here, if that's ok", "Goodbye, the bus comes at five"])
def test_a_goodbye_with_an_hour_or_an_if_is_one(said: str) -> None:
    assert sound_intent(Reading((), "stop"), said, "application.purpose") == "stop"


def test_to_leave_an_answer_is_not_to_leave_the_talk() -> None:
    assert intent_of("Leave it.", "application.purpose")[0] != "stop"
    assert intent_of("Leave it there", "application.purpose")[0] == "stop"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("No. Enough. Report.", "No."),
        ("Yes. That's it, ta.", "Yes."),
        ("No. That's me. Cheers!", "No."),
        ("No. That's it, thank you. Results please.", "No."),
        ("Yes, two pages. The siren goes, I must run. Bonne soirée à vous!", "Yes, two pages."),
        ("No. The lift is here, I have to go. Schönen Feierabend noch!", "No."),
        ("Never. The kettle is boiling, I'm off. Mungu akubariki.", "Never."),
        ("They may object, sure. My tram is coming, I have to leave. Que le vaya bien.", "They may object, sure."),
    ],
)
def test_an_answer_before_a_goodbye_is_heard_whatever_wish_stands_behind_it(said: str, answer: str) -> None:
    parts = parts_of(said, "application.appeal")
    assert parts.ends
    assert parts.tells.strip() == answer


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        # Of a set or of words it is all that there is, and not the end.
        ("Our own notes. That's it, thanks.", "data.sources"),
        ("Never. Tag is our tool, it reads letters.", "application.appeal"),
        ("No. They must go through the report.", "application.appeal"),
        ("Yes, they read the report. That is it on paper.", "application.appeal"),
        ("Report.", "model.documentation"),
    ],
)
def test_what_only_tells_the_rest_of_an_answer_ends_nothing(said: str, asked: str) -> None:
    assert closes_the_talk(said, asked) is None


def test_a_question_whether_one_may_come_back_keeps_nobody_who_has_to_go() -> None:
    parts = parts_of("I must go, the bell rings. I come back on Monday?", "application.appeal")
    assert parts.ends and parts.asks == "I come back on Monday?"


@pytest.mark.parametrize(
    "said",
    [
        "That's all.",
        "That will be all, thanks",
        "that'll do",
        "No, that would be it, thank you.",
        "Nothing more, cheers",
    ],
)
def test_thats_all_to_anything_else_ends_the_item_and_not_the_talk(said: str) -> None:
    t = ask(talk(), "application.affected_people", "more")
    turn = t.say(said)
    assert not turn.done
    assert turn.skipped == "application.affected_people"


@pytest.mark.parametrize("said", ["That's all for today.", "That's all, bye!", "No. I have to go now."])
def test_a_goodbye_to_anything_else_ends_the_talk(said: str) -> None:
    assert ask(talk(), "application.affected_people", "more").say(said).done


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("No one asked the families. thx ill stop here, can i have the report", "No one asked the families."),
        ("Always. Can we park it there?", "Always."),
    ],
)
def test_a_goodbye_as_people_type_it_closes_behind_an_answer(said: str, told: str) -> None:
    parts = parts_of(said)
    assert parts.ends and parts.tells.strip() == told
    assert not parts_of("They are ill, stop the machine.").ends and not parts_of("Can we stop using it?").ends


def test_who_goes_back_to_something_told_stays_in_the_talk() -> None:
    assert closes_the_talk("Not tested. Let me go back to the size: we are 60.") is None
    assert closes_the_talk("Let me get back to my patients, thank you.") is not None


@pytest.mark.parametrize(
    ("said", "closing"),
    [
        ("No. Now I must go to the field, thank you for the interview.", "Now I must go"),
        ("Both of them. After that I must stop, the meeting begins.", "After that"),
        ("It is Tide. Then I stop.", "Then I stop."),
        ("It carries on. In that case I finish.", "In that case"),
        ("Yes. Afterwards I must run", "Afterwards"),
        ("Yes, encrypted. And now I have to fetch my daughter, many thanks for the talk.", "And now"),
        ("no. ill leave it there, is it bad?", "ill leave"),
        ("I must go to the clinic now, thanks.", "I must"),
    ],
)
def test_a_goodbye_behind_a_word_of_sequence_or_with_thanks_for_the_talk_ends_it(said: str, closing: str) -> None:
    assert closes_the_talk(said, "governance.policy") == said.index(closing)


@pytest.mark.parametrize(
    "said",
    [
        "Yes, then I go to the field and count by hand.",
        "After that the letters go out, and I must stop them by hand.",
        "Then I must go to the director.",
        "After that we must stop keeping it.",
    ],
)
def test_what_somebody_does_next_in_the_work_ends_no_talk(said: str) -> None:
    assert closes_the_talk(said, "governance.policy") is None


@pytest.mark.parametrize(
    "said",
    [
        "I want to stop now. But first put yes for the policy. Thank you.",
        "I'd like to end now. Before that put yes for the policy.",
    ],
)
def test_what_is_to_be_done_before_the_end_is_told_though_it_stands_behind_the_goodbye(said: str) -> None:
    parts = parts_of(said, "model.name")
    assert parts.ends and parts.tells.strip() == "put yes for the policy."


def test_who_wants_something_changed_first_hears_that_it_was_not_understood() -> None:
    turn = ask(talk(), "model.name").say("I want to stop now. But first put the blue one.")
    assert turn.done and COULD_NOT_TELL in turn.reply


def test_what_is_asked_beside_a_goodbye_in_one_sentence_is_asked_alone() -> None:
    assert parts_of("no. I'll leave it there, is it bad?", "governance.policy").asks == "is it bad?"


@pytest.mark.parametrize(
    "said",
    [
        "No rules at all. I need to run to the stable, thank you for listening to me.",
        "Yes, every week. The choir is waiting, thanks for your kind company.",
    ],
)
def test_what_calls_somebody_away_and_thanks_close_the_talk(said: str) -> None:
    assert closes_the_talk(said, "governance.policy") == said.index(".") + 2


def test_thanks_beside_an_answer_close_nothing() -> None:
    for said in ("Yes. The children, thank you.", "We must go through each of them, thanks.", "They wait for the bus."):
        assert closes_the_talk(said, "governance.policy") is None


@pytest.mark.parametrize(
    "said",
    ["back. how many more", "my boat is calling. back. how many more", "I must go soon, how much longer is this?"],
)
def test_who_asks_how_long_it_goes_on_has_not_gone(said: str) -> None:
    assert closes_the_talk(said) is None


@pytest.mark.parametrize(
    "said", ["i didnt say stop", "wait, I'm not done", "No I did not want to end yet!", "don't stop yet"]
)
def test_a_talk_that_was_not_to_end_goes_on(said: str) -> None:
    t = talk()
    t.know(application__name="Northchat", application__outage_effect="stops")
    assert t.say("stop").done
    turn = t.say(said)
    assert not turn.done and turn.reply.startswith("Sorry, then we go on.") and turn.awaiting is not None
    assert t.session.chain.get("application.outage_effect") is not None


def test_what_is_told_beside_that_is_heard() -> None:
    said = "I didn't say stop. It is encrypted, yes."
    t = talk({"                 It is encrypted, yes.": {"storage.encrypted": ("yes", "yes")}})
    t.know(application__name="Northchat")
    t.say("stop")
    t.say(said)
    assert t.session.turns[-1].said == said
