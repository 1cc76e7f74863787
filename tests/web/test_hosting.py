"""Hosted mode: it does not start unsafe and says what to set; started, it answers only over https."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vcassist.access import hashed
from vcassist.app import App
from vcassist.errors import BadUsage
from vcassist.settings import Settings, read_settings
from vcassist.web.hosting import refuse_unsafe
from vcassist.web.server import create_app

SECRET = "3f9c1e7a5b2d8046" * 3
SAFE = {"mode": "hosted", "secret": SECRET, "trusted_proxy": "127.0.0.1"}

SEVERAL = {"workers": 4, "database": "postgresql://u@h/d", "chroma_url": "http://127.0.0.1:8001"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"secret": ""}, "Set VCASSIST_SECRET"),
        ({"secret": "short"}, "Set VCASSIST_SECRET"),
        ({"secret": "a" * 40}, "Set VCASSIST_SECRET"),
        ({"trusted_proxy": ""}, "plain HTTP.*VCASSIST_TRUSTED_PROXY"),
        ({"trusted_proxy": "*"}, "VCASSIST_TRUSTED_PROXY holds '\\*'"),
        ({"trusted_proxy": "127.0.0.1, 0.0.0.0/0"}, "VCASSIST_TRUSTED_PROXY holds '0.0.0.0/0'"),
        ({"workers": 2}, "VCASSIST_WORKERS is 2 and the database is SQLite.*VCASSIST_DATABASE"),
        ({"workers": 2, "database": "sqlite:////srv/x.sqlite"}, "the database is SQLite"),
        ({"workers": 2, "mode": "local"}, "the database is SQLite"),
        ({**SEVERAL, "chroma_url": ""}, "VCASSIST_WORKERS is 4 and the index is embedded.*VCASSIST_CHROMA_URL"),
        ({"metrics_from": "everybody"}, "VCASSIST_METRICS_FROM holds 'everybody'"),
        ({"metrics_from": "127.0.0.1, 0.0.0.0/0"}, "VCASSIST_METRICS_FROM holds '0.0.0.0/0'"),
    ],
)
def test_what_is_unsafe_is_not_served_and_the_setting_is_named(tmp_path: Path, change: dict[str, Any], told) -> None:
    with pytest.raises(BadUsage, match=told):
        refuse_unsafe(Settings(data=tmp_path, **{**SAFE, **change}))


@pytest.mark.parametrize(
    "change",
    [{}, {"trusted_proxy": "10.0.0.0/8, ::1"}, SEVERAL],
)
def test_what_is_set_well_is_served(tmp_path: Path, change: dict[str, Any]) -> None:
    refuse_unsafe(Settings(data=tmp_path, **{**SAFE, **change}))


def test_on_ones_own_machine_nothing_has_to_be_set(tmp_path: Path) -> None:
    refuse_unsafe(Settings(data=tmp_path))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "clinic.example.org", ""])
def test_without_hosted_mode_nothing_is_served_where_others_can_reach_it(tmp_path: Path, host: str) -> None:
    with pytest.raises(BadUsage, match="VCASSIST_MODE is local.*set VCASSIST_MODE=hosted"):
        refuse_unsafe(Settings(data=tmp_path, host=host))
    if host:
        # What the command says counts, whatever the settings say.
        with pytest.raises(BadUsage, match="VCASSIST_MODE=hosted"):
            refuse_unsafe(Settings(data=tmp_path), host)
    refuse_unsafe(Settings(data=tmp_path, **{**SAFE, "host": host}))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_on_loopback_local_mode_is_served(tmp_path: Path, host: str) -> None:
    refuse_unsafe(Settings(data=tmp_path, host="0.0.0.0"), host)
    refuse_unsafe(Settings(data=tmp_path, host=host))


def test_the_command_refuses_an_address_that_others_reach(tmp_path: Path, monkeypatch, capsys) -> None:
    from vcassist import cli

    monkeypatch.setenv("VCASSIST_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("VCASSIST_MODE", raising=False)
    assert cli.run(["serve", "--host", "0.0.0.0"]) == 2
    assert "VCASSIST_MODE=hosted" in capsys.readouterr().err and not (tmp_path / "data").exists()


# --- what docs/hosting.md says --------------------------------------------------------------------------------------------


def documented(kind: str) -> list[str]:
    """The blocks of one kind in docs/hosting.md."""
    page = Path(__file__).resolve().parents[2] / "docs" / "hosting.md"
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text("utf-8"), re.S)


def test_the_proxy_writes_no_address_into_any_log() -> None:
    """A secret link's key stands in the address, and nginx writes the line of a request into its log of errors, too."""
    (config,) = documented("nginx")
    servers = re.split(r"^server \{", config, flags=re.M)[1:]
    assert len(servers) == 2
    for server in servers:
        assert "access_log off;" in server and "error_log /dev/null emerg;" in server


