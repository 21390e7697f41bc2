"""The project as a whole: imports, the lock, the form of every notebook, the README's lines."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from realignment.version import VERSION
from tools import release
from tools.marks import NOTEBOOKS, cells
from tools.structure import ORDER

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# --- the package ------------------------------------------------------------------------------

# What talks to the network. Nothing here does, once it is installed.
NETWORK = re.compile(
    r"(aiohttp|ftplib|http|httpx|requests|smtplib|socket|urllib\.request|urllib3|webbrowser)\b"
)


# A script that says itself how to make the environment that it needs.
OWN_ENVIRONMENT = ("date_parser.py",)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: expected an import by full name"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def top_levels(trees: Iterable[ast.AST]) -> set[str]:
    return {name.split(".")[0] for tree in trees for name in imported(tree)}


MODULES = sorted(
    path for path in (ROOT / "realignment").rglob("*.py") if path.name != "__init__.py"
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_imports_only_modules_above_it(path):
    first, *within = path.relative_to(ROOT / "realignment").parts
    part = first.removesuffix(".py")
    assert part in ORDER, f"{part} has no place in ORDER"
    allowed = ORDER[: ORDER.index(part)]
    for name in imported(parse(path)):
        package, _, rest = name.partition(".")
        if package == "realignment":
            used = rest.split(".")[0]
            assert used in allowed or (used == part and within), (
                f"{path.name} imports {name}, which is not above it"
            )


def test_the_front_door_is_light():
    code = (
        "import sys\n"
        "from realignment import check, hint, load_case, progress, solution\n"
        "heavy = set('anywidget charset_normalizer highspy ipywidgets matplotlib networkx "
        "openpyxl python_calamine'.split())\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("[]\n", "")


def test_the_package_stays_off_the_network():
    for path in (ROOT / "realignment").rglob("*.py"):
        assert not list(filter(NETWORK.match, imported(parse(path)))), path.name
    for path in [*(ROOT / "realignment").rglob("*.js"), *(ROOT / "realignment").rglob("*.css")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        found = re.findall(r"https?://\S*|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\b", text)
        assert not found, f"{path.name}: {found}"


def test_the_readme_lists_the_modules_in_their_order():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| module | one idea |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) == [
        name for name in ORDER if name != "__main__"
    ]


@pytest.mark.parametrize(
    "command",
    [["check", "--output-format=concise"], ["format", "--check"]],
    ids=["check", "format"],
)
def test_ruff_finds_nothing(command):
    ran = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.slow
def test_types_are_as_they_are_said_to_be():
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-incremental"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


# --- the lock ---------------------------------------------------------------------------------


def lines(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


@cache
def pins(name: str) -> dict[str, Requirement]:
    """Return the lines of a lock for this Python, the package's own apart, by name."""
    read = [Requirement(line) for line in lines(name) if line != "-e ."]
    forks = [r for r in read if [other.name for other in read].count(r.name) > 1]
    assert all(re.fullmatch(r'python_full_version (<|>=) "3.15"', str(r.marker)) for r in forks)
    return {
        canonicalize_name(requirement.name): requirement
        for requirement in read
        if requirement not in forks or applies(requirement)
    }


def applies(requirement: Requirement, extras: Iterable[str] = ("",)) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)


def closure(names: Iterable[str]) -> set[str]:
    """Return what these packages need on this machine, themselves included."""
    found: dict[str, set[str]] = {}
    waiting = [Requirement(name) for name in names]
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), {"", *wanted.extras}
        if extras <= found.get(name, set()):
            continue
        found.setdefault(name, set()).update(extras)
        needs = map(Requirement, metadata.requires(name) or [])
        waiting += [need for need in needs if applies(need, found[name])]
    return set(found)


def test_the_package_is_the_last_line_of_the_lock():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert text.endswith("\n-e .\n") and text.count("-e .") == 1


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_the_lock_holds_pins_and_nothing_else(name):
    for requirement in pins(name).values():
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert requirement.url is None
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "--" not in text and "://" not in text  # no hashes, no index
    assert not re.search(r"# .*(^|\s)[/~\\]", text)  # no path of somebody's machine


def test_the_two_locks_agree():
    ours, tests = pins("requirements.txt"), pins("tests/requirements.txt")
    shared = ours.keys() & tests.keys()
    assert shared and all(ours[name].specifier == tests[name].specifier for name in shared)


def test_the_readme_says_why_each_package_is_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [line] = [
        line for line in readme.splitlines() if line.startswith("**Packages, and why each:**")
    ]
    named = set(re.findall(r"(?<!\*)\*([a-z0-9-]+)\*(?!\*)", line))
    assert named == set(PYPROJECT["project"]["dependencies"])


