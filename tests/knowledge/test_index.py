"""The index: built once, found again, told stale part by part, and the same on a Chroma server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from knowledge_fakes import WordWeights, entry, small_glossary
from sockets import free_port

from vcassist.errors import BadUsage, NotReady, StorageTrouble
from vcassist.knowledge import index as index_module
from vcassist.knowledge.glossary import Entry
from vcassist.knowledge.index import NO_INDEX, GlossaryIndex, check, stale_parts
from vcassist.settings import Settings


def index_at(
    data: Path, entries: dict[str, Entry] | None = None, weights: WordWeights | None = None, url: str = ""
) -> GlossaryIndex:
    return GlossaryIndex(Settings(data=data, chroma_url=url), entries or small_glossary(), weights or WordWeights())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index is built."""
    data = tmp_path_factory.mktemp("built")
    index_at(data).build()
    return data


def test_a_query_finds_the_entry_that_speaks_of_it_one_row_a_term(built: Path) -> None:
    rows, covered = index_at(built).search("memory of the graphics card", 4)
    assert rows[0].term == "gpu" and covered
    assert len({r.term for r in rows}) == len(rows) == 4
    assert all(rows[n].score >= rows[n + 1].score for n in range(3))


def test_whoever_asks_while_it_is_being_built_waits_for_that_one_building(tmp_path: Path) -> None:
    begun: list[str] = []

    class Slow(GlossaryIndex):
        def build(self) -> int:
            begun.append("")
            time.sleep(0.2)
            return super().build()

    asking = [Slow(Settings(data=tmp_path), small_glossary(), WordWeights()) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda index: index.search("memory of the graphics card", 1)[0][0].term, asking))
    assert (found, len(begun)) == (["gpu"] * 3, 1)


ASKING = """
import sys
from pathlib import Path
from knowledge_fakes import WordWeights, small_glossary
from vcassist.knowledge.index import GlossaryIndex
from vcassist.settings import Settings
index = GlossaryIndex(Settings(data=Path(sys.argv[1])), small_glossary(), WordWeights())
index.index.exists()
print("ready", flush=True)
sys.stdin.readline()
print(index.search("memory of the graphics card", 1)[0][0].term)
"""


def test_processes_that_ask_at_once_for_the_first_time_build_it_once(tmp_path: Path) -> None:
    """As one who starts the server and, while it starts, asks in another window."""
    command = [sys.executable, "-c", ASKING, str(tmp_path / "data")]
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=here) for _ in range(3)]
    for each in started:
        assert each.stdout is not None and each.stdout.readline() == "ready\n"
    told = [each.communicate("\n", timeout=120) for each in started]
    assert [out.strip() for out, _ in told] == ["gpu"] * 3
    assert sum(err.count("Building the glossary's index") for _, err in told) == 1


def test_every_passage_stands_in_its_entry_word_for_word(built: Path) -> None:
    glossary = index_at(built)
    for query in ("wafer factory", "withdraw permission", "clinic"):
        for row in glossary.search(query)[0]:
            assert row.text in " ".join(glossary.entries[row.term].body.split())


@pytest.mark.parametrize("query", ["how do I bake bread without yeast", "best way to remove coffee stains"])
def test_what_the_glossary_does_not_speak_of_is_refused_and_the_nearest_are_named(built: Path, query: str) -> None:
    glossary = index_at(built)
    assert not glossary.search(query)[1]
    answer = glossary.answer(query)
    assert not answer.covered and answer.citations == () and len(answer.near) == 3
    assert all(glossary.entries[term].title in answer.text for term in answer.near)


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_query_finds_nothing_and_crashes_nothing(built: Path, query: str) -> None:
    assert index_at(built).search(query) == ([], False)
    assert not index_at(built).answer(query).covered


def test_the_index_is_built_when_first_needed_and_never_again(tmp_path: Path) -> None:
    first = WordWeights()
    index_at(tmp_path, weights=first).search("graphics card")
    again = WordWeights()
    index_at(tmp_path, weights=again).search("graphics card")
    assert first.asked > 50 and again.asked == 1


def test_a_good_index_has_nothing_stale(built: Path) -> None:
    assert stale_parts(index_at(built)) == []


def test_check_says_which_entry_changed_which_is_new_and_which_is_gone(built: Path) -> None:
    entries = small_glossary()
    entries["gpu"] = entry("gpu", "GPU", "graphics card memory amperes", "foundry", "infrastructure")
    del entries["consent"]
    entries["deepfake"] = entry("deepfake", "Deepfakes", "fake video voice")
    told = stale_parts(index_at(built, entries))
    assert told == [
        "The entry consent is in the index but no longer in the glossary.",
        "The entry Deepfakes is new and not in the index.",
        "The entry GPU has changed since the index was built.",
        "Run `vcassist index`.",
    ]


def test_an_edit_that_search_does_not_see_leaves_the_index_good(built: Path) -> None:
    entries = small_glossary()
    entries["gpu"] = replace(entries["gpu"], updated="2027-01-01")
    assert stale_parts(index_at(built, entries)) == []


def test_check_says_that_other_weights_are_set(built: Path) -> None:
    told = stale_parts(index_at(built, weights=WordWeights("others")))
    assert told[0] == "The index was built with other weights (words) than are set now (others)."


def test_check_notices_texts_that_were_changed_inside_the_index(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "copy")
    glossary = index_at(tmp_path / "copy")
    glossary.index._open("glossary").update(
        ids=["gpu/question0"], documents=["Something else?"], embeddings=[[0.1] * 48]
    )
    assert "not those it was built from" in stale_parts(glossary)[0]