def test_the_proxy_takes_much_only_where_documents_come_in_and_only_so_often() -> None:
    (config,) = documented("nginx")
    before, _, after = config.partition("location ~ ")
    upload, _, rest = after.partition("}")
    assert "client_max_body_size 2m;" in before and "client_max_body_size" not in rest
    assert upload.startswith("/documents$ {")
    for directive in ("client_max_body_size 25m;", "limit_conn ", "limit_req ", "client_body_timeout ", "proxy_pass "):
        assert directive in upload


def test_what_is_set_up_as_root_belongs_to_the_service() -> None:
    commands = [line for block in documented("sh") for line in block.splitlines()]
    run = [
        line
        for line in commands
        if re.match(r"(?:chroma run|vcassist (?:index|serve|rekey$|retention|backup|restore))", line)
    ]
    assert run == [], "these would leave files that belong to root"
    assert any(line.startswith("install -m 600 -o vcassist ") for line in commands)


def test_all_that_is_missing_is_told_at_once_with_exit_code_2_and_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    env = {**os.environ, "VCASSIST_MODE": "hosted", "VCASSIST_DATA": str(folder), "VCASSIST_WORKERS": "2"}
    done = subprocess.run([sys.executable, "-m", "vcassist", "serve"], env=env, capture_output=True, timeout=120)
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (2, 1), told
    assert all(name in told for name in ("VCASSIST_SECRET", "VCASSIST_TRUSTED_PROXY", "VCASSIST_WORKERS"))
    assert not folder.exists()


@pytest.mark.parametrize("given", ["0", "-1", "two", "65", "²"])
def test_a_number_of_workers_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(BadUsage, match="VCASSIST_WORKERS"):
        read_settings({"VCASSIST_WORKERS": given})


@pytest.fixture
def hosted(vc: App) -> App:
    made = App(Settings(data=vc.settings.data, **SAFE))
    made.__dict__.update(store=vc.store, reader=vc.reader, glossary=vc.glossary)
    return made


def test_a_hosted_server_answers_only_over_https_and_says_so_for_a_year(hosted: App) -> None:
    web = create_app(hosted)
    plain = TestClient(web, base_url="http://testserver").post("/api/v1/sessions", json={})
    assert plain.status_code == 403 and "only over https" in plain.json()["detail"]
    assert hosted.store.sessions() == []
    secure = TestClient(web, base_url="https://testserver")
    begun = secure.post("/begin", follow_redirects=False)
    assert begun.status_code == 303 and "; secure" in begun.headers["set-cookie"].lower()
    assert begun.headers["strict-transport-security"] == "max-age=31536000"


def test_what_looks_after_the_server_needs_no_https(hosted: App) -> None:
    inside = TestClient(create_app(hosted), base_url="http://testserver", client=("127.0.0.1", 1))
    assert [inside.get(path).status_code for path in ("/healthz", "/readyz", "/metrics")] == [200, 200, 200]


def test_a_key_opens_only_with_the_secret_it_was_made_with(hosted: App, vc: App) -> None:
    from vcassist.errors import NotFound

    session, token = hosted.begin()
    assert hosted.opened(session.id, token).id == session.id
    assert vc.store.token_hash(session.id) not in (token, hashed(token))
    with pytest.raises(NotFound):
        vc.opened(session.id, token)