def test_the_lock_is_complete_and_installed():
    direct = PYPROJECT["project"]["dependencies"]
    groups = PYPROJECT["dependency-groups"]["test"]
    here = [line for line in direct + groups if applies(Requirement(line))]
    locked = pins("requirements.txt") | pins("tests/requirements.txt")
    assert closure(direct) <= pins("requirements.txt").keys(), "run python -m tools lock"
    assert closure(here) <= locked.keys(), "run python -m tools lock"
    other = {
        name: metadata.version(name)
        for name, pin in locked.items()
        if applies(pin) and not pin.specifier.contains(metadata.version(name), prereleases=True)
    }
    assert not other, f"installed otherwise than locked: {other}"


def test_what_is_imported_is_named_as_a_dependency():
    dependencies = {
        canonicalize_name(Requirement(line).name) for line in PYPROJECT["project"]["dependencies"]
    }
    for_tests = {
        canonicalize_name(Requirement(line).name) for line in PYPROJECT["dependency-groups"]["test"]
    }
    optional = {
        canonicalize_name(Requirement(line).name)
        for lines in PYPROJECT["project"]["optional-dependencies"].values()
        for line in lines
    }
    owners = metadata.packages_distributions()
    code = [ast.parse(cell["source"]) for _, cell in code_cells(NOTEBOOKS)]
    package = [parse(path) for path in (ROOT / "realignment").rglob("*.py")]
    tests = [
        parse(path)
        for folder in ("tests", "tools")
        for path in (ROOT / folder).rglob("*.py")
        if path.name not in OWN_ENVIRONMENT
    ]
    helpers = {path.stem for path in (ROOT / "tests").rglob("*.py")}
    allowed_for = (
        (code, dependencies),
        (package, dependencies | optional),
        (tests, dependencies | for_tests | optional),
    )
    for trees, allowed in allowed_for:
        ours = helpers | {"realignment", "tools"} | set(sys.stdlib_module_names)
        for name in top_levels(trees) - ours:
            distributions = {canonicalize_name(owner) for owner in owners.get(name, [name])}
            assert distributions & allowed, f"{name} is imported and not in pyproject.toml"


def size(names: Iterable[str]) -> int:
    """Return the bytes of all installed files of these packages."""
    return sum(
        path.stat().st_size
        for name in names
        for path in {Path(file.locate()) for file in metadata.files(name) or []}
        if path.is_file()
    )


def test_everything_takes_at_most_a_fifth_more_than_the_usual_five():
    usual = size(closure(["jupyterlab", "nbval", "ipywidgets", "matplotlib", "pandas"]))
    everything = size(name for name, pin in pins("requirements.txt").items() if applies(pin))
    assert usual > 100e6  # the files were found
    assert everything <= 1.2 * usual, f"{everything / 1e6:.0f} MB against {usual / 1e6:.0f} MB"


def test_the_version_is_the_same_everywhere():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {PYPROJECT['project']['version']}\n" in citation
    assert VERSION == PYPROJECT["project"]["version"]
    changes = (ROOT / "CHANGES.md").read_text(encoding="utf-8")
    first = re.search(r"^## ([\d.]+)", changes, flags=re.MULTILINE)
    assert first and first[1] == PYPROJECT["project"]["version"]
    runtime = (ROOT / "runtime.txt").read_text(encoding="utf-8").strip()
    assert re.fullmatch(r"python-3\.1[123]", runtime)


# --- the notebooks ----------------------------------------------------------------------------

WIDGETS = ("slider", "ask", "code_mine", "Explorer")

TEACHERS = {"the_class.ipynb"}
"""Notebooks among the solutions that are the teacher's own: no exercise is made from them."""

each_notebook = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=[path.relative_to(ROOT).as_posix() for path in NOTEBOOKS]
)


def code_cells(paths: Iterable[Path]) -> Iterator[tuple[str, dict]]:
    for path in paths:
        for cell in cells(path):
            if cell["cell_type"] == "code":
                yield f"{path.relative_to(ROOT).as_posix()}, cell {cell['id']}", cell


def tags(cell: dict) -> list[str]:
    return cell["metadata"].get("tags", [])


def test_each_folder_has_notebooks():
    assert {path.parent.name for path in NOTEBOOKS} == {"notebooks", "solutions", "exercises"}
    exercises, solutions = (
        {path.name for path in NOTEBOOKS if path.parent.name == folder}
        for folder in ("exercises", "solutions")
    )
    assert solutions == exercises | TEACHERS
    lessons = {path.name for path in NOTEBOOKS if path.parent.name == "notebooks"}
    assert exercises <= lessons and {name[:2] for name in lessons} >= {"00", "07"}


def test_exercises_are_what_their_solutions_make():
    stale = [o.sentence for o in release.release(ROOT, check=True) if o.what == "stale"]
    assert not stale


@each_notebook
def test_a_notebook_is_in_the_writers_form(path):
    assert path.read_bytes() == release.as_bytes(release.read(path), path.name)


