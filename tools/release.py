r"""The one writer of notebooks: a fixed form, exercises made from solutions, outputs kept fresh.

Everything that puts a notebook on disk goes through ``write``. It gives each notebook the same
form on every system, so that git shows only what an author changed:

- notebook format 4.5; keys sorted, indented by one blank; UTF-8, ``\n``, one line end at the end;
- notebook metadata exactly ``METADATA``; of a cell's metadata only its tags, and what follows from
  them (``FOLDS``);
- every cell has an id that an author gave it, and only tags that mean something (``TAGS``).

``solutions/`` is the single source of ``exercises/``. In a solution notebook a question is a
markdown cell; then a code cell tagged ``starter`` (what a student gets; it ends in a ``check``);
then cells tagged ``solution`` (the reason in words, the answer in code). The answer is the one that
the question itself gives: ``with_solutions`` fills it in, above the starter's own check.
``exercise_from`` drops these cells and all outputs.

``execute`` runs a notebook and replaces its stored outputs only where they differ in meaning:
after ``SANITISERS``, and without the media types in ``NOT_COMPARED``, which is also how the tests
compare them (nbval reads the same expressions from tests/sanitize.cfg).
"""

from __future__ import annotations

import copy
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import nbformat
from nbformat import NotebookNode
from nbformat.validator import iter_validate

from realignment import questions
from realignment.errors import ReadingError
from realignment.files import not_written, write_whole
from realignment.kept import MEDIA_TYPE

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

TAGS = {
    "starter": "what a student gets to start from; dropped from the exercise's metadata",
    "solution": "reason or answer; dropped from the exercise",
    "nbval-ignore-output": "a widget's view, whose stored form differs from run to run",
    "raises-exception": "an error that the lesson wants to show",
    "staging": "code to look at and not to learn (drawing, looping, laying out): folded",
    "predict": "an output that the reader predicts first: folded until the cell is run",
}

FOLDS = {"staging": "source_hidden", "predict": "outputs_hidden"}
"""What JupyterLab folds for a tag. A click or a key opens it; a cell that is run shows its outputs.
The metadata are made from the tag alone, so that there is one place to say so."""

SANITISERS = {
    # A picture's bytes differ between systems; its words, which stand beside it, do not.
    r"data:image/png;base64,[A-Za-z0-9+/=]+": "data:image/png;base64,PICTURE",
    # Where an object lies in memory.
    r"\bat 0x[0-9A-Fa-f]+": "at 0xADDRESS",
    # The file that a cell is given for the run, as warnings name it.
    r"[^\s'\"<>]*ipykernel_[0-9]+[/\\][0-9]+\.py": "ipykernel/cell.py",
}
"""Regular expressions and what stands for their matches when outputs are compared."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
"""What points a page to a widget that runs in the kernel."""

NOT_COMPARED = ("image/png", "image/jpeg", WIDGET_VIEW, MEDIA_TYPE)
"""Media types that differ from run to run or from system to system, and what a check keeps, which
follows the cell. nbval skips the first three by itself and the last by conftest.py."""

CELL_SECONDS = 120
"""A cell may take this long. A whole lesson is meant to take ten seconds."""

# What nbformat (eight) and JupyterLab (a whole UUID) give to a cell that nobody named.
_RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}|[0-9a-f]{32}")


@dataclass(frozen=True)
class Outcome:
    """What became of one notebook, and the sentence that says so."""

    path: Path
    what: Literal["written", "left", "refused", "stale"]
    sentence: str


# --- the form of a notebook -------------------------------------------------------------------


def read(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    ReadingError
        If there is no such file, or it is no notebook of format 4.
    """
    try:
        text = path.read_text(encoding="utf-8")
        held = json.loads(text)
    except OSError as problem:
        raise ReadingError(
            f"{_short(path)} cannot be opened ({problem.strerror}): expected a notebook."
        ) from problem
    except ValueError as problem:
        raise ReadingError(f"{_short(path)} is no notebook: expected one in JSON.") from problem
    if not isinstance(held, dict) or not isinstance(held.get("cells", []), list):
        raise ReadingError(f"{_short(path)} is no notebook: expected one in JSON.")
    if held.get("nbformat") != 4:
        raise ReadingError(f"{_short(path)} is no notebook of format 4: expected version 4.5.")
    for number, cell in enumerate(held.get("cells", []), start=1):
        _check_parts(cell, f"{_short(path)} is no valid notebook: cell {number}")
    try:
        notebook = nbformat.reader.reads(text)
    except (nbformat.ValidationError, ValueError, AttributeError, TypeError) as problem:
        raise ReadingError(f"{_short(path)} is no notebook: expected one in JSON.") from problem
    # Against 4.4, which knows no ids: they are looked at in ``as_bytes``, and ``nbformat.read``
    # would make some up, at random, where there are none.
    nameless = copy.deepcopy(notebook)
    for cell in nameless.get("cells", []):
        cell.pop("id", None)
    for fault in iter_validate(nameless, version=4, version_minor=4, relax_add_props=True):
        raise ReadingError(
            f"{_short(path)} is no valid notebook{_where(fault)}: {_first_line(fault)}."
        )
    return notebook


