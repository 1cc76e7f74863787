"""Things of a house that are no software: a rule, a test or a lock that is theirs says nothing of the tool. Data, pure."""

from __future__ import annotations

import re

# What stands, drives, burns, plays, is eaten or worn; closed by kind, not by the messages that named them.
_ROOMS = "canteen cafeteria kitchen garden roof cellar door gate window stairs staircase lift elevator corridor toilet attic fence wall garage car-?park parking yard hall chair curtain carpet"
_DEVICES = "fridge freezer boiler oven stove heating radiator pump siren alarm smoke_alarm till cash_register printer copier photocopier kettle toaster dishwasher washing_machine coffee_machine coffee_maker lamp torch thermostat generator cctv television loudspeaker microphone projector dictaphone typewriter franking_machine vending_machine drill saw lawnmower hoover"
_VEHICLES = "minibus bus van lorry truck car tractor boat ferry ship bicycle bike motorbike train ambulance trailer"
_KEPT = "the_safe our_safe padlock locker cupboard cabinet keyring mailbox letterbox bin bins skip yearbook membership raffle bazaar"
_CLOTHES = "shoes coat uniform hat gloves helmet badge bag umbrella"
_FOOD = "food lunch breakfast dinner milk meat bread cheese fish eggs vegetables soup cake coffee tea beer wine water alcohol"
_PLAY = "piano guitar drum choir swimming football tennis race sprint relay gym playground"
_SAFETY = "fire_drill fire_alarm first_aid extinguisher evacuation hygiene hand-?washing safety_vest life_jacket vaccine vaccination"
_BEASTS = "dogs? cats? horses? cows? goats? sheep hens? chickens? pigs? camels? bees fleas rats mice"
THING = re.compile(
    r"\b(?:"
    + "|".join(
        word.replace("_", " ") + "s?" if word[-1] not in "s?" else word.replace("_", " ")
        for group in (_ROOMS, _DEVICES, _VEHICLES, _KEPT, _CLOTHES, _FOOD, _PLAY, _SAFETY, _BEASTS)
        for word in group.split()
    )
    + r")\b",
    re.I,
)