@each_notebook
def test_outputs_are_stored_where_there_are_any_and_nowhere_else(path):
    """With a count on every cell, nbval compares what is stored with what comes out."""
    code = [cell for _, cell in code_cells([path])]
    counts = [cell["execution_count"] for cell in code]
    if path.parent.name == "exercises":
        assert counts == [None] * len(code) and not any(cell["outputs"] for cell in code)
    else:
        assert counts == list(range(1, len(code) + 1)), "run 'python -m realignment run'"


@each_notebook
def test_no_output_is_an_accident(path):
    for where, cell in code_cells([path]):
        kinds = {kind for output in cell["outputs"] for kind in output.get("data", {})}
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                assert "raises-exception" in tags(cell), f"{where} stores an error"
            assert output.get("name") != "stderr", f"{where} stores a warning"
            plain = "".join(output.get("data", {}).get("text/plain", ""))
            assert " at 0x" not in plain, f"{where} stores an object that nobody meant to show"
        assert release.WIDGET_VIEW not in kinds, f"{where} stores a view without its model"
        if "nbval-ignore-output" in tags(cell):
            widget = any(f"{name}(" in cell["source"] for name in WIDGETS)
            assert widget, f"{where}: only a widget's output may be ignored"
            assert path.parent.name == "exercises" or "text/html" in kinds, f"{where} has no twin"


FORBIDDEN = {
    r"https?://": "a URL",
    r"""["'](?:/[A-Za-z]|~/|[A-Za-z]:[\\/])""": "an absolute path",
    r"(?m)^\s*!": "a shell command",
    r"%(?:pip|conda)|pip install": "an install",
    r"filterwarnings|simplefilter|%%capture": "a silenced warning",
    r"NBVAL_": "a comment marker where a tag belongs",
    r";\s*\Z": "a last ';', which nbval does not take for a request to be silent",
}


@each_notebook
def test_code_holds_nothing_that_breaks_elsewhere(path):
    for where, cell in code_cells([path]):
        for pattern, what in FORBIDDEN.items():
            assert not re.search(pattern, cell["source"]), f"{where} has {what}"
        names = imported(ast.parse(cell["source"]))
        assert not list(filter(NETWORK.match, names)), f"{where} uses the network"


def checked(source: str) -> str:
    """Return the question that a cell's last line checks."""
    last = ast.parse(source).body[-1]
    match last:
        case ast.Expr(ast.Call(func=ast.Name("check"), args=[ast.Constant(str(question)), *_])):
            return question
    raise AssertionError(f"the last line checks nothing: {ast.unparse(last)}")


@pytest.mark.parametrize(
    "path",
    [path for path in NOTEBOOKS if path.parent.name == "solutions" and path.name not in TEACHERS],
    ids=lambda p: p.stem,
)
def test_every_question_has_a_starter_and_then_an_answer(path):
    asked = {"starter": [], "solution": []}
    for _, cell in code_cells([path]):
        for tag in asked.keys() & set(tags(cell)):
            asked[tag].append(checked(cell["source"]))
            other = "starter" if tag == "solution" else None
            assert other is None or asked[other] == asked[tag], "an answer follows its starter"
    assert asked["starter"] == asked["solution"] != []
    assert len(set(asked["starter"])) == len(asked["starter"])
    lesson = int(path.name[:2])
    assert all(question.split(".")[0] == str(lesson) for question in asked["starter"])


# --- the README -------------------------------------------------------------------------------


def readme_line(what: str, shell: str) -> str:
    """Return the one line that stands in the README after a comment that names it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(
        rf"^<!-- line: {what} {shell} -->\n+```{shell}\n([^\n]+)\n```$", text, flags=re.MULTILINE
    )
    assert len(found) == 1, f"README.md needs one line after '<!-- line: {what} {shell} -->'"
    return found[0]


def test_the_readme_gives_one_line_to_open_and_one_to_test():
    for what, module in (("open", "jupyterlab"), ("test", "pytest")):
        steps = [shlex.split(step) for step in readme_line(what, "bash").split(" && ")]
        assert steps[0] == ["python3", "-m", "venv", ".venv"]
        assert all(step[:2] == [".venv/bin/python", "-m"] for step in steps[1:])
        assert [step[2] for step in steps[1:]] == ["pip", module]
        windows = readme_line(what, "powershell")
        assert "&" not in windows  # Windows PowerShell 5.1 has no && and runs no bare path with it
        windows_steps = [step.split() for step in windows.split("; ")]
        assert windows_steps[0][-3:] == ["-m", "venv", ".venv"]
        # The same words but for where an environment keeps its Python.
        assert [step[1:] for step in windows_steps[1:]] == [step[1:] for step in steps[1:]]
        assert all(step[0] == r".venv\Scripts\python" for step in windows_steps[1:])
    # Without it JupyterLab shows only the folder of the notebook, and no way to the exercises.
    assert "--ServerApp.root_dir=." in readme_line("open", "bash")
    opened = shlex.split(readme_line("open", "bash"))[-1]
    assert (ROOT / opened).is_file() and "00_" in opened


def test_ci_runs_the_line_of_the_readme():
    assert "<!-- line: test bash -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
