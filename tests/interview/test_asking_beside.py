"""Several things in one message: an answer and a question are both served, and a goodbye at the close is heard with what was told."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from talks import WordReader, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Answer, Citation, OfTheTalk, Passage, Proposal, Reading
from vcassist.interview.questions.answering import NEAREST, NOT_COVERED, UNSURE, Back, answer_back, back, not_understood
from vcassist.interview.questions.asked_forms import as_asked_before
from vcassist.interview.questions.asked_of_talk import asked_of_the_talk, looked_up
from vcassist.interview.questions.asking import (
    Parts,
    asks_in_order,
    may_ask,
    only_tagged,
    parts_of,
    seems_to_ask,
    skips,
)
from vcassist.interview.questions.beside import beside
from vcassist.interview.remarks.addressed import wants_confidence
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.session import Awaiting


def about(question: str) -> OfTheTalk | None:
    """Knows two questions about the talk."""
    if re.search("who reads", question, re.I):
        return OfTheTalk("who_reads", "Whoever has the link.")
    return OfTheTalk("rephrase", "") if "plainer" in question else None


def knowing(t: Talk) -> Talk:
    t.tools = replace(t.tools, about=about)
    return t


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Listeners mostly. What counts as affected?", "What counts as affected?"),
        ("Yes, we could use Mistral instead. What is a foundry?", "What is a foundry?"),
        ("Hi! What is this exactly, and why should I do it?", "What is this exactly, and why should I do it?"),
        ("Sometimes, but why do you ask?", "but why do you ask?"),
        ("Haven't the foggiest, and what is it to you?", "and what is it to you?"),
        ("Is that bad? It stops then.", "Is that bad?"),
        ("The first. Or do you mean the other company?", "Or do you mean the other company?"),
        ("who sees my answers? anyway yes, a teacher checks", "who sees my answers?"),
        ("Before that, what happens with the report? Yes, always.", "Before that, what happens with the report?"),
        ('What does "recommend" mean? It only helps us.', 'What does "recommend" mean?'),
        ("Who reads this? It only helps us.", "Who reads this?"),
        # These tell, for all their question marks.
        ("Model card? I read it.", ""),
        ("Do we check? Always, two of us.", ""),
        ("Who made it? Microsoft.", ""),
        ("Is it Fundy something... Fundy Health Systems. It's on the mug.", ""),
        ("Is it Fundy something? I should look on the mug.", "Is it Fundy something?"),
        ("Our members, whose else? Drivers and conductors.", ""),
        ("It is OpenAI, isn't it?", ""),
        ("It sorts the beds. Or is it... no, that's right.", ""),
        ("Ireland, right?", ""),
        ("Could you please remove Mailchimp? We have Lumo.", ""),
        ("It stops. Who knows?", ""),
        ("Are there sensitive data? None.", ""),
        ("google drive, 2TB. is it encrypted idk.", ""),
        ("Where does it happen: same account. Nothing else.", ""),
        ("How is it kept? On a disk in the back office. How long? As long as the disk lives.", ""),
        ("It stops. Did I mention that we have a second model, Tide?", ""),
        ("What is stored are the letters. Nothing else.", ""),
        ("Which tool... my phone is a Nokia, that I can tell you.", ""),
        ("read it twice. not a word on leaving", ""),
        ("It stops. Read it to me please.", "Read it to me please."),
    ],
)
def test_questions_to_us_are_told_from_what_tells(said: str, asks: str) -> None:
    parts = parts_of(said)
    assert parts.asks == asks
    assert len(parts.tells) == len(said), "offsets hold"
    assert not parts.ends


def test_a_single_question_is_left_whole() -> None:
    assert parts_of("What is a foundry?").tells.strip() in ("", "What is a foundry?")


def test_an_answer_is_noted_and_the_question_beside_it_answered() -> None:
    t = ask(talk(), "application.human_review")
    turn = t.say("always, of course. What is vendor lock-in?")
    assert t.session.chain.value("application.human_review") == "always"
    assert "costs more than staying" in turn.reply and turn.citations
    assert waits(t) != ("application.human_review", "again")


def test_what_was_not_answered_is_asked_again_after_the_answer() -> None:
    t = ask(talk(), "application.human_review")
    turn = t.say("Our nurses are good people. What is vendor lock-in?")
    assert "costs more than staying" in turn.reply and turn.skipped is None
    assert waits(t) == ("application.human_review", "again")


def test_not_to_know_a_word_is_no_answer_yet_but_not_to_know_is_one() -> None:
    t = ask(talk(), "model.documentation")
    t.say("What is vendor lock-in? I have no idea about that.")
    assert t.session.chain.get("model.documentation") is None and t.session.asked == "model.documentation"
    t = ask(knowing(talk()), "model.documentation")
    t.say("Who reads this? And no idea about that.")
    fact = t.session.chain.get("model.documentation")
    assert fact is not None and fact.status == "unknown"


def test_a_question_about_the_talk_is_no_term_of_the_glossary() -> None:
    t = ask(knowing(talk()), "application.appeal")
    turn = t.say("please, who reads what I write here")
    assert turn.reply.startswith("Whoever has the link.") and turn.intent == "question"
    assert waits(t) == ("application.appeal", "again")


@pytest.mark.parametrize(
    "said",
    [
        "I not understand this question. You can say it in other words?",
        "Sorry, I don't get it",
        "can you ask it plainer",
        "Can you give me an example?",
    ],
)
def test_other_words_are_other_words_and_an_example(said: str) -> None:
    t = ask(knowing(talk()), "application.affected_people")
    question = t.say(said).reply
    assert "For example" in question and "“our patients”" in question
    assert question.endswith("How is that in your case?"), "not the question's own words again"
    assert waits(t) == ("application.affected_people", "again")


@pytest.mark.parametrize("said", ["that is all", "That's all."])
def test_who_has_no_more_of_something_asks_for_no_list(said: str) -> None:
    t = talk()
    t.tools = replace(t.tools, about=lambda question: OfTheTalk("recap", "I have 4 answers.", 0.4))
    t = ask(t, "application.affected_people", "more")
    assert "I have 4 answers" not in t.say(said).reply and t.session.asked != "application.affected_people"


def test_a_question_in_other_words_is_not_put_again_where_it_was_answered_beside() -> None:
    t = ask(knowing(talk()), "data.consent")
    turn = t.say("No. Can you ask it plainer?")
    assert t.session.asked != "data.consent" and "How is that in your case?" not in turn.reply
    assert turn.reply.count("?") == 1


def test_a_term_that_is_not_understood_is_looked_up() -> None:
    t = ask(talk(), "application.affected_people")
    assert "costs more than staying" in t.say("What do you mean by vendor lock-in?").reply


# --- the opening ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "intent"), [("I was told to fill this in", "other"), ("let's get on with it", "skip"), ("ok", "answer")]
)
def test_who_begins_without_a_story_is_invited_to_tell_one(said: str, intent: str) -> None:
    t = Talk(WordReader(**{said: intent}))
    turn = t.say(said)
    assert "For example" in turn.reply and len(turn.reply.split()) <= 60
    assert not re.search(r"outside what|no use|skip|Skipped", turn.reply) and turn.awaiting is None


def test_a_question_first_is_answered_and_the_story_invited() -> None:
    turn = knowing(talk()).say("Good day. Who reads what I write?")
    assert turn.reply.startswith("Whoever has the link.") and "Now tell me" in turn.reply and turn.awaiting is None


def test_who_is_invited_in_vain_is_asked_at_last() -> None:
    t = talk()
    first, second, third = (t.say(said) for said in ("ok", "hm", "well"))
    assert first.awaiting is second.awaiting is None and first.reply != second.reply
    assert third.awaiting is not None


def test_a_story_after_the_first_question_is_read_as_a_story() -> None:
    story = "We are a clinic on the coast and use Northchat to sort the letters that come in."
    t = Talk(WordReader({story: {"application.name": ("Northchat", "Northchat")}}))
    for said in ("ok", "hm", "well"):
        t.say(said)
    assert t.session.asked == "application.purpose"
    t.say(story)
    assert (story, None) in t.tools.reader.heard  # type: ignore[attr-defined]
    assert t.session.chain.value("application.name") == "Northchat"


# --- goodbye ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "I'm away now, the altar society is in. God bless.",
        "Good luck, I'm gone.",
        "No. Right, that'll do.",
        "That's me done now dear, my bus is here.",
        "Tapusin na natin, stop na po.",
        "Sorry, the bell, I have to dash",
        "Always. Bye now!",
        "Himal MedTech sell to us. Now please finish.",
        "That's all I've got time for, cheers",
        "I've had enough of this",
        "Let's leave it there",
    ],
)
def test_a_goodbye_at_the_close_is_heard(said: str) -> None:
    assert closes_the_talk(said) is not None
    assert ask(talk(), "application.appeal").say(said).done


@pytest.mark.parametrize(
    "said",
    [
        "We stop using it in May",
        "we have done a risk assessment",
        "The nurse is done in five minutes",
        "I'm away on Fridays",
        "We must stop.",
        "That's all.",
        "She has to go home then",
        "Then the lists are finished by hand",
        "It tells people to leave the building now",
        "I am off sick and my deputy does it",
        "Can I stop and come back tomorrow?",
        "No more",
        "No names, God knows them by name and that is enough.",
    ],
)
def test_what_only_sounds_like_a_goodbye_is_none(said: str) -> None:
    assert closes_the_talk(said) is None


def test_the_answer_before_a_goodbye_is_kept() -> None:
    t = ask(talk(), "application.human_review")
    turn = t.say("always. Right, that'll do, my bus is here.")
    assert turn.done and turn.intent == "stop" and t.session.chain.value("application.human_review") == "always"


def test_the_word_on_a_contradiction_before_a_goodbye_decides() -> None:
    t = talk()
    t.know(storage__country="SE")
    ask(t, "storage.country", "conflict", old="SE", new="NO")
    assert t.say("It is Norway. Now please finish.").done
    assert t.session.chain.value("storage.country") == "NO"


def test_a_contradiction_with_a_goodbye_keeps_nobody() -> None:
    said = "It is Norway by the way. Now please finish."
    t = Talk(WordReader({said: {}, f"{said[:24]}{' ' * (len(said) - 24)}": {"storage.country": ("NO", "Norway")}}))
    t.know(storage__country="SE")
    turn = ask(t, "application.appeal").say(said)
    assert turn.conflicts and turn.done and turn.awaiting is None


def test_fire_away_begins_and_stop_ends() -> None:
    assert not Talk(WordReader(**{"fire away": "stop"})).say("fire away").done
    assert Talk(WordReader(**{"please stop": "stop"})).say("please stop").done


# --- answers that fit ---------------------------------------------------------------------------------------------------------


class FindsAnything:
    """A glossary that finds something for every question, and defines every term."""

    def answer(self, question: str) -> Answer:
        first, second = Citation("embedding", "Lists of numbers can be long."), Citation("embedding", "Few read them.")
        return Answer(f"{first.quote} {second.quote}", (first, second), True)

    def definition(self, term: str) -> Citation:
        return Citation(term, f"{term} is a term.")


def back_of(said: str, asked: str | None) -> Back:
    return back(said, asked, FindsAnything(), about)  # type: ignore[arg-type]


def test_what_a_question_points_at_is_not_taken_from_what_is_near_to_nothing() -> None:
    assert back_of("Is that the same as Word?", "application.human_review").answer.text.startswith("I mean how often")
    assert back_of("Is that the same as Word?", None).answer.text == NOT_COVERED
    assert back_of("Are these lists of numbers?", "model.weights").answer.citations


@pytest.mark.parametrize("said", ["What counts as affected?", "Are the people we ask customers?"])
def test_what_belongs_to_a_field_is_told_by_the_field(said: str) -> None:
    assert back_of(said, "application.affected_people").answer.text.startswith("I mean whose lives")


def test_beside_an_answer_one_passage_is_enough_and_the_definition_to_who_asks_what_it_is() -> None:
    glossary = FindsAnything()
    for said, text in (
        ("What is an embedding?", "embedding is a term."),
        ("Why embed?", "Lists of numbers can be long."),
    ):
        assert back_of(said, None).short(said, glossary).text == text  # type: ignore[arg-type]
    said = "What counts as affected?"
    assert not back_of(said, "application.affected_people").short(said, glossary).citations  # type: ignore[arg-type]


def test_two_questions_in_one_sentence_have_both_answers() -> None:
    def two(question: str) -> OfTheTalk | None:
        known = {"what is this": "A talk.", "why should i": "To learn."}
        return next((OfTheTalk(k, v) for k, v in known.items() if question.lower().startswith(k)), None)

    found = back("What is this, and why should I do it?", None, FindsAnything(), two)  # type: ignore[arg-type]
    assert found.answer.text == "A talk. To learn."


def test_choices_are_explained_by_their_names() -> None:
    text = back_of("can you say it in other words?", "application.decision_role").answer.text
    assert "“it decides” – acts by itself" in text and "assists:" not in text


def test_a_question_beside_nothing_told_is_not_off_topic() -> None:
    said = "My English is small. Can you ask it plainer?"
    rest = f"{said[:20]}{' ' * (len(said) - 20)}"
    t = knowing(Talk(WordReader(**{rest: "other"})))
    reply = ask(t, "application.affected_people").say(said).reply
    assert "In other words" in reply and not re.search(r"no use|outside what|only help", reply)


def test_a_shrug_beside_a_question_decides_no_contradiction() -> None:
    t = talk()
    t.know(storage__country="SE")
    ask(t, "storage.country", "conflict", old="SE", new="NO")
    turn = t.say("Not sure. What is vendor lock-in?")
    assert "costs more than staying" in turn.reply and waits(t) == ("storage.country", "conflict")
    assert "stays as it was" not in turn.reply


# --- an answer is about what was asked ----------------------------------------------------------------------------------


def leading(lead: float) -> Callable[[str], OfTheTalk | None]:
    """Every question comes nearer to the talk than to the glossary by ``lead``, and asks for nothing known."""
    return lambda question: OfTheTalk("", "", lead)


@pytest.mark.parametrize(
    ("question", "lead", "answered"),
    [
        # As near to the talk as to the glossary: two shared words are wanted, then one, then none.
        ("What costs more than staying, lock-in?", 0.0, True),
        ("Is leaving hard?", -0.05, False),
        ("Is staying hard?", -0.05, False),
        ("Is staying hard?", -0.1, True),
        ("Is moving hard?", -0.2, False),
        ("Is moving hard?", -0.3, True),
    ],
)
def test_an_answer_that_shares_few_words_must_be_far_from_the_talk(question: str, lead: float, answered: bool) -> None:
    answer = answer_back(question, None, Near(), leading(lead))
    assert answer.covered is answered and bool(answer.citations) is answered


def test_what_nothing_answers_is_said_in_one_line_with_what_to_ask_or_the_nearest_entries() -> None:
    assert answer_back("Is leaving hard?", None, Near(), leading(-0.01)).text == UNSURE
    assert answer_back("Is leaving hard?", None, Near(), leading(-0.1)).text == NEAREST.format("“Vendor lock-in”")


def test_why_something_is_so_is_no_question_why_we_ask() -> None:
    asked = "application.human_review"
    assert "Why I ask" in back("Why do you want to know that?", asked, Near(), about).answer.text
    assert "Why I ask" in back("why?", asked, Near(), about).answer.text
    assert "Why I ask" not in back("Why does staying cost more every year?", asked, Near(), about).answer.text
    assert back("why does it make things up?", asked, Near(), about).answer.text == "It costs more than staying."


def test_a_statement_that_ends_in_is_that_bad_is_about_what_it_states() -> None:
    def verdict(question: str) -> OfTheTalk | None:
        return OfTheTalk("verdict", "Neither.") if question.startswith("is that bad") else OfTheTalk("", "", -0.4)

    answer = back("staying with one supplier for years, is that bad?", None, Near(), verdict).answer
    assert "Neither" not in answer.text and answer.citations


def test_of_several_questions_two_are_answered_in_short() -> None:
    def known(question: str) -> OfTheTalk | None:
        long = "Word " * 30
        for word in ("runs", "pays", "see"):
            if word in question and not question.startswith("Who runs this thing, "):
                return OfTheTalk(word, f"The {word} answer. {long}")
        return OfTheTalk("", "", -0.2)

    text = back("Who runs this thing, who pays for it, and does my employer see it?", None, Near(), known).answer.text
    assert text == "The runs answer. The pays answer."


def test_a_question_of_the_talk_and_one_of_the_matter_are_both_answered() -> None:
    answer = back("Who reads this? What is vendor lock-in?", None, Near(), about).answer
    assert answer.text.startswith("Whoever has the link.") and "costs more than staying" in answer.text
    assert answer.citations


class Near:
    """Finds one sentence on anything."""

    quote = "Leaving costs more than staying."

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [Passage("vendor-lock-in", "Vendor lock-in", self.quote, 1.0)], True

    def answer(self, question: str) -> Answer:
        quote = "It costs more than staying."
        return Answer(quote, (Citation("vendor-lock-in", quote),), True, ("vendor-lock-in",))

    def definition(self, term: str) -> Citation | None:
        return Citation(term, "It costs more than staying.")

    def reachable(self) -> None:
        return None


# --- questions without a mark, and wishes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", ["which tools have you noted", "how many tools do you have", "what is still missing", "where can I find it"]
)
def test_the_order_of_words_asks_without_a_mark(said: str) -> None:
    assert asks_in_order(said) and parts_of(said).asks == said


@pytest.mark.parametrize(
    "said",
    [
        "What we do is translate leaflets",
        "What is stored are the letters",
        "How we check it: a nurse reads it",
        "Who knows, no idea",
        "Where the data comes from is not known",
        "My boss sees every letter",
    ],
)
def test_what_tells_in_such_words_is_no_question(said: str) -> None:
    assert not asks_in_order(said) and not seems_to_ask(said) and not parts_of(said).asks


def test_a_wish_is_heard_as_one_where_the_talk_knows_it() -> None:
    def wishes(question: str) -> OfTheTalk | None:
        known = question.startswith(("print", "Print"))
        return OfTheTalk("noted", "Here it is.", 0.3) if known else OfTheTalk("", "", -0.2)

    t = ask(talk({"print what you have": {"application.appeal": ("no", "print")}}), "application.appeal")
    t.tools = replace(t.tools, about=wishes)
    turn = t.say("print what you have")
    assert "Here it is." in turn.reply and turn.facts == ()
    assert may_ask("print what you have") and not may_ask("They print what they have")


def test_a_time_or_place_that_heads_a_sentence_asks_nothing() -> None:
    assert not may_ask("When internet is gone we write by hand as always before")
    assert not may_ask("where the signal is weak they print it first")
    assert may_ask("when will the report come") and may_ask("where's my list") and may_ask("when the report comes?")


def test_a_wish_beside_an_answer_is_heard_too() -> None:
    assert parts_of("Always. Send me the report by email.").asks == "Send me the report by email."
    assert parts_of("A nurse, always. Keep that out of the report.").asks == "Keep that out of the report."
    assert parts_of("Always. They send us the report by email.").asks == ""


@pytest.mark.parametrize("said", ["That is correct.", "that's right", "Yes, this is all fine", "no, that is wrong"])
def test_who_agrees_to_what_was_put_to_them_asks_nothing_about_the_talk(said: str) -> None:
    def near(_: str) -> OfTheTalk:
        return OfTheTalk("good_or_bad", "No answer is good or bad.")

    heard = Heard(reading=Reading((), "answer"))
    awaiting = Awaiting("model.supplier", "confirm", None, "Anthropic")
    assert beside(heard, parts_of(said, awaiting.ref), said, awaiting, near).reading.intent == "answer"


def test_how_long_and_another_question_are_both_heard() -> None:
    def about(question: str) -> OfTheTalk | None:
        return OfTheTalk("who_reads", "Whoever has the link.") if question.startswith("who reads") else None

    found = asked_of_the_talk("how long will this take and who reads it?", about)
    assert [known.topic for _, known in found] == ["time", "who_reads"]
    assert [known.topic for _, known in asked_of_the_talk("how long will this take?", about)] == ["time"]


@pytest.mark.parametrize(
    ("said", "tells", "asks"),
    [
        (
            "No, nothing in writing, and I'd also like to know how long you still need me.",
            "No, nothing in writing,",
            "how long you still need me.",
        ),
        ("Yes, in a vault; I would, moreover, like to ask who runs this.", "Yes, in a vault;", "who runs this."),
        ("Always. I have asked whether my boss sees it.", "Always.", "my boss sees it."),
        (
            "Names and dates of birth. An address is personal too?",
            "Names and dates of birth.",
            "An address is personal too?",
        ),
        ("Did you note the ferry app? Just yes or no.", "", "Did you note the ferry app? Just yes or no."),
        ("I have no idea what a foundry is, is it for metal?", "", "what is a foundry?"),
        ("Never heard of fine-tuning. Please explain.", "", "what is a fine-tuning?"),
        ("Sometimes. List what is still open.", "Sometimes.", "List what is still open."),
        # These tell.
        ("It is in Ghana. Or maybe in Togo?", "It is in Ghana. Or maybe in Togo?", ""),
        ("Our own. Volunteers?", "Our own. Volunteers?", ""),
    ],
)
def test_a_question_beside_an_answer_is_taken_out_however_it_is_put(said: str, tells: str, asks: str) -> None:
    parts = parts_of(said, "governance.policy")
    assert parts.tells.strip() == tells
    assert " ".join(parts.asks.split()) == asks


def test_a_term_of_the_question_itself_is_explained_by_the_question() -> None:
    t = ask(talk(), "governance.people_consulted")
    assert t.say('What means "had a say"?').reply.startswith(
        "In other words, I mean whether the people affected had a say"
    )


@pytest.mark.parametrize("said", ["What is a label?", "Sorry, what is a label here?", "A watermark, what's that?"])
def test_what_was_asked_decides_in_which_sense_a_word_is_explained(said: str) -> None:
    turn = ask(talk(), "application.labels_content").say(said)
    assert "A label is a word or sign on it that says “made with AI”" in turn.reply and turn.citations == ()


class Overhearing(WordReader):
    """Hears what its stories tell in what is left of a message beside its questions."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        found = next(iter(self.stories.values()))
        heard = tuple(Proposal(r, "known", v, q, 0.9) for r, (v, q) in found.items() if q in message)
        return Reading(heard, "answer")