def test_check_says_when_there_is_no_index_and_builds_none(tmp_path: Path) -> None:
    assert NO_INDEX in check(Settings(data=tmp_path))
    assert not (tmp_path / "index").exists()


def test_whoever_has_built_the_index_has_the_weights_too_though_all_vectors_come_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Prepared(dict[str, None]):
        def __contains__(self, text: object) -> bool:
            return True

        def vectors(self, texts: list[str]) -> object:
            return WordWeights().embed(texts)

    weights = WordWeights()
    monkeypatch.setattr(index_module, "load_prepared", lambda name: Prepared())
    monkeypatch.setattr(index_module, "GlossaryIndex", lambda settings: index_at(settings.data, weights=weights))
    index_module.rebuild(Settings(data=tmp_path))
    assert weights.asked == 1, "no text was embedded, but the weights were loaded once"


def test_an_index_that_broke_off_half_way_is_built_again(tmp_path: Path) -> None:
    glossary = index_at(tmp_path)
    glossary.build()
    glossary.index._client.delete_collection(f"learned-{glossary.index.fingerprint}")
    weights = WordWeights()
    assert index_at(tmp_path, weights=weights).search("graphics card")[0][0].term == "gpu"
    assert weights.asked > 50


def test_an_old_index_is_dropped_when_a_new_one_is_built(tmp_path: Path) -> None:
    index_at(tmp_path).build()
    fresh = index_at(tmp_path, {**small_glossary(), "deepfake": entry("deepfake", "Deepfakes", "fake video voice")})
    fresh.build()
    assert {n.partition("-")[2] for n in fresh.index._names()} == {fresh.index.fingerprint}


@pytest.fixture(scope="module")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real `chroma run` on a free loopback port."""
    port = free_port()
    command = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert command, "chromadb brings the command chroma"
    folder = tmp_path_factory.mktemp("chroma")
    server = subprocess.Popen(
        [command, "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.slow
def test_a_chroma_server_gives_the_same_rows_scores_and_refusals(
    built: Path, tmp_path: Path, chroma_server: str
) -> None:
    here, there = index_at(built), index_at(tmp_path, url=chroma_server)
    assert stale_parts(there) == [NO_INDEX]
    there.build()
    assert stale_parts(there) == []
    for query in ("watts of a card", "factory", "withdraw a signature", "nurse and xray", "how to bake bread"):
        rows, covered = here.search(query, 4)
        others, also = there.search(query, 4)
        assert [(r.term, r.text) for r in rows] == [(r.term, r.text) for r in others] and covered == also
        assert [r.score for r in rows] == pytest.approx([r.score for r in others], abs=1e-3)
        assert here.answer(query).text == there.answer(query).text
    assert not (tmp_path / "index").exists(), "nothing is stored here when a server is set"
    there.index._client.close()


def test_a_server_that_does_not_answer_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match=r"does not answer.*127\.0\.0\.1:9.*chroma run"):
        index_at(tmp_path, url="http://127.0.0.1:9").search("graphics card")


@pytest.fixture
def hanging() -> Iterator[str]:
    """The address of a server that takes every call and answers none."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(50)
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_server_that_hangs_is_given_up_in_time_and_spared_for_a_while(tmp_path, hanging: str, monkeypatch) -> None:
    from vcassist.knowledge import vectors

    monkeypatch.setattr(vectors, "PATIENCE", 0.3)
    index = index_at(tmp_path, url=hanging)
    began = time.monotonic()
    with pytest.raises(NotReady, match="does not answer"):
        index.search("graphics card")
    assert time.monotonic() - began < 20


@pytest.mark.slow
def test_a_server_that_hangs_later_is_given_up_in_time_and_is_back_by_itself(
    tmp_path: Path, chroma_server: str, hanging: str, monkeypatch
) -> None:
    from vcassist.knowledge import vectors

    index = index_at(tmp_path, url=chroma_server)
    index.build()
    rows = index.search("graphics card", 3)
    vectors.set_patience(index.index._client, 1.0)
    there = index.index._client._server._api_url
    index.index._client._server._api_url = f"{hanging}/api/v2"
    for _ in range(3):
        with pytest.raises(NotReady, match="does not answer"):
            index.search("graphics card", 3)
    began = time.monotonic()
    with pytest.raises(NotReady):
        index.search("graphics card", 3)
    assert time.monotonic() - began < 0.9, "not each question waits for it"
    index.index._client._server._api_url = there
    monkeypatch.setattr(index.index, "_spared_until", 0.0)
    vectors.set_patience(index.index._client, 60.0)
    assert index.search("graphics card", 3) == rows
    index.index._client.close()


def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="VCASSIST_CHROMA_URL"):
        index_at(tmp_path, url="localhost").search("graphics card")


def test_where_the_index_is_out_of_use_no_weights_are_prepared_for_a_sentence(tmp_path: Path) -> None:
    weights = WordWeights()
    glossary = index_at(tmp_path, weights=weights, url="http://127.0.0.1:1")
    with pytest.raises((NotReady, StorageTrouble)):
        glossary.embedded(["who reads this"])
    assert weights.asked == 0


def test_the_vectors_made_beforehand_are_opened_once_however_much_is_asked(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(index_module, "load_prepared", lambda name: opened.append(name))
    glossary = index_at(built)
    for question in ("who reads this", "what is a chip"):
        glossary.vectors_of([question])
    assert len(opened) == 1
