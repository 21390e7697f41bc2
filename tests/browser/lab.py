"""A real JupyterLab in a real browser.

The server gets a port and a profile of its own, so that nothing of the person's own Jupyter is
read or changed, and it is ended by its process. The browser is the system's Chromium; nothing is
downloaded.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
import nbformat
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "browser-tests"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}
"""JupyterLab asks its makers' server for news, unless it is told not to; and what lies outside the
window is not drawn, so that a test would not see it."""

# "Idle" in the toolbar comes before the kernel is connected, and a run asked for then is lost.
KERNEL_READY = """async () => {
    const panel = window.jupyterapp?.shell.currentWidget;
    if (!panel?.sessionContext) return false;
    await panel.context.ready;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    return panel.content.widgets.length > 0;
}"""


@dataclass
class Lab:
    """A running server.

    Attributes
    ----------
    folder
        What it serves.
    url
        Where.
    """

    folder: Path
    url: str


@contextmanager
def running(folder: Path, profile: Path) -> Iterator[Lab]:
    """Start JupyterLab on a folder, with a throw-away profile, and end it again."""
    for name, content in SETTINGS.items():
        plugin, _, setting = name.rpartition("/")
        place = profile / "settings" / plugin
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{setting}.jupyterlab-settings").write_text(json.dumps(content), "utf-8")
    environment = {name: v for name, v in os.environ.items() if name != "MPLBACKEND"} | {
        "JUPYTERLAB_SETTINGS_DIR": str(profile / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(profile / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(profile / "config"),
        "JUPYTER_RUNTIME_DIR": str(profile / "runtime"),
        "IPYTHONDIR": str(profile / "ipython"),
        "PATH": str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
    }
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    log = profile / "lab.log"
    with open(log, "w", encoding="utf-8") as file:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                f"--port={port}",
                "--ServerApp.port_retries=0",
                "--LabApp.expose_app_in_browser=True",
                f"--IdentityProvider.token={TOKEN}",
                f"--ServerApp.root_dir={folder.resolve()}",
            ],
            env=environment,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(server, url, log)
            yield Lab(folder, url)
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(server: subprocess.Popen, url: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{url}/api/status?token={TOKEN}", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(log.read_text("utf-8")[-2000:]) from None
            time.sleep(0.1)


def open_browser(playwright) -> Browser:
    """Start the system's Chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)


@dataclass
class Seen:
    """What a page said and asked for while it was watched."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def watch(page: Page) -> Seen:
    """Collect errors in the console and requests that leave this machine."""
    seen = Seen()
    here = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "file:")

    def console(message) -> None:
        if message.type == "error":
            seen.errors.append(message.text[:500])

    def request(asked) -> None:
        if not asked.url.startswith(here):
            seen.outside.append(asked.url)

    page.on("console", console)
    page.on("pageerror", lambda problem: seen.errors.append(str(problem)[:500]))
    page.on("request", request)
    return seen


OURS = (".rr-explorer", ".rr-annotator", ".rr-picture", ".rr-note", ".rr-twin")
"""The elements that are ours to answer for: explorer, annotator, pictures, verdicts, twins."""


def write_notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code cells."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={
            "kernelspec": {
                "name": "python3",
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
            }
        },
    )
    nbformat.write(notebook, path)


def open_notebook(page: Page, lab: Lab, name: str) -> None:
    """Open a notebook and wait for its kernel."""
    page.goto(f"{lab.url}/doc/tree/{name}?token={TOKEN}&reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    page.wait_for_function(KERNEL_READY, timeout=60_000)


def run(page: Page, command: str) -> bool:
    """Carry out one of JupyterLab's commands; for a run: whether every cell went well."""
    return page.evaluate("name => window.jupyterapp.commands.execute(name)", command)


def run_all(page: Page) -> bool:
    """Run all cells; whether every one went well."""
    done = run(page, "notebook:run-all-cells")
    page.wait_for_function(
        r"""() => [...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')]
            .every(prompt => !/\[\*\]/.test(prompt.textContent))"""
    )
    return done


def close_notebook(page: Page) -> None:
    """Shut the kernel down, so that two dozen lessons do not run side by side."""
    page.evaluate("() => window.jupyterapp.shell.currentWidget?.sessionContext?.shutdown()")


def violations(page: Page, *roots: str) -> list[str]:
    """Let axe look at what stands inside our own root elements, those of them that are there.

    Returns
    -------
    list of str
        One line for each rule that is broken, with the first element that breaks it.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        """async roots => {
            const include = roots.filter(r => document.querySelector(r)).map(r => [r]);
            if (!include.length) return [];
            return (await axe.run({ include })).violations;
        }""",
        list(roots),
    )
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]}" for v in found]


def export(notebook: Path, folder: Path) -> Path:
    """Export a notebook as a web page, as it is stored."""
    page, _ = HTMLExporter().from_filename(str(notebook))
    path = folder / f"{notebook.stem}.html"
    path.write_text(page, encoding="utf-8")
    return path
