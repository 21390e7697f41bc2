#!/usr/bin/env bash
# nbgrader 0.9.6 gives a locked grade cell its points by the first output that decides. A cell that
# says in words or in HTML that an answer is wrong, or whose result is False, is worth all its points.
# A line on stderr, such as a warning of some package, is worth none where it stands before a right
# result, and costs nothing behind it. A number as the cell's result is part marks; printed or
# displayed it counts as full marks again.
# Seen with Python 3.11. Exits with 1 if it is otherwise than here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbgrader==0.9.6 nbformat==5.11.1

cat > try.py <<'PYTHON'
from importlib.metadata import version

from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

about = {"grade": True, "solution": False, "locked": True, "grade_id": "q", "points": 4}
warning = new_output("stream", name="stderr", text="DeprecationWarning: use the other one\n")
right = new_output("execute_result", data={"text/plain": "4.0"})
outputs = {
    "nothing": [],
    "words": [new_output("stream", name="stdout", text="Your answer is wrong.\n")],
    "html": [new_output("display_data", data={"text/html": "<b>Wrong.</b>"})],
    "result 1.5": [new_output("execute_result", data={"text/plain": "1.5"})],
    "printed 1.5": [new_output("stream", name="stdout", text="1.5\n")],
    "displayed 1.5": [new_output("display_data", data={"text/plain": "1.5"})],
    "result False": [new_output("execute_result", data={"text/plain": "False"})],
    "result 4.0": [right],
    "warning, result 4.0": [warning, right],
    "result 4.0, warning": [right, warning],
}
print("nbgrader", version("nbgrader"))
for name, held in outputs.items():
    cell = new_code_cell("check()", outputs=held, metadata={"nbgrader": about})
    print(f"{name}: %g of %g" % determine_grade(cell))
PYTHON
venv/bin/python try.py | tee seen.txt
cat > expected.txt <<'TEXT'
nbgrader 0.9.6
nothing: 4 of 4
words: 4 of 4
html: 4 of 4
result 1.5: 1.5 of 4
printed 1.5: 4 of 4
displayed 1.5: 4 of 4
result False: 4 of 4
result 4.0: 4 of 4
warning, result 4.0: 0 of 4
result 4.0, warning: 4 of 4
TEXT
diff expected.txt seen.txt
echo "holds: nbgrader gives points by the first output of a cell, so a warning before it gives none"