def _check_parts(cell: object, where: str) -> None:
    """Check the parts that every cell has, and name the first that is missing or of another kind.

    The schema of notebooks says of such a cell only that it fits none of three kinds.
    """
    kinds = ("code", "markdown", "raw")
    if not isinstance(cell, dict):
        raise ReadingError(f"{where} is no cell: expected its parts by name.")
    if cell.get("cell_type") not in kinds:
        raise ReadingError(
            f"{where} has the type {cell.get('cell_type')!r}: expected one of {', '.join(kinds)}."
        )
    parts: dict[str, tuple[type, ...]] = {"metadata": (dict,), "source": (str, list)}
    if cell["cell_type"] == "code":
        parts |= {"outputs": (list,), "execution_count": (int, type(None))}
    for part, expected in parts.items():
        if part not in cell:
            raise ReadingError(f"{where} has no {part!r}: expected one, as each such cell has it.")
        if not isinstance(cell[part], expected):
            words = {dict: "names and values", str: "a text", list: "a list", int: "a number"}
            wanted = " or ".join(words.get(kind, "nothing") for kind in expected)
            raise ReadingError(
                f"{where} has {cell[part]!r:.80} as its {part!r}: expected {wanted}."
            )
    if "id" in cell and not isinstance(cell["id"], str):
        raise ReadingError(f"{where} has the id {cell['id']!r:.80}: expected a text.")


def _where(problem: Any) -> str:
    """Say in which cell a problem of a notebook lies, if it lies in one."""
    path = list(getattr(problem, "absolute_path", None) or getattr(problem, "path", None) or ())
    return f", cell {path[1] + 1}" if path[:1] == ["cells"] and len(path) > 1 else ""


def as_bytes(notebook: NotebookNode, name: str) -> bytes:
    """Return a notebook in the form that every notebook here has, ready to be written.

    Parameters
    ----------
    notebook
        Any notebook of format 4. It is not changed.
    name
        What to call it in an error.

    Raises
    ------
    ReadingError
        If a cell has no id of its own, shares one, or has a tag that means nothing.
    """
    cells = []
    seen: set[str] = set()
    for number, cell in enumerate(notebook.cells, start=1):
        cells.append(_normal_cell(cell, f"{name}: cell {number}", seen))
    normal = NotebookNode(
        nbformat=4, nbformat_minor=5, metadata=nbformat.from_dict(METADATA), cells=cells
    )
    try:
        nbformat.validate(normal)
    except nbformat.ValidationError as problem:
        raise ReadingError(f"{name} is no valid notebook: {_first_line(problem)}.") from problem
    return (nbformat.writes(normal, nbformat.NO_CONVERT).rstrip("\n") + "\n").encode("utf-8")


