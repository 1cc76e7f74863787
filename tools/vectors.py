"""Embeds every text of the glossary, and the questions about the talk, and writes knowledge/vectors.npz, which makes the index quick to build: run it after texts changed."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from vcassist.knowledge.index import GlossaryIndex
from vcassist.knowledge.items import outside_items
from vcassist.knowledge.prepared import load_prepared, prepared_path, save_prepared
from vcassist.knowledge.talk import load_talk
from vcassist.settings import read_settings


def main() -> int:
    glossary = GlossaryIndex(read_settings())
    own = {item.text for item in (*glossary.items(), *outside_items(glossary.outside))}
    texts = sorted(own | {text for entry in load_talk().values() for text in entry["asked"]})
    before = load_prepared(glossary.embedder.name)
    new = [text for text in texts if before is None or text not in before]
    print(f"{len(texts)} texts, {len(new)} of them new", flush=True)
    made = dict(zip(new, glossary.embedder.embed(new), strict=True)) if new else {}
    if before is not None:
        old = [text for text in texts if text in before]
        made.update(zip(old, before.vectors(old), strict=True))
    save_prepared(glossary.embedder.name, texts, np.array([made[text] for text in texts]), prepared_path())
    print(f"{prepared_path()}: {prepared_path().stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