@pytest.mark.parametrize(
    "said", ["Label? What is a label? The words go away, nobody keeps them.", "Label, what do you mean by that?"]
)
def test_who_asks_what_a_word_of_the_question_is_has_not_answered_it(said: str) -> None:
    told = {said: {"application.labels_content": ("no", "nobody" if "nobody" in said else "Label")}}
    t = ask(Talk(Overhearing(told)), "application.labels_content")
    assert t.say(said).facts == () and t.session.asked == "application.labels_content"


def test_a_plain_no_beside_that_question_answers_it() -> None:
    t = ask(talk(), "application.labels_content")
    t.say("What is a label? no")
    assert t.session.chain.value("application.labels_content") == "no"


def test_two_questions_in_one_sentence_are_both_answered() -> None:
    t = ask(talk(), "governance.policy")
    t.tools = replace(
        t.tools, about=lambda q: OfTheTalk("must_answer", "You need not.") if q == "do I need to know that" else None
    )
    reply = t.say("May I ask: what is vendor lock-in, and do I need to know it?").reply
    assert reply.startswith("You need not.") and "vendor-lock-in is a term." in reply


def test_why_something_is_asked_again_is_answered_and_not_the_question_explained() -> None:
    t = ask(talk(), "governance.policy")
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("asked_twice", "I am sorry.") if "twice" in q else None)
    reply = t.say("partly. Why do you ask again?").reply
    assert "I am sorry." in reply and "In other words" not in reply