def _normal_cell(cell: NotebookNode, where: str, seen: set[str]) -> NotebookNode:
    identity = cell.get("id", "")
    if not identity:
        raise ReadingError(f"{where} has no id: expected one that says what the cell is for.")
    if _RANDOM_ID.fullmatch(identity):
        raise ReadingError(
            f"{where} has the random id {identity!r}: expected one that says what it is for."
        )
    if identity in seen:
        raise ReadingError(f"{where} has the id {identity!r} of an earlier cell: expected its own.")
    seen.add(identity)
    tags = cell.metadata.get("tags", [])
    for tag in tags:
        if tag not in TAGS:
            raise ReadingError(
                f"{where} ({identity}) has the tag {tag!r}: expected one of {', '.join(TAGS)}."
            )
    folded = {fold: True for tag, fold in FOLDS.items() if tag in tags}
    metadata = {"jupyter": folded} if folded else {}
    metadata |= {"tags": list(tags)} if tags else {}
    normal = NotebookNode(
        cell_type=cell.cell_type,
        id=identity,
        metadata=nbformat.from_dict(metadata),
        source=_lf(cell.source),
    )
    if cell.cell_type == "code":
        normal.execution_count = cell.get("execution_count")
        normal.outputs = _normal_outputs(cell.get("outputs", []))
    elif cell.get("attachments"):
        normal.attachments = copy.deepcopy(cell.attachments)
    return normal


