"""Fetches the larger reader's base weights for training: `python training/base.py` writes them to training/base."""

from __future__ import annotations

import shutil
from pathlib import Path

from vcassist.reading.larger import fetched_base

FOLDER = Path(__file__).resolve().parent / "base"


def main() -> None:
    if (FOLDER / "model.safetensors").exists():
        return
    FOLDER.mkdir(exist_ok=True)
    with fetched_base() as files:
        for name in ("config.json", "tokenizer.json", "model.safetensors"):
            with files(name) as found, (FOLDER / f"{name}.part").open("wb") as out:
                shutil.copyfileobj(found, out)
            (FOLDER / f"{name}.part").rename(FOLDER / name)


if __name__ == "__main__":
    main()