def test_how_many_questions_are_left_is_told_without_a_number_that_frightens() -> None:
    t = knowing(ask(talk(), "governance.policy"))
    t.know(application__name="Northchat", application__purpose="letters")
    for reply in (
        t.say("How many more questions?").reply,
        ask(t, "governance.policy").say("no. How many questions are left?").reply,
    ):
        assert re.search(r"About \d+ more", reply) and "at any time" in reply and not re.search(r"up to \d+", reply)
    assert t.session.chain.value("governance.policy") == "no"


def noting(t: Talk) -> Talk:
    t.tools = replace(
        t.tools, about=lambda q: OfTheTalk("noted", "{noted}") if q == "did you write that down" else None
    )
    return t


def test_whether_something_is_noted_is_answered_with_yes_or_no() -> None:
    t = noting(ask(talk(), "governance.policy"))
    t.know(application__name="Northchat", application__purpose="answer parents at night", organisation__country="GH")
    reply = ask(t, "governance.policy").say("Did you write down that it answers parents?").reply
    assert reply.startswith("Yes: ") and "answer parents at night" in reply
    assert "No, I have nothing on “ferry planner”" in t.say("And did you note the ferry planner or not?").reply
    assert "No, I have nothing on “supplier”" in t.say("Have you written down the supplier?").reply
    assert t.session.chain.get("governance.policy") is None


