"""Two students on a real JupyterHub: the link, work, a teacher's change, and nothing lost."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from realignment.handing_out import pull_link, write_student_edition

CONFIG = """
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/home/{{username}}"
c.Spawner.cmd = [{singleuser!r}]
c.Spawner.args = ["--allow-root"]
c.Spawner.environment = {{"GIT_CONFIG_GLOBAL": "{folder}/gitconfig", "PATH": {path!r}}}
c.Spawner.start_timeout = 120
c.Authenticator.allow_all = True
c.JupyterHub.services = [dict(name="tester", api_token={token!r})]
may = ["admin:users", "admin:servers", "access:servers"]
c.JupyterHub.load_roles = [dict(name="tester", services=["tester"], scopes=may)]
"""

WAIT = 180
"""Seconds for a server to come up, however busy the machine is."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def git(*words: str, cwd: Path) -> None:
    who = ["-c", "user.name=Teacher", "-c", "user.email=teacher@example.org"]
    subprocess.run(["git", *who, *words], cwd=cwd, check=True, capture_output=True)


@dataclass
class Hub:
    """A running hub, and how it is spoken to."""

    address: str
    token: str

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            f"{self.address}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            text = answer.read().decode()
        return json.loads(text) if text.startswith(("{", "[")) else text

    def start(self, student: str) -> None:
        self.ask("POST", f"/hub/api/users/{student}")
        self.ask("POST", f"/hub/api/users/{student}/server", {})
        end = time.monotonic() + WAIT
        while not self.ask("GET", f"/hub/api/users/{student}")["servers"].get("", {}).get("ready"):
            assert time.monotonic() < end, f"the server of {student} did not come up"
            time.sleep(0.5)

    def follow(self, student: str, link: str) -> str:
        """Do what the page behind the link does; return what nbgitpuller says."""
        asked = {key: values[0] for key, values in parse_qs(urlsplit(link).query).items()}
        page = f"/user/{student}/git-pull?{urlencode(asked)}"
        assert "nbgitpuller" in self.ask("GET", page)
        return self.ask("GET", f"/user/{student}/git-pull/api?{urlencode(asked)}")

    def notebook(self, student: str, path: str) -> dict[str, Any]:
        return self.ask("GET", f"/user/{student}/api/contents/{quote(path)}")["content"]

    def save(self, student: str, path: str, content: dict[str, Any]) -> None:
        body = {"type": "notebook", "format": "json", "content": content}
        self.ask("PUT", f"/user/{student}/api/contents/{quote(path)}", body)


@pytest.fixture
def hub(hub_home: Path, tmp_path: Path) -> Iterator[Hub]:
    port, hub_port, proxy_port = free_port(), free_port(), free_port()
    token = secrets.token_hex(16)
    bins = hub_home / "venv" / "bin"
    path = f"{bins}{os.pathsep}{os.environ['PATH']}"
    proxy = [str(hub_home / "node_modules" / ".bin" / "configurable-http-proxy")]
    for student in ("amina", "boubacar"):
        (tmp_path / "home" / student).mkdir(parents=True)
    (tmp_path / "gitconfig").write_text(
        '[safe]\n\tdirectory = *\n[protocol "file"]\n\tallow = always\n'
    )
    config = tmp_path / "jupyterhub_config.py"
    config.write_text(
        CONFIG.format(
            port=port,
            hub_port=hub_port,
            proxy_port=proxy_port,
            folder=tmp_path,
            proxy=proxy,
            singleuser=str(bins / "jupyterhub-singleuser"),
            path=path,
            token=token,
        )
    )
    with open(tmp_path / "hub.log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [bins / "jupyterhub", "-f", config],
            cwd=tmp_path,
            env=os.environ | {"PATH": path},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        running = Hub(f"http://127.0.0.1:{port}", token)
        try:
            end = time.monotonic() + WAIT
            while True:
                try:
                    running.ask("GET", "/hub/api/")
                    break
                except (urllib.error.URLError, OSError):
                    said = (tmp_path / "hub.log").read_text()[-2000:]
                    assert process.poll() is None and time.monotonic() < end, said
                    time.sleep(0.5)
            yield running
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def test_two_students_lose_nothing_when_the_teacher_pushes(hub: Hub, tmp_path: Path) -> None:
    desk = tmp_path / "desk" / "course"
    desk.parent.mkdir()
    write_student_edition(desk)
    git("init", "-q", "-b", "main", ".", cwd=desk)
    git("add", "-A", cwd=desk)
    git("commit", "-q", "-m", "The student's edition", cwd=desk)
    shared = tmp_path / "course.git"
    git("clone", "-q", "--bare", str(desk), str(shared), cwd=tmp_path)
    git("remote", "add", "origin", str(shared), cwd=desk)
    link = pull_link(hub.address, shared.as_uri())
    exercise = next((desk / "exercises").glob("04_*.ipynb")).relative_to(desk).as_posix()

    for student in ("amina", "boubacar"):
        hub.start(student)
        assert '"phase": "finished"' in hub.follow(student, link)

    # Both work in the exercise, each in their own way.
    for student in ("amina", "boubacar"):
        book = hub.notebook(student, f"course/{exercise}")
        code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
        code[1]["source"] = f"# {student} was here"
        hub.save(student, f"course/{exercise}", book)

    # The teacher mends a lesson, and a sentence of that very exercise, and pushes.
    book = json.loads((desk / exercise).read_text(encoding="utf-8"))
    book["cells"][0]["source"] = ["# Exercise 04, mended"]
    (desk / exercise).write_text(json.dumps(book, indent=1), encoding="utf-8")
    (desk / "notebooks" / "news.md").write_text("# News\n", encoding="utf-8")
    git("add", "-A", cwd=desk)
    git("commit", "-q", "-m", "Mend a sentence", cwd=desk)
    git("push", "-q", "origin", "main", cwd=desk)

    # They come back by the same link.
    for student in ("amina", "boubacar"):
        assert '"phase": "finished"' in hub.follow(student, link)
        book = hub.notebook(student, f"course/{exercise}")
        assert any(f"# {student} was here" in "".join(cell["source"]) for cell in book["cells"])
        home = tmp_path / "home" / student / "course"
        assert (home / "notebooks" / "news.md").is_file()
