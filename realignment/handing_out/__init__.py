"""What a class is handed: the student's edition, and a fresh copy of one exercise.

``student_edition``  the module without solutions, tests and guide, as a folder or a zip
``afresh``           one exercise as it was handed out, the old one kept beside it
"""

from __future__ import annotations

from realignment.handing_out.afresh import start_afresh
from realignment.handing_out.student_edition import pull_link, write_student_edition

__all__ = ["pull_link", "start_afresh", "write_student_edition"]