def test_who_was_just_let_off_a_question_is_not_told_that_they_may_be() -> None:
    t = ask(talk(), "model.documentation")
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("must_answer", "You need not.") if "leave" in q else None)
    assert "You need not" not in t.say("no idea. Can I leave that empty?").reply
    assert "You need not" in ask(t, "governance.policy").say("Can I leave some questions empty?").reply


@pytest.mark.parametrize(
    "said", ["." * 20_000, "," * 20_000, " ." * 10_000, "is " * 7_000, "keep it off the list " * 900, "?" * 20_000]
)
def test_a_message_of_marks_takes_no_longer_than_any_other(said: str) -> None:
    begun = time.perf_counter()
    parts_of(said, "application.appeal")
    as_asked_before(said)
    wants_confidence(said)
    assert time.perf_counter() - begun < 6


def test_a_choice_in_its_own_words_answers_however_near_it_comes_to_a_question_about_the_talk() -> None:
    t = ask(talk(), "application.lifecycle")
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("recommend", "I recommend no product.", 0.08))
    t.tools = replace(
        t.tools, reader=WordReader({"That would be on trial": {"application.lifecycle": ("pilot", "on trial")}})
    )
    assert "I recommend no product" not in t.say("That would be on trial").reply
    assert t.session.chain.value("application.lifecycle") == "pilot"


