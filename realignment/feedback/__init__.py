"""check, ask, hint, solution, progress: what a student hears.

``check`` never raises and never marks in silence. It answers in one of five ways:

==================  ===============================================================================
not attempted       nothing has been filled in yet
right               it is what the reference coding, or the calculation, gives
defensible          others would code it so too; it says why, and asks for one sentence of reason;
                    an open question's text is kept there too, and says that nobody has judged it
not yet             it names the misconception that it recognises, and the next step
cannot read this    it says what was expected, and which part could not be read
==================  ===============================================================================

============  =====================================================================================
verdicts      how a verdict and a note look
judging       a read value is judged
journal       what is known of each question
work          the file that it is saved in
asking        what a student calls
choosing      the buttons and lists of ``ask``
============  =====================================================================================

What a student has done is kept in the kernel. Only ``save_progress`` writes a file.
"""

from realignment.feedback.asking import (
    ask,
    check,
    grade,
    hint,
    judge_value,
    progress,
    solution,
)
from realignment.feedback.judging import judge
from realignment.feedback.verdicts import KEPT, Note, Standing, Verdict
from realignment.feedback.work import load_progress, read_work, save_progress

__all__ = [
    "KEPT",
    "Note",
    "Standing",
    "Verdict",
    "ask",
    "check",
    "grade",
    "hint",
    "judge",
    "judge_value",
    "load_progress",
    "progress",
    "read_work",
    "save_progress",
    "solution",
]
