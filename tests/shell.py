"""Run the code of notebooks without a kernel: only whether each cell goes well is asked.

    python tests/shell.py NOTEBOOK...

Every notebook gets a process and a folder of its own, as under a kernel, but where the system can
fork, the process begins with the packages imported. Prints each cell that raises, and ends with 1
if there was one.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import sys
from pathlib import Path


def failures(path: Path) -> list[str]:
    """Return what a notebook's cells raise, of those that are not meant to."""
    from IPython.core.interactiveshell import InteractiveShell

    os.chdir(path.parent)
    shell = InteractiveShell.instance()
    found = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
                ran = shell.run_cell("".join(cell["source"]))
        meant = "raises-exception" in cell["metadata"].get("tags", [])
        if not ran.success and not meant:
            raised = ran.error_before_exec or ran.error_in_exec
            found.append(f"{path.parent.name}/{path.name}, {cell['id']}: {raised!r}")
    return found


def _run(path: Path) -> None:
    found = failures(path)
    print("\n".join(found), end="\n" if found else "", flush=True)
    sys.exit(bool(found))


def main(paths: list[Path]) -> int:
    """Run notebooks one after the other; return how many did not run clean."""
    forks = sys.platform.startswith("linux")
    if forks:  # what nearly every notebook imports
        import ipywidgets  # noqa: F401
        import matplotlib.pyplot  # noqa: F401
        import networkx  # noqa: F401
        from IPython.core.interactiveshell import InteractiveShell  # noqa: F401

        import realignment.figures  # noqa: F401
    processes = multiprocessing.get_context("fork" if forks else "spawn")
    failed = 0
    for path in paths:
        one = processes.Process(target=_run, args=(path.resolve(),))
        one.start()
        one.join()
        failed += one.exitcode != 0
    print(f"{len(paths) - failed} of {len(paths)} notebooks ran clean")
    return failed


if __name__ == "__main__":
    sys.exit(bool(main([Path(name) for name in sys.argv[1:]])))