def test_the_question_said_again_before_its_answer_asks_nothing() -> None:
    t = ask(talk(), "governance.people_consulted")
    t.say("Those who get arrested? no, never.")
    fact = t.session.chain.get("governance.people_consulted")
    assert fact is not None and fact.value == "no"
    t = ask(talk(), "labelling.done_by")
    t.say("Who taught it its words? I have no idea at all.")
    fact = t.session.chain.get("labelling.done_by")
    assert fact is not None and fact.status == "unknown"


@pytest.mark.parametrize(
    "asks", ["Can you explain to me what that is?", "what is it?", "Would you kindly explain what is meant by that?"]
)
def test_what_only_points_is_the_question_on_the_table_beside_an_answer_too(asks: str) -> None:
    t = ask(talk(), "governance.impact_assessment")
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("what", "This is vcassist.", 0.2))
    assert (
        "I mean whether the impact on people or their data was assessed" in t.say(f"no, nobody made one. {asks}").reply
    )
    assert t.session.chain.value("governance.impact_assessment") == "no"


def test_a_tag_behind_an_answer_asks_nothing() -> None:
    assert only_tagged("It's just in there, inside Kora, isn't it? We see no other thing.")
    assert not only_tagged("Isn't it? What do you mean?") and not only_tagged("It is inside Kora.")


