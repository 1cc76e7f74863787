"""Serves vcassist with a reader that listens for ever while a file ``slow`` lies in the data folder: to be killed meanwhile."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "web"))

from fakes import NamesOnlyGlossary, PhraseReader

from vcassist.app import App
from vcassist.settings import Settings
from vcassist.web.server import create_app


class SlowReader(PhraseReader):
    def __init__(self, data: Path) -> None:
        self.slow, self.hearing = data / "slow", data / "hearing"

    def read(self, message, asked, chain):
        self.hearing.touch()
        while self.slow.exists():
            time.sleep(0.02)
        return super().read(message, asked, chain)


def main() -> None:
    import uvicorn

    data = Path(sys.argv[1])
    app = App(Settings(data=data))
    app.__dict__.update(reader=SlowReader(data), glossary=NamesOnlyGlossary())
    uvicorn.run(create_app(app), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")


main()
