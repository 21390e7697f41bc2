"""What the bank's ``SAYS`` asks for: an answer, and words that the message to it must hold.

It is for changes that the misconception's name does not show: two messages under one name.
"""

from __future__ import annotations

import pytest

from realignment import questions
from realignment.feedback import grade
from tools.weaken import answers, made

SAID = [
    (question, answer, words)
    for number in questions.lessons()
    for question in questions.of_lesson(number)
    for answer, words in answers("SAYS", question)
]


@pytest.mark.parametrize(("question", "answer", "words"), SAID, ids=lambda p: getattr(p, "id", ""))
def test_a_message_says_what_it_should(question, answer, words):
    assert words in grade(question.id, made(answer, question)).message