def test_who_is_not_sure_what_counts_has_not_understood() -> None:
    assert not_understood("Um, I am not sure what counts as that.") and not not_understood("not sure what it is called")


def test_a_tag_without_a_mark_asks_nothing() -> None:
    assert not parts_of("No, that's not true, is it. It would get worse.").asks
    assert parts_of("No, is it dear?").asks


def test_a_fact_beside_a_wish_is_not_lost() -> None:
    told = "no one asked the families. Show me the list"
    t = ask(
        talk({"no one asked the families.": {"governance.people_consulted": ("no", "no one asked the families")}}),
        "governance.people_consulted",
    )
    t.say(told)
    assert t.session.chain.value("governance.people_consulted") == "no"


def test_a_shrug_before_a_question_has_answered_unless_the_question_asks_what_words_mean() -> None:
    awaiting = Awaiting("storage.country", "question")

    def kept(said: str) -> bool:
        shrug = Fact(awaiting.ref, "unknown", None, "no idea", said.lower().index("no idea"), None, 1)
        heard = Heard((shrug,), reading=Reading((), "answer"))
        return bool(beside(heard, parts_of(said, awaiting.ref), said, awaiting, lambda _: None).facts)

    said = "What counts as identified here? You see a face and no name."
    told = Fact("data.personal_data", "known", "no", "no name", said.index("no name"), None, 1)
    case = Awaiting("data.personal_data", "question")
    heard = Heard((told,), reading=Reading((), "answer"))
    assert not beside(heard, parts_of(said, case.ref), said, case, lambda _: None).facts
    assert kept("No idea, honestly. Why would the place matter?")
    assert kept("No idea. How could I find that out?")
    assert not kept("No idea. What is a bloc?")
    assert not kept("What is a bloc? No idea.")


