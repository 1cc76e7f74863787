"""The assistant's stock of words: several ways to say each small thing, taken in turn so that none repeats soon. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

GREETING = (
    "Hello. I help you to see what your AI depends on, where it can break, and what you can do. "
    "Tell me in your own words: what do you use AI for, with which tool, and who is affected by it?"
)
HELLO = "Hello, good to have you here."
GLAD = "Good that you are here."
SO_TELL = "Now tell me: which AI tool do you use, for what, and for whom?"
# Nothing was told yet: the story is invited again, each time in other words.
INVITE = (
    "Just tell me, as you would tell a colleague: which AI tool do you use, and for what? For example: “At our clinic we use ChatGPT to "
    "write letters to patients, and a nurse reads each one.”",
    "One or two sentences are enough: the name of an AI tool, what you do with it, and for whom. For example: “Our school has Copilot; "
    "teachers plan lessons with it.”",
)
NOTED = ("Noted: {}.", "Thank you: {}.", "So {}.", "I wrote down: {}.", "Right: {}.", "Understood: {}.", "I see: {}.")
NOTED_MANY = (
    "Thank you. I noted: {}.",
    "That helps. I have: {}.",
    "Noted: {}.",
    "All that helps: {}.",
    "I wrote down: {}.",
)
NOTED_PAGE = (
    "Thank you, that saves us time. I read it all and noted {count} things, among them: {}. I only ask what is missing."
)
UNKNOWN = (
    "That is fine, it stays open.",
    "No problem.",
    "Never mind; it goes on the list of open questions.",
    "All right, not known.",
    "Then that stays open.",
    "Many do not know that.",
    "Fine, I leave it open.",
)
WITHHELD = (
    "They do not say: noted, that tells something too.",
    "So they keep that to themselves. The letter to them will ask again.",
    "Noted that they will not say; it goes into the report.",
)
CONFIDENTIAL = ("Of course, I leave that out.", "That is your right; it stays blank.", "Understood, no word on that.")
NOT_APPLICABLE = ("Then that does not apply here.", "Noted: nothing for you.", "All right, it does not apply.")
STANDS = ("Then it stays as it was: {}.", "Good, that stands: {}.", "So I keep: {}.")
SAME_BAND = ("That is still what I have: {}.", "It is still the same: {}.")
# A word that is none of the choices: {} is the person's own.
NONE_OF_MINE = "“{}” is none of my choices, so I note it as something else; your own word stands beside it."
OTHER_HOLDS = (
    "“{}” is what I have for all that is none of my choices; your own word, “{}”, stands beside it in the report."
)
OTHER_ALONE = "“{}” is what I have for all that is none of my choices, and so it stays."
STANDS_WITH = "Among my choices “{}” stands with “{}”, so that is what I have; your own word stays in our talk."
RESTATED = ("That is what I have: {}.", "Yes, so it is noted: {}.")
UNPLACED = (
    "“{}”: I could not tell what of my notes that changes. Say it once more with the matter, or use Change in the list.",
    "I did not find what “{}” is to change. Name the matter, or use Change beside it in the list.",
)
SKIPPED = ("All right, we leave that.", "Skipped.", "No matter, on we go.", "Left open.")
LEFT_OPEN = ("I leave my question open for now.", "My question can wait.", "We need not settle my question today.")
MOVING = ("Now to {}.", "Let us turn to {}.", "Next, {}.", "On to {}.", "A word on {}.")
AGAIN = ("Back to my question: {}", "And my question: {}", "So, once more: {}", "What I asked was: {}")
AGAIN_WHETHER = ("I was asking {}", "I would still like to know {}", "My question was {}", "Could you still tell me {}")
FOLLOW_UP_CHOICE = (
    "{name}, if you had to choose: {choices}?",
    "{name}: which comes nearest, {choices}?",
    "{name}: would you rather say {choices}?",
    "I could not tell from that. {name}: {choices}?",
    "{name}, in one word: {choices}?",
)
FOLLOW_UP_YES = ("So yes. {name}: {choices}?", "Yes to which? {name}: {choices}?")
FOLLOW_UP_COUNTS = (
    "{name}: {counts} Which comes nearest?",
    "I could not tell from that. {name}: {counts} Which is it?",
    "{name}: {counts} What would you say?",
)
FOLLOW_UP_WORDS = (
    "Can you say that in a few words? {}",
    "Could you be a little more exact? {}",
    "I did not quite catch that. {}",
)
# Where a house is asked for: what was told of it is no name.
FOLLOW_UP_NAME = (
    "Do you know its name? {} Not knowing is an answer too.",
    "Is there a name to it? {} “Don't know” is an answer too.",
)
MORE = ("Anything else there?", "Is that all, or is there more?", "And anything besides?")
# Where one item was told beside something else, and long ago.
MORE_BESIDE = (
    "So far I have from you that {}. Is that all, or is there more?",
    "I noted by the way that {}. Is there more to it, or is that all?",
)
MORE_WHICH = ("What else is it, in a few words?", "And what would that be?", "Please name it: what else?")
CONFIRM = ("Is that so with you?", "Does that fit?", "Is that right for you?")
ONE_OF_BOTH = "I can keep one of the two here, and both stand in your words: {}. Say so if the other counts more."
LEFT_BETWEEN = (
    "Which of the two is right stays open for now ({name}: {first} or {second}).",
    "I leave it open which is right ({name}: {first} or {second}).",
)
# Something seems to be set right, and it is not plain what.
CHANGE_WHAT = (
    "I could not tell what to change there. Say it in one short sentence: “not this, but that”, with the name of the tool.",
    "I am not sure what I should set right. One short sentence is best: what is wrong, and what is right instead.",
)
CONFLICT = "Earlier you said “{old}”, now “{new}”. Which is right for {name}: {first} or {second}?"
DOUBT = "You said “{quote}”. Which is right for {name}: {first} or {second}?"
UNCHANGED = ("It stays as it is.", "Nothing is changed.")
OFF_TOPIC = (
    "I can only help with your AI value chain; let us go on with that.",
    "That is outside what I know. Back to your AI.",
    "I am no use for that, I am afraid.",
)
# To words that told nothing and are of no other matter either.
NOTHING_IN_IT = (
    "I found nothing in that to note; say it in other words if it belongs here.",
    "That I could not place. If it sets something right, name the matter.",
    "I could not take anything from that.",
)
WELCOME_BACK = "Welcome back."
OFF_TOPIC_AGAIN = (
    "We can leave this question, or stop for today: say “skip” or “stop”.",
    "If you would rather not, say “skip”, or “stop” to end here.",
)
DISTRESS = (
    "I am sorry, that sounds hard. There is no hurry: everything is kept, and you can stop at any time.",
    "That is a lot to carry. Take the time that you need; what you said is kept.",
)
# What weighs on somebody, met for what it is.
COMFORT: Mapping[str, Sequence[str]] = MappingProxyType({
    "job": (
        "I am sorry that you have to fear that. I cannot judge what your employer may do: a union, a lawyer or somebody you trust there can. "
        "Nothing is sent to anybody from here, and you may leave any question blank.",
    ),
    "grief": (
        "I am very sorry. That is a heavy thing to carry. There is no hurry here, and everything is kept.",
        "I am so sorry to hear that. Take the time that you need; nothing here is lost.",
    ),
    "guilt": (
        "I am sorry; that is hard to live with. You look at it now, and that is where putting it right begins. There is no hurry.",
        "That is a lot to carry, and you do not carry it alone: such tools are set up by many hands. Take your time.",
    ),
    "tired": (
        "That sounds hard. Please rest if you can: everything is kept, and we can go on another day.",
        "I am sorry that it is so much. Nothing here is urgent; what you said is kept.",
    ),
    "apology": (
        "There is nothing to be sorry for, and no hurry: I am a program and miss things easily.",
        "You are doing well; it is my part to make this easy. Take your time.",
    ),
    "worry": (
        "I am sorry that it weighs on you. It is good to look at it in daylight, one thing at a time.",
        "That sounds like a hard worry to carry. We can take it slowly, or stop for today.",
    ),
})  # fmt: skip
# Where somebody makes little of it themselves.
OF_SMALL = ("I understand.", "That is understandable.")
# To who asks, with a heavy heart, whether they did wrong.
GOOD_THAT_YOU_ASK = "It is good that you ask. I judge nobody: the report will say what can go wrong, and what helps."
# Said again within a few turns, the long form would sound like a machine.
DISTRESS_AGAIN = ("I hear how hard this is.", "I am sorry; this is heavy.")
WHEN_READY = "When you are ready: which AI tool was it, what does it do, and for whom?"
TO_PAUSE = (
    "That is yours to decide, and it is no foolish thought: to pause a tool until a person has looked at its answers is a usual step "
    "after harm, or before somebody has allowed it, if people know whom to turn to meanwhile. As long as it runs: no names and nothing private in it."
)
NO_LAWYER = (
    "I am sorry, that I cannot tell: it is a question for a lawyer, a legal aid office or your insurer. The report can show them how the "
    "tool is used."
)
DANGER = (
    "I am very sorry that you feel this way. I am only a program; please talk to somebody now: a person you trust, or your country's "
    "emergency number. Everything here is kept and can wait."
)
ABUSE = (
    "I am sorry that this annoys you. We can skip a question, or stop here.",
    "I see that I am not being helpful. Say “skip” or “stop” whenever you like.",
)
MISNOTED = (
    "I am sorry. Tell me what is right instead, or say “undo” to take back what I noted last.",
    "I am sorry that I got that wrong. What is right instead? “Undo” takes back what I noted last.",
)
UNHEARD = (
    "I am sorry, I did not follow you there.",
    "I am sorry that I do not answer as you need it. “Skip” leaves a question, “stop” ends here.",
    "Forgive me; I missed your point.",
)
SORRY = ("I am sorry.", "Forgive me.", "I am sorry for that.")
# On our own words: said twice, not fitting together, said back against a wish.
REPEATED = ("You are right, I said that already.", "True, those were my words before; I am sorry.")
CONTRADICTED = (
    "I am sorry if my words do not fit together. Ask me that one point again, in a short sentence, and I answer it alone.",
)
UNQUOTED = ("I will not say your words back to you any more.", "Sorry; no more of your words from me.")
# What was answered before, in a sentence of it; and where nothing of it is left to say.
AS_I_SAID = "As I said: {}"
SAID_ALL = "On that I have told all that I know."
# Where it was said before that something is not known.
NOT_KNOWN_EITHER = (
    "I have no answer to that one.",
    "That too is beyond what I know.",
    "I do not know that either.",
)
# Leads from a question in other words back to it.
HOW_IS_IT = "How is that in your case?"
WEARY = (
    "I do ask a lot, forgive me. “Stop” ends here with a report of what you told; all is kept, and we can go on another day. “Skip” leaves a question.",
    "That is true, and none of it must be today: say “stop” and the report is there, or “skip” to leave a question. What you told is kept.",
)
# What the tool meets that needs a person, before anything else is asked.
GRAVE = "That is grave, and it comes before my questions: whoever tells of harming themselves, or of being harmed, needs a person at once."
GRAVE_STEP = (
    "First step, today: name somebody who reads these messages, agree whom they call, and let the tool show a helpline; until then, pause it "
    "for those people."
)
GRAVE_AGAIN = "That stays the first thing to see to: a person who reads these messages, today."
HARMED = "I am sorry that this happened, and it comes before my questions."
HARM_STEP = (
    "Today: write down what the tool said and when, and tell whoever is responsible for it. Until somebody has looked into it, let no such case "
    "rest on its word alone."
)
# Costs and what went wrong: no question asks for them, and the report has them in the person's words.
COST_KEPT = "What it costs I keep in your words for the report: “{}”."
INCIDENT_KEPT = "I am sorry that this happened. What went wrong there I keep in your words for the report: “{}”."
WEAKNESS_KEPT = "Where it is weak matters: that stands in the report in your words, “{}”."
NO_INCIDENT = "Forgive me, I had taken that for something that went wrong. It is out of the report again."
INCIDENT_GONE = "Yes, it is gone: nothing stands in the report as gone wrong."
INCIDENT_STANDS = "No, this is still kept: “{}”. Say “there was no incident”, and it goes."
# To who asks whether something that they told was heard, or wants it kept.
HEARD_AS = "Yes, I have noted from it: {}."
HEARD_AND_KEPT = "Yes. It goes into the report in your own words: “{}”."
KEPT_NOW = "I had made no note of it, and I am sorry. From now on it stands in the report in your words: “{}”."
KEPT_AGAIN = "That is kept too, in your words: “{}”."
INCIDENT_AGAIN = "I am sorry for that too; it is kept with the other, in your words: “{}”."
BESIDES_NOTED = "Yes, in your own words, as no question of mine asks for it: {}. It goes into the report so."
BESIDES_NOT_NOTED = {
    "cost": "No, nothing on what your tool costs you so far: no question of mine asks for it. Write it in a sentence, and the report has it in your words.",
    "incident": "No, nothing that went wrong so far. Write it in a sentence, and the report has it in your words.",
}
HARMED_AGAIN = "What happened comes first: tell whoever is responsible, today and in writing, and let no such case rest on the tool alone till then."
# A question that was left without an answer.
YOU_ASKED = "I am sorry, you asked “{0}”. {1}"
OWED = "I am sorry that I left that open. {1}"
PRIVATE = (
    "What you want kept out I do not note. What was noted before stands in the report with your words: “undo” takes it back, and on the map every answer "
    "has “Change”, then “Take this answer back”. Your messages stay here until you delete the assessment.",
)
PRIVATE_AGAIN = (
    "What you want kept out I do not note. What is noted already goes with “undo”, or with “Take this answer back” on the map.",
)
STRUCK = "I took it out: those words are gone from our talk, and so from the report and the letters. Nothing was noted from them."
STRUCK_WITH = (
    "I took it out: those words are gone from our talk, the report and the letters, and with them what I had noted from them: {}. That cannot "
    "be undone."
)
STRUCK_WHICH = (
    "I find that in {} of your sentences, so I took nothing out yet. Tell me a few more words of the one that is to go."
)
STRUCK_MUCH = "I took nothing out yet: the same words tell {}. Write the very words that are to go in quotation marks, and I take out those alone."
NOT_SAID = (
    "I find nothing of that in what you wrote, so there was nothing to take out; it is not noted and in no report."
)
LEFT_ALONE = ("I am sorry; I ask no more about that.", "Forgive me; I leave that alone.")
UNNAMED = (
    "Of course: no name is needed, and the report does without it.",
    "That is your right. I leave the name out.",
)
LAY = (
    "That is quite all right: tell me what you see in your daily work. What is technical, I collect as questions for your supplier.",
    "You need no technical knowledge for this. What you cannot know goes into a list for your supplier.",
)
PROGRESS = ("So far: {}.", "Where we are: {}.", "By now: {}.")
SELF = (
    "I am a program, not a person: I ask, write down what you say, and assess it by fixed rules.",
    "A program, no person; what you tell me stays with this assessment.",
)
HOW_LONG = "{} “Stop” gives you the report at any time, and all is kept if you come back later. {}"
# Of many questions that could be put the next few tell most; a large number only frightens, and nobody need answer them all.
LEFT_MANY = "About {} more, some {} minutes, and the picture is good; none is a must."
LEFT_LITTLE = "You have told enough for a good picture; what I still ask rounds it off."
LEFT_FEW = "Up to {} more questions."
LEFT_NONE = "None that I must ask."
FOR_SUPPLIER = "What you cannot know I collect in a letter to your supplier; it has {} by now."
TOLD_FOUND = ("I am sorry, you did: “{quote}”. So it stands: {}.", "Forgive me, I overlooked it: “{quote}”. So {}.")
RECALLED = ("You said “{quote}”, so I have: {}.", "From “{quote}” I take it that {}.")
RECALLED_WORDS = ("As you said before, {}.", "From before I have that {}.")
SHALL_I_NOTE = ("You said “{quote}”: shall I note that {}?", "From “{quote}” I gather that {}. Is that right?")
# Of one item of a set, beside the two.
IS_THAT_ALL = " And is that all?"
TOLD_UNSURE = "You wrote “{quote}”. Does that mean: {}?"
TOLD_LOST = ("I am sorry, I cannot find it in what you wrote.", "Forgive me, I must have missed it.")
TOLD_TWICE = ("I am sorry that you had to say it again.", "Forgive me that you had to repeat it.")
CHANGE = "{} So far I have: {}. What should it be?"
CHANGING = ("Of course.", "Gladly.", "Certainly.")
UNDONE = ("I took back {}.", "Gone: {}.", "Taken out again: {}.")
PASSED_OVER = "I took back what I noted last: {}."
PUT_BACK = "It is there again: {}."
NOTHING_TO_PUT_BACK = "Nothing was taken out, so there is nothing to put back; all that you told me stands."
STRUCK_FOR_GOOD = "Words that were taken out of our talk are gone for good, I cannot bring them back. Tell me again what should stand."
TAKEN_AWAY = (
    "Taken away: {}. “Undo” puts it back.",
    "I took that out: {}. Say “undo” if that was not meant.",
)
MERGED = "{0} and {1} are one now, under the name {0}. “Undo” parts them again."
ONE_OR_TWO = "I have {} and {}. Say “they are one and the same” if they are, or tell me which of them is not there."
ALL_WOULD_GO = (
    "Of {0} I have only the name, and all that you told would go with {1}. Say “they are one and the same” if it is one tool, or say once more "
    "that {1} is to go."
)
PART_OF = "Is {0} a tool of its own, or is it what {1} stands on? Say “{0} and {1} are one” if they are."
WHICH_PART = "I have {}. Which of them is not there? Say, for example: “there is no {}”."
THE_TOOL = "You wrote “{quote}”. Is {name} the tool that you use?"
ANOTHER_TOOL = "You wrote “{quote}”. Is {name} another tool that you use, beside {others}?"
TAKE_OUT = "You wrote “{quote}”. Shall I take {title} out?"
SHALL_IT_GO = "Nothing is taken away yet. I have: {}. Shall that go?"
I_HAVE = "I have: {}."
I_HAVE_NOW = "I have now: {}."
ALL_OF_IT = "Say “read all of it” to hear each."
IN_THE_LIST = "All of it stands in the list, with your own words, and each answer can be changed there."
# On the notes, to who asks for one matter of them.
STILL_OPEN = "On {} I have noted nothing yet; it is open."
CHANGE_HERE = "If one is wrong, say so here, or change it in the list."
AS_FIRST_TOLD = (
    "That was not changed. If it should be, say “not …, but …” in one short sentence, or press Change in the list."
)
COULD_NOT_TELL = "I could not tell from your words what to put instead. Say it in one short sentence (“not …, but …”), or press Change beside it in the list."
TAKEN_FROM = "I took it from your words “{}”: {}. If that is wrong, say what is right instead, or press Change beside it in the list."
STILL_THERE = "{} still stands in the list. “Remove”, with its name, takes it out."
VALUE_STANDS = "No, nothing of that was taken out. I have: {}."
VALUE_GONE = "Yes, that is gone. I have now: {}."
VALUE_GONE_WHOLLY = "Yes, that is gone; on {} nothing is noted now."
IS_OUT = "{} is out of the list and of the report. “Undo” would bring it back."
CHOICES = "You may choose: {}."
# Which choice fits a case that somebody told.
COMES_NEAREST = "I would call that “{}”."
SHALL_I = "Shall I note that {}?"
FITS = "As you tell it, {} comes nearest; say so if it does not."
WE_GO_ON = "Sorry, then we go on."
NEAREST_CHOICE = "Take what comes nearest; you can change it later."
ALL_THAT_APPLY = "What counts is {}: name all that apply, in your own words."
PARTLY = "“partly” is what holds for some of it, or some of the time"
# What others do, which nobody here knows, and what is advised instead.
CANNOT_TELL = "How that is with you I cannot tell. {}"
ADVISED = "What is usually advised: {}"
GOOD_PRACTICE = "What is usually advised: {} To begin: {}"
LIKE_NOBODY = "You need not be like others, and no answer is out of place. Say how it is with you; the report shows what follows from it."
# What hangs on a matter, and how it is set going, as the rule on it has it.
DECIDES_ON = "By your answer the report names a risk or not: “{}”."
NAMES_A_RISK = "With that the report names a risk, “{}” ({}). A first step: {}"
NAMES_NONE = "By that alone the report names no risk."
HANGS_ON = "{} A first step: {}"
MAY_BE_TAKEN = "I cannot rule it out. What lies with a supplier, on a drive or on your own computer, somebody with power may demand or take; how far, the law of the place decides, so ask a lawyer whom you trust. What never goes in cannot be taken: leave out papers, status, birthplace and address where you can, close links that anybody can open, and delete what is no longer needed. From this talk nothing is sent to anybody."
HELD_BY_A_FIRM = "It need not be one. What decides: a contract that says what they may do with it, where it lies and for how long, that they learn nothing from it, and that they delete it when you leave. Ask for that in writing; what you cannot answer here goes into the letter to your supplier."
MAY_BE_CUT_OFF = (
    "Yes. Most providers may close an account, raise the price or retire a model, often at short notice; it stands in the terms that were accepted. "
    "What helps: the account in the organisation's name and not in one person's, your own copies of data and instructions, and a second way to work that was tried once."
)
EACH_TOOL_IN_TURN = "Both, if both matter to you, one at a time: I name the one that I ask about. For a tool of its own kind a second assessment is easiest to read."
RIGHT_HERE = "You are right here: this is about what the AI that you use depends on, and where it can break."
NOT_YOURS_ALONE = (
    "It is not yours alone. Many hands are in what a tool gets wrong: who made it, who chose it, who gave nobody time to check. "
    "What helps now is to tell it to whoever leads and to who supplied it, so that it does not happen again; who answers for it in law, a lawyer can say."
)
NOTHING_WRONG = "No, you have done nothing wrong, and nothing here is a mark. I ask to see what the tool depends on."
WHEN_IT_ENDS = (
    "That stands in the agreement with whoever gave or pays it. Where nobody has it in writing, ask now: who keeps the device and the data, who pays afterwards, "
    "and how you work without it. Until there is an answer, count on having to do without."
)
NAME_IT_SO = "Yes: write “the model is called …” or “the tool is called …” with the whole name in quotation marks, or use Change beside it in the list."
IN_A_RECORD = (
    "From here I cannot see that. Ask whoever keeps the records, and the supplier: how long it stays, who can see it, and who may delete it. "
    "The letter under Report takes such questions along."
)
OPEN_TO_ALL = (
    "It can become one: whoever opens it can copy it, and whoever has left may still have the link. What helps: only those who need it, each with a login of their own, "
    "nobody “with the link”, people who left taken out, and no column more than the work needs."
)
ONE_PERSON_LEAVES = "Then what only one person knows goes with them. What helps: let them show two others how it is started, fed and mended; write the steps and where the passwords are on one page; and try it once without them while they can still be asked."
WHAT_AI_IS = "By AI I mean software that has learnt from examples instead of following rules that somebody wrote down: it writes, translates, recognises, scores or predicts. A program that reads handwriting is AI; a table with a formula is not."
WHAT_WEIGHTS_ARE = "Weights are the numbers that a model has learnt, all that it knows. Open: others may download and run them, so you could go on without its maker. Closed: they stay with its maker, and you depend on them."
WHAT_A_FALLBACK_IS = (
    "A fallback is what you would do without the tool: by hand, on paper, by phone, or with another tool."
)
NO_WEATHER_HERE = "I am a program on a computer, and have no weather."
WHAT_AN_ALGORITHM_IS = "An algorithm is a recipe of steps that a computer follows. In AI, part of that recipe was not written but learnt from examples."
WHAT_A_CLOUD_IS = "A cloud is somebody else's computers, used over the internet: your data then lies in their house and under the law that holds there."
WRITE_IT_YOURSELVES = "That I do not write: it has to be yours, and short is good. {}"
IN_THE_ACT = "From the AI Act, a law of the European Union:"
NO_LEGAL_ADVICE = (
    "That is no legal advice: what holds for you, your data protection officer, a lawyer or the authority can say."
)
CAN_BE = "It can be a risk; your other answers decide. {}"
TO_BEGIN = "{}. To begin: {}"
NO_NOTE_OF = "I have noted nothing on {}. Say it in one plain sentence, and I note it."
TOLD_UNNOTED = "You told me “{}”, and I have noted nothing from it. Say in one short sentence what it means for the tool or its data, and I note that."
# How an answer is found out by somebody who does not have it at hand.
IN_THE_PAPERS = "Whoever leads or keeps the papers with you can tell: the head, the board, the person for data protection. What nobody can name most likely is not there."
IN_THE_CONTRACT = (
    "In the contract or the terms of service, under “termination” or “export of data”; whoever signed or pays has them."
)
ON_THE_WEB = "On the maker's website: search for the model's name with “model card” or “system card”. That nobody looked at one yet is a plain “no”."
AT_WORK = "Whoever works with it every day, or set it up with you, can tell. For what only the supplier knows say “I don't know”: it goes into the letter."
AT_THE_SUPPLIER = "Look in its settings, or on the supplier's pages on privacy and terms; else ask them: “{}” Say “I don't know”, and I put it into the letter."
# Where a tool and what is typed into it are, as far as public records tell.
RUNS_ON = "it runs on machines of {}"
NOT_WHERE = "In which country your own data lies these do not say: the supplier's privacy page or the contract does."
NO_RECORD = "I hold no public record of where {} keeps its data: the supplier's privacy page or the contract says it, else ask them. “I don't know” puts it into the letter."
# What stands in the report of who they are and of what they told.
IN_REPORT_NAMED = "The report names {}, as you told it. Take that back in the list, and it names nobody."
IN_REPORT_UNNAMED = (
    "No name of yours is noted, so the report has none; it says your field and country where you told them."
)
IN_REPORT = "In it stands what is noted here, with your own words beside it, and nothing that you did not tell. What must not be there, take back in the list."
NOTHING_UNDONE = ("There is nothing left to take back.", "Nothing was noted that I could take back.")
NOT_NOTED = "I have nothing noted on that, so there is nothing to take back. What I noted stands in the list."
NOTHING_TAKEN = "Nothing is taken away."
NOT_THERE = "I have nothing noted as “{}”, so nothing was taken away. The tools that I have: {}."
WHICH_ANSWER = "I have more than one answer that this could mean: {}. Nothing was taken back; say which one you mean."
TOOK_BACK = "I took your last message back."
# A text that has grown.
GROWN = "I added “{}” to {}."
CORRECTED = (
    "Corrected: {} (before: {before}).",
    "Changed: {} (it was: {before}).",
    "I set it right: {} (before: {before}).",
)
WELCOME = "Welcome back."
# To who seems to go: it may have been but a remark, so nothing is closed.
MAY_GO = (
    "If you have to go: all is kept, the report shows what I have, and you can go on here whenever you like.",
    "Off you go if you must; nothing is lost, the report is there, and we can go on where we were.",
)
STAYS_CLOSED = (
    "The report says so from now on. Write on whenever you like to tell more.",
    "It stands so in the report now. Whenever you want to go on, just write.",
)
GOODBYE = (
    "Goodbye, and thank you. Your draft report is ready whenever you want it.",
    "Thank you. Your draft report is ready; come back when there is news.",
)


def pick(variants: Sequence[str], number: int) -> str:
    """The variant for turn ``number``: each comes once before the first comes again, so that a session replays alike."""
    return variants[number % len(variants)]


# How each of these goes to somebody who wishes not to have their own words said back.
WITHOUT_QUOTES = {
    CONFLICT: "Two things that you told me do not fit. Which is right for {name}: {first} or {second}?",
    DOUBT: "Which is right for {name}: {first} or {second}?",
    TOLD_FOUND[0]: "I am sorry, you did. So it stands: {}.",
    TOLD_FOUND[1]: "Forgive me, I overlooked it. So {}.",
    RECALLED[0]: "From what you said before I have: {}.",
    RECALLED[1]: "From what you said before I take it that {}.",
    SHALL_I_NOTE[0]: "From what you told me: shall I note that {}?",
    SHALL_I_NOTE[1]: "From what you told me I gather that {}. Is that right?",
    TOLD_UNSURE: "Does what you wrote mean: {}?",
    THE_TOOL: "Is {name} the tool that you use?",
    ANOTHER_TOOL: "Is {name} another tool that you use, beside {others}?",
    TAKE_OUT: "Shall I take {title} out?",
}
