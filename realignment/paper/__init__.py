"""The offline edition: pages that ask nothing of a network, and cards to print.

``pages``  a page of HTML for each lesson, exercise and page of the module
``quick_checks``  recall questions and quick checks, to choose from and then to open
``french``  the words of the codebook and of the lessons in French
``cards``  the codebook, EDTF, the sign table and a blank matrix, each on one side of paper
``leaving_out``  lessons that a teacher does not hand out, and the links to them
``printing``  a page as PDF, where a browser that prints is found
``edition``  all of it in one folder
``teacher``  the teacher's pages: notes on the lessons, and the answers
"""

from __future__ import annotations

from realignment.paper.edition import write_edition
from realignment.paper.teacher import write_teacher_pages

__all__ = ["write_edition", "write_teacher_pages"]
