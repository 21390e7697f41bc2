"""Names of actors, as pictures show them."""

from __future__ import annotations

import pytest

from realignment.actors import names_of
from realignment.cases import read_case
from realignment.errors import ReadingError


def test_names_come_in_the_order_asked_for():
    actors = read_case("niger_2024").actors
    names = names_of(actors, ["USA", "NER", "P_MILLER"])
    assert list(names.items()) == [
        ("USA", "United States"),
        ("NER", "Niger"),
        ("P_MILLER", "Matthew Miller"),
    ]


def test_an_actor_that_is_not_in_the_table_is_named():
    with pytest.raises(ReadingError, match="no actor_id 'NGR', 'RU'; expected ids such as 'NER'"):
        names_of(read_case("niger_2024").actors, ["NER", "NGR", "RU"])