def test_why_it_is_asked_is_told_beside_the_answer_to_another_question() -> None:
    entries = {"why": OfTheTalk("why", "", 0.4), "who": OfTheTalk("who_reads", "Nobody but you.", 0.4)}
    t = talk()
    t.tools = replace(
        t.tools, about=lambda q: next((e for word, e in entries.items() if word in q.lower()), OfTheTalk("", "", -0.5))
    )
    t.know(application__name="Lumo")
    reply = ask(t, "organisation.size").say("Why such a thing? Who is to read it?").reply
    assert "A team of eight has other means" in reply and "Nobody but you." in reply


def test_a_question_in_an_examples_own_words_is_that_whatever_its_form() -> None:
    form, own = OfTheTalk("who_reads", "Nobody.", 0.5), OfTheTalk("next", "A draft.", 0.3)
    known = {"is this private": form, "is this private, or what comes next?": own}
    found = looked_up("is this private, or what comes next?", lambda q: known.get(q))
    assert found is own


def test_a_question_that_begins_with_its_verb_is_heard_behind_an_answer() -> None:
    assert parts_of("Norway. Does Svalbard change anything there?").asks == "Does Svalbard change anything there?"
    assert parts_of("It assists. How would I know whether it decides?").asks == "How would I know whether it decides?"
    assert parts_of("Nobody. Who else gets to read it?").asks == "Who else gets to read it?"
    assert parts_of("Nobody checks. How would we know?").asks == ""


