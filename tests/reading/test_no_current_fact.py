"""The reader as a whole does not note what only looks like a current fact on who speaks, and hears what stands beside it."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import open_trained


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    """The product's reader on a machine of the usual size."""
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


@pytest.mark.parametrize(
    ("asked", "message", "ref", "value"),
    [
        ("model.name", "it ran on Llama 2 the first year, so much i remember", "model.name", None),
        ("application.human_review", "At the start every letter passed over my desk. That lasted till harvest; nobody looks any more.", "application.human_review", "never"),
        ("application.works_offline", "The folder they left on the counter says it runs without internet.", "application.works_offline", None),
        ("governance.impact_assessment", "The mission hospital in Rourkela did one, they were so kind as to show us.", "governance.impact_assessment", None),
        # What was done in the beginning stays done; what was there then is over.
        ("model.tested_locally", "We tested it in the beginning, with forty old cases.", "model.tested_locally", "yes"),
        ("storage.country", "In the beginning it was stored in Ireland.", "storage.country", None),
        ("compute.hosting", "Our own basement, if the insurer allowed it.", "compute.hosting", None),
        ("application.generates", "They won't tell us what it was trained on.", "application.generates", None),
        (None, "It comes from a firm in Nairobi called Mavuno Labs. The model inside is GPT-4o I believe.", "model.supplier", None),
        ("organisation.size", "We look after 48 beds and about 600 goats.", "organisation.size", None),
        ("application.labels_content", "Rule 4 says each picture must bear the note. Go and look at the wall: no note anywhere.", "application.labels_content", "no"),
        ("governance.policy", "write down that we have a policy, even though there's none", "governance.policy", "no"),
        ("storage.country", "Ireland. No wait, scratch that, Ireland was the old supplier.", "storage.country", None),
        (None, "Our school is called Gemini Academy and stands in Kumasi.", "application.name", None),
        (None, "Our school is called Gemini Academy and stands in Kumasi.", "organisation.name", "Gemini Academy"),
        (None, "For the first six months we transcribed with Otter. These days the hearings go through Sonix.", "application.name", "Sonix"),
        (None, "There is a dog here called Claude. The program that counts the catch is CatchCam.", "application.name", "CatchCam"),
    ],
)  # fmt: skip
def test_only_what_is_so_is_noted(
    reader: OfflineReader, asked: str | None, message: str, ref: str, value: str | None
) -> None:
    facts = {f.ref: f.value for f in gate(reader.read(message, asked, Chain()), message).facts if f.status == "known"}
    assert facts.get(ref) == value