def _normal_outputs(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Copy outputs without metadata; pieces of one stream, cut by chance of timing, are joined.

    A widget's view points to a model that is gone when the notebook is opened again; where a static
    twin lies beside it, only the twin is kept.
    """
    normal: list[NotebookNode] = []
    for output in copy.deepcopy(outputs):
        if "metadata" in output:
            output.metadata = NotebookNode()
        if "text/html" in output.get("data", {}):
            output.data.pop(WIDGET_VIEW, None)
        if output.output_type == "stream":
            output.text = _lf(output.text)
            last = normal[-1] if normal else None
            if last is not None and last.output_type == "stream" and last.name == output.name:
                last.text += output.text
                continue
        normal.append(output)
    return normal


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook in the form that every notebook here has, the same bytes on every system.

    Raises
    ------
    ReadingError
        See ``as_bytes``; also while somebody's ``original.txt`` lies in a case folder.
    """
    _put(as_bytes(notebook, _short(path)), path)


def _put(content: bytes, path: Path) -> None:
    """Replace a file in one step, so that it is whole even if the power fails."""
    for folder in path.resolve().parents:
        refuse_with_original(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise not_written(path, problem) from problem
    write_whole(path, content)


def refuse_with_original(root: Path) -> None:
    """Raise while a published article lies in a case folder of ``root``.

    Lessons then run on its text, and its sentences would be stored in the notebooks' outputs.

    Raises
    ------
    ReadingError
        Names the file to move away.
    """
    for original in sorted((root / "data").glob("*/original.txt")):
        raise ReadingError(
            f"data/{original.parent.name}/original.txt is there, so no notebook is written, or the "
            "published text would be stored in it: move that file away first."
        )


# --- exercises from solutions -----------------------------------------------------------------


CHECK = re.compile(r"^check\(\"([^\"]+)\".*", re.MULTILINE | re.DOTALL)
"""The call that ends a starter; its question's number is the first group."""


def with_solutions(solution: NotebookNode) -> NotebookNode:
    """Return a solution notebook whose answers are those that its questions give.

    The code that shows an answer stands in the question alone. It is put into the first cell tagged
    ``solution`` that has the question's check, above the check of the starter.

    Raises
    ------
    ReadingError
        If a check asks for a question that there is not, or an answer is another question's, as
        where questions were numbered anew and the notebook was not.
    """
    filled = copy.deepcopy(solution)
    checks: dict[str, str] = {}
    for cell in filled.cells:
        call = CHECK.search(cell.source) if cell.cell_type == "code" else None
        if call is None:
            continue
        tags = cell.metadata.get("tags", [])
        if "starter" in tags:
            checks[call[1]] = call[0]
        elif "solution" in tags and call[1] in checks:
            asked = questions.find(call[1])
            _refuse_another(cell.source.replace(call[0], "").strip(), asked)
            cell.source = f"{asked.solution}\n{checks.pop(call[1])}"
    return filled


def _refuse_another(answer: str, asked: questions.Question) -> None:
    for other in questions.of_lesson(asked.lesson):
        if answer == other.solution.strip() != asked.solution.strip():
            raise ReadingError(
                f"The answer above the check of question {asked.id} ({asked.name}) is that of "
                f"{other.id} ({other.name}), and would be lost: expected the numbers of the "
                "questions in the notebook's checks and titles."
            )


def exercise_from(solution: NotebookNode) -> NotebookNode:
    """Return the exercise that a solution notebook holds: no answers, no outputs.

    Cells tagged ``solution`` are dropped; the tag ``starter`` is taken off; everything else stays.
    """
    exercise = copy.deepcopy(solution)
    exercise.cells = [c for c in exercise.cells if "solution" not in c.metadata.get("tags", [])]
    for cell in exercise.cells:
        if "tags" in cell.metadata:
            cell.metadata.tags = [tag for tag in cell.metadata.tags if tag != "starter"]
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return exercise


def release(root: Path, force: bool = False, check: bool = False) -> list[Outcome]:
    """Make ``exercises/`` from ``solutions/``.

    An exercise that somebody worked in is not written over: one that differs both from the fresh
    one and from what git holds (in the last commit or staged) is left and *refused*. Where git
    cannot say, whatever differs is refused.

    Parameters
    ----------
    root
        The module's folder.
    force
        Replace those too.
    check
        Write nothing; an exercise that is not what its solution makes, or has none, is *stale*.

    Raises
    ------
    ReadingError
        If there are no solutions, one has no cell tagged ``solution``, or an ``original.txt`` is
        there and something would be written.
    """
    if not check:
        refuse_with_original(root)
    solutions = sorted((root / "solutions").glob("[0-9][0-9]*.ipynb"))  # not the teacher's own
    if not solutions:
        raise ReadingError(f"{_short(root / 'solutions')} holds no notebook: nothing to release.")
    fresh = {root / "exercises" / path.name: _exercise_bytes(path) for path in solutions}
    filled = {path: with_solutions(read(path)) for path in solutions}
    unfilled = [path for path in solutions if filled[path] != read(path)]
    if check:
        outcomes = [_compare(path, content) for path, content in fresh.items()]
        outcomes += [_compare_filled(path) for path in unfilled]
        strays = sorted(set((root / "exercises").glob("*.ipynb")) - set(fresh))
        return outcomes + [
            Outcome(p, "stale", f"{_short(p)} has no notebook of that name in solutions/.")
            for p in strays
        ]
    outcomes = [_fill(path, filled[path]) for path in unfilled]
    return outcomes + [_release_one(path, content, force) for path, content in fresh.items()]


def _compare_filled(path: Path) -> Outcome:
    told = "has other answers than its questions: run 'python -m tools release'."
    return Outcome(path, "stale", f"{_short(path)} {told}")


def _fill(path: Path, filled: NotebookNode) -> Outcome:
    """Put the questions' own answers into a solution notebook that has others."""
    write(filled, path)
    told = f"has new answers: run 'python -m tools run {_short(path)}'."
    return Outcome(path, "written", f"{_short(path)} {told}")


def _exercise_bytes(solution_path: Path) -> bytes:
    solution = read(solution_path)
    if not any("solution" in cell.metadata.get("tags", []) for cell in solution.cells):
        raise ReadingError(
            f"{_short(solution_path)} has no cell tagged 'solution', so its answers would be in "
            "the exercise: expected at least one."
        )
    # A misspelt tag, by which an answer would slip through, is refused here.
    return as_bytes(exercise_from(solution), _short(solution_path))


def _compare(path: Path, fresh: bytes) -> Outcome:
    if path.is_file() and path.read_bytes() == fresh:
        return Outcome(path, "left", f"{_short(path)} is up to date.")
    return Outcome(
        path,
        "stale",
        f"{_short(path)} is not what its solution makes: run 'python -m tools release'.",
    )


def _release_one(path: Path, fresh: bytes, force: bool) -> Outcome:
    if path.exists():
        present = path.read_bytes()
        if present == fresh:
            return Outcome(path, "left", f"{_short(path)} is up to date.")
        if not force and not _git_holds(path, present):
            return Outcome(
                path,
                "refused",
                f"{_short(path)} was left as it is, for it differs from what git holds and would "
                "be lost: copy it under another name, or use --force to replace it.",
            )
    _put(fresh, path)
    return Outcome(path, "written", f"{_short(path)} was written.")


def _git_holds(path: Path, content: bytes) -> bool:
    """Tell whether these bytes are safe: in the last commit, or staged for the next."""
    for version in ("HEAD", ""):
        try:
            shown = subprocess.run(
                ["git", "show", f"{version}:./{path.name}"],
                cwd=path.parent,
                capture_output=True,
                check=False,
            )
        except OSError:  # no git on this machine
            return False
        if shown.returncode == 0 and shown.stdout == content:
            return True
    return False


# --- fresh outputs ----------------------------------------------------------------------------


def execute(path: Path) -> Outcome:
    """Run a notebook in its own folder, and store the outputs that came out otherwise than before.

    Where an output is the same in meaning the stored one is kept, picture and all, so that a run
    on another system leaves the file untouched.

    Parameters
    ----------
    path
        A lesson or a solution.

    Returns
    -------
    Outcome
        ``left`` or ``written``; the sentence names the cells whose outputs changed.

    Raises
    ------
    ReadingError
        If a cell raises or takes longer than ``CELL_SECONDS``, the notebook is not in the form
        that ``write`` demands, or an ``original.txt`` is there. The file is then left as it is.
    """
    for folder in path.resolve().parents:
        refuse_with_original(folder)
    stored = read(path)
    as_bytes(stored, _short(path))  # refuses before the long run, not after it
    fresh = _run(stored, path)
    changed = []
    for old, new in zip(stored.cells, fresh.cells, strict=True):
        if old.cell_type != "code":
            continue
        if _same_outputs(old, new):
            new.outputs = old.outputs
        else:
            changed.append(new.id)
    content = as_bytes(fresh, _short(path))
    if content == path.read_bytes():
        return Outcome(path, "left", f"{_short(path)} is up to date.")
    _put(content, path)
    what = f"outputs changed in {', '.join(changed)}" if changed else "outputs mean the same"
    return Outcome(path, "written", f"{_short(path)} was written: {what}.")


def _run(notebook: NotebookNode, path: Path) -> NotebookNode:
    # Here and not above: release alone needs no kernel.
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    # With no folders to search, "python3" is the Python that runs this, and not one that some
    # other installation registered under the same name.
    kernel = AsyncKernelManager(
        kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[])
    )
    client = NotebookClient(
        copy.deepcopy(notebook),
        km=kernel,
        timeout=CELL_SECONDS,
        record_timing=False,
        store_widget_state=False,
        # Else each kernel warns that its messages, which stay on this machine, are plain text.
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        return client.execute(cleanup_kc=True)
    except CellTimeoutError as problem:
        raise ReadingError(
            f"{_short(path)}: a cell took more than {CELL_SECONDS} seconds; nothing was written."
        ) from problem
    except CellExecutionError as problem:
        raise ReadingError(
            f"{_short(path)}: {_first_failure(client.nb)} raised {problem.ename} "
            f"({problem.evalue}); nothing was written."
        ) from problem
    except DeadKernelError as problem:
        raise ReadingError(f"{_short(path)}: the kernel died; nothing was written.") from problem


def _first_failure(notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error" and "raises-exception" not in cell.metadata.get(
                "tags", []
            ):
                return f"cell {cell.id}"
    return "a cell"


def _same_outputs(old: NotebookNode, new: NotebookNode) -> bool:
    if old.get("execution_count") is None:
        return False  # never run: whatever is stored there says nothing
    if "nbval-ignore-output" in old.metadata.get("tags", []):
        return bool(old.outputs) == bool(new.outputs)
    return list(_meaning(old.outputs)) == list(_meaning(new.outputs))


def _meaning(outputs: list[NotebookNode]) -> Iterator[tuple]:
    """Reduce outputs to what is compared."""
    for output in _normal_outputs(outputs):
        if output.output_type == "stream":
            yield "stream", output.name, sanitise(output.text)
        elif output.output_type == "error":
            yield "error", output.ename, sanitise(output.evalue)
        else:
            yield (
                output.output_type,
                {
                    kind: sanitise(value) if isinstance(value, str) else value
                    for kind, value in output.data.items()
                    if kind not in NOT_COMPARED
                },
            )


def sanitise(text: str) -> str:
    """Replace what differs from run to run by a fixed word."""
    for pattern, word in SANITISERS.items():
        text = re.sub(pattern, word, text)
    return text


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0].rstrip(".")


def _short(path: Path) -> str:
    """Return folder and name, as a person would say them on any system."""
    return "/".join(path.parts[-2:])
