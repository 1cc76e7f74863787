"""Things of a house that are no software: a rule, a test or a lock that is theirs says nothing of the tool. Data, pure."""

from __future__ import annotations

import re

# What stands, drives, burns, plays, is eaten or worn; closed by kind, not by the messages that named them.
_ROOMS = "canteen cafeteria kitchen garden roof cellar door gate window stairs staircase elevator corridor toilet attic wall garage car-?park parking yard curtain carpet"
_DEVICES = "fridge freezer boiler oven stove heating radiator siren alarm smoke_alarm cash_register printer copier photocopier kettle toaster dishwasher washing_machine coffee_machine coffee_maker lamp torch thermostat generator cctv television loudspeaker microphone projector dictaphone typewriter franking_machine vending_machine lawnmower hoover"
_VEHICLES = "minibus bus van lorry truck car tractor boat ferry ship bicycle bike motorbike ambulance trailer"
_KEPT = "the_safe our_safe padlock locker cupboard cabinet keyring mailbox letterbox yearbook membership raffle bazaar"
_CLOTHES = "shoes uniform hat gloves helmet badge umbrella"
_FOOD = "food lunch breakfast dinner meat bread cheese eggs vegetables soup cake coffee tea beer wine alcohol"
_PLAY = "piano guitar drum choir swimming football tennis gym playground"
_SAFETY = "fire_drill fire_alarm first_aid extinguisher evacuation hygiene hand-?washing safety_vest life_jacket vaccine vaccination"
# Words that are a deed or a matter of these questions as often as a thing ("they all train on it", "not by race", "till 2022"): things only
# where something stands before them that makes them one.
_DEEDS_TOO = "train race sprint saw drill till lift bin skip chair fence coat pump relay water fish milk bag safe hall"
_A = r"(?:the|an?|our|my|your|his|her|its|their|this|that|these|those|each|every|both|no|one|two|three|four|five|ten|\d+) (?:[\w’'-]+ )?"
_BEASTS = "dogs? cats? horses? cows? goats? sheep hens? chickens? pigs? camels? bees fleas rats mice"
THING = re.compile(
    r"\b(?:"
    + "|".join(
        word.replace("_", " ") + "s?" if word[-1] not in "s?" else word.replace("_", " ")
        for group in (_ROOMS, _DEVICES, _VEHICLES, _KEPT, _CLOTHES, _FOOD, _PLAY, _SAFETY, _BEASTS)
        for word in group.split()
    )
    + rf")\b|\b{_A}(?:{_DEEDS_TOO.replace(' ', '|')})s?\b|^\W*(?:{_DEEDS_TOO.replace(' ', '|')})s? (?:is|are|was|were|has|have|gets?|goes)\b",
    re.I,
)
