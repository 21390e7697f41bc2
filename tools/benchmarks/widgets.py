"""How quickly the explorer answers and balance is computed. Not a test: nothing fails on a number.

    python -m tools.benchmarks.widgets

writes widgets.md beside this file. Each figure is the median of five runs, and each run's figure
the 95th percentile of its repetitions: a slow answer now and then is what a person notices.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

import networkx as nx
import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tests" / "browser"))

import lab  # noqa: E402

from realignment import balance  # noqa: E402

RUNS = 5
STEPS = 60
ACTORS = 25

# As large as a class will get: 25 states, 400 acts in three years, each with source and lineage.
FRAMES = f"""
import numpy as np
import pandas as pd
from realignment import ties
from realignment.explorer import Explorer

rng = np.random.default_rng(2024)
states = [f"S{{i:02d}}" for i in range({ACTORS})]
actors = pd.DataFrame({{"actor_id": states, "name": [f"State {{s}}" for s in states],
                       "level": "state", "parent": ""}})
pairs = [rng.choice(states, 2, replace=False) for _ in range(400)]
days = pd.Timestamp("2021-01-01") + pd.to_timedelta(np.sort(rng.integers(0, 1095, 400)), "D")
sign = rng.choice([1, -1], 400)
events = pd.DataFrame({{
    "event_id": [f"T{{i:03d}}" for i in range(400)],
    "actor": [a for a, _ in pairs], "recipient": [b for _, b in pairs],
    "date": days.strftime("%Y-%m-%d"), "kind": "event", "sign": sign,
    "event_type": np.where(sign > 0, "COOPERATE", "SANCTION"),
    "sign_rule": np.where(sign > 0, "aid", "sanction"),
    "action": "does something to the other that takes a dozen words to tell in full",
    "certainty": rng.choice(["CT+", "PR+", "PS+"], 400, p=[0.8, 0.15, 0.05]),
    "source_title": "A report of some length on what the one did to the other",
    "source_publisher": "Publisher", "source_date": "2024-03-17",
    "source_url": "https://example.org/a-report", "lineage": rng.choice(["AFP", "Reuters"], 400),
    "verified": "yes", "note": "",
}})
known = ties.dyads(events, actors)
"""
SHOW = 'explorer = Explorer(known, events, actors=actors, rule="both", window="365D")\nexplorer'

FIRST_PAINT = """async () => {
    const began = performance.now();
    const drawn = new Promise(resolve => {
        const look = new MutationObserver(() => {
            if (document.querySelector('.rr-explorer .rr-tie .rr-line')) {
                look.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
            }
        });
        look.observe(document.body, { childList: true, subtree: true });
    });
    const app = window.jupyterapp;
    app.shell.currentWidget.content.activeCellIndex = 1;
    app.commands.execute('notebook:run-cell');
    return (await drawn) - began;
}"""

# From the change to the frame that shows the new picture.
AFTER = """
    const shown = (node, act) => new Promise(resolve => {
        const look = new MutationObserver(() => {
            look.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        look.observe(node, { childList: true, characterData: true, subtree: true });
        const began = performance.now();
        act();
    });
    const pause = () => new Promise(resolve => setTimeout(resolve, 50));
"""
SLIDER = f"""async steps => {{ {AFTER}
    const slider = document.querySelector('.rr-explorer input[type=range]');
    const words = document.querySelector('.rr-words');
    const took = [];
    const middle = Math.floor(slider.max / 2);
    for (let i = 0; i < steps; i++) {{
        took.push(await shown(words, () => {{
            slider.value = middle + i;
            slider.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }}));
        await pause();
    }}
    return took;
}}"""
CLICK = f"""async steps => {{ {AFTER}
    const panel = document.querySelector('.rr-panel');
    const ties = [...document.querySelectorAll('.rr-explorer .rr-hit')];
    const took = [];
    for (let i = 0; i < steps; i++) {{
        const tie = ties[(7 * i) % ties.length];
        took.push(await shown(panel, () => tie.dispatchEvent(
            new MouseEvent('click', {{ bubbles: true }}))));
        await pause();
    }}
    return took;
}}"""


def p95(values: list[float]) -> float:
    return float(np.percentile(values, 95))


def explorer_once(page: Page, server: lab.Lab) -> dict[str, float]:
    """Measure one freshly opened notebook; milliseconds."""
    lab.open_notebook(page, server, "explorer.ipynb")
    page.evaluate(
        """async () => {
            window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0;
            await window.jupyterapp.commands.execute('notebook:run-cell');
        }"""
    )
    first = page.evaluate(FIRST_PAINT)
    found = {
        "Explorer: cell run to first picture": first,
        "Explorer: slider to new picture": p95(page.evaluate(SLIDER, STEPS)),
        "Explorer: click on a tie to its evidence": p95(page.evaluate(CLICK, STEPS)),
    }
    lab.close_notebook(page)
    return found


def balance_once(seed: int) -> dict[str, float]:
    """Measure balance on 16 actors with 60 ties of random sign; milliseconds."""
    took: dict[str, list[float]] = {"strong": [], "weak": []}
    for number in range(20):
        graph = nx.gnm_random_graph(16, 60, seed=100 * seed + number)
        rng = np.random.default_rng(100 * seed + number)
        nx.set_edge_attributes(
            graph, {edge: int(rng.choice([1, -1])) for edge in graph.edges}, "sign"
        )
        for name in took:
            began = time.perf_counter()
            getattr(balance, name)(graph)
            took[name].append(1000 * (time.perf_counter() - began))
    return {f"Balance, {name}, of 16 actors and 60 ties": p95(ms) for name, ms in took.items()}


def measure(browser: Browser, server: lab.Lab) -> dict[str, list[float]]:
    runs: dict[str, list[float]] = {}
    balance_once(0)  # the first call imports the solver
    for run in range(RUNS):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, ms in (explorer_once(page, server) | balance_once(run + 1)).items():
            runs.setdefault(name, []).append(ms)
        page.close()
    return runs


TARGETS = {
    "Explorer: cell run to first picture": 1000,
    "Explorer: slider to new picture": 100,
    "Explorer: click on a tie to its evidence": 100,
    "Balance, strong, of 16 actors and 60 ties": 50,
    "Balance, weak, of 16 actors and 60 ties": 50,
}


def machine() -> str:
    """Name the hardware and what runs on it."""
    name, memory = platform.processor() or platform.machine(), ""
    if Path("/proc/cpuinfo").is_file():
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        name = next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), name)
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    return f"{name}, {os.cpu_count()} cores{memory}; {platform.system()} {platform.release()}"


def page_of_results(runs: dict[str, list[float]], chromium: str) -> str:
    versions = ", ".join(
        f"{name} {metadata.version(name)}"
        for name in ("jupyterlab", "anywidget", "pandas", "networkx", "highspy")
    )
    rows = "\n".join(
        f"| {name} | {statistics.median(ms):.0f} | {min(ms):.0f} to {max(ms):.0f} | "
        f"{TARGETS[name]} |"
        for name, ms in runs.items()
    )
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    return f"""# Results

Written by `python -m tools.benchmarks.widgets` on {time.strftime("%Y-%m-%d")}.

- Hardware: {machine()}; load at the end of the measurement: {load}
- Software: Python {platform.python_version()}, {versions}, Chromium {chromium}, headless
- Explorer: {ACTORS} actors, 400 acts, rule "keep both", a window of a year; in JupyterLab, the
  kernel on the same machine. A time ends with the frame that shows the new picture.
- Each number, in milliseconds, is the median of {RUNS} runs; a run's figure is the 95th percentile
  of {STEPS} steps, {STEPS} clicks or 20 networks. The first picture comes once a run.

| what | ms | runs from, to | target |
|---|---|---|---|
{rows}
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profile:
        lab.write_notebook(Path(folder) / "explorer.ipynb", FRAMES, SHOW)
        with (
            lab.running(Path(folder), Path(profile)) as server,
            sync_playwright() as playwright,
        ):
            browser = lab.open_browser(playwright)
            text = page_of_results(measure(browser, server), browser.version)
            browser.close()
    (HERE / "widgets.md").write_text(text, encoding="utf-8", newline="\n")
    print(text)


if __name__ == "__main__":
    main()