def test_why_a_question_is_put_is_told_beside_for_whom() -> None:
    t = talk()
    t.tools = replace(
        t.tools, about=lambda q: OfTheTalk("who_reads", "Nobody is sent it.", 0.4) if "auditors" in q else None
    )
    t.know(application__name="Lumo")
    reply = ask(t, "organisation.size").say("Why do you ask that, is it for the auditors?").reply
    assert "A team of eight" in reply and "Nobody is sent it." in reply


@pytest.mark.parametrize(
    "why", ["What has our number to do with it?", "what odds is it to you?", "For what reason is this put to me?"]
)
def test_why_is_asked_in_many_ways(why: str) -> None:
    t = talk()
    t.know(application__name="Lumo")
    assert "A team of eight" in ask(t, "organisation.size").say(why).reply


@pytest.mark.parametrize(
    ("tells", "quote", "asks", "stands"),
    [
        ("nope they can't, that's the end of it. ", "they can't", "what do you mean by that?", True),
        ("Sadly they can't, no. ", "they can't", "What do you mean by that?", True),
        ("No, they never could. ", "they never could", "Does that count?", True),
        ("That's over and done with. ", "over and done with", "What do you mean by that?", False),
        ("They never could. ", "never could", "Does that count?", False),
    ],
)
def test_a_no_in_so_many_words_stands_beside_a_question_of_what_is_meant(
    tells: str, quote: str, asks: str, stands: bool
) -> None:
    start = tells.index(quote)
    no = Fact("application.appeal", "known", "no", quote, start, start + len(quote), 1)
    told = Heard(facts=(no,), reading=Reading((), "answer"))
    parts = Parts(tells + " " * len(asks), asks)
    awaiting = Awaiting("application.appeal", "question")
    assert beside(told, parts, tells + asks, awaiting, lambda _: None).facts == ((no,) if stands else ())


def test_a_word_that_is_asked_after_in_another_sentence_tells_nothing() -> None:
    parts = parts_of("Model card, what is this? I made the model myself.")
    assert parts.asks == "Model card, what is this?"
    assert parts.tells.strip() == "I made the model myself."


@pytest.mark.parametrize("said", ["Can you skip those?", "could we skip that one please?", "ok, can I pass on the question?"])  # fmt: skip
def test_a_question_that_wants_the_open_one_skipped_is_none(said: str) -> None:
    assert skips(said)


@pytest.mark.parametrize("said", ["Can you skip the greeting in the letters?", "can you skip?!", "what happens if I skip that?"])  # fmt: skip
def test_a_question_about_skipping_is_one(said: str) -> None:
    assert not skips(said)
