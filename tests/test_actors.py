"""Names of actors, as pictures show them."""

from __future__ import annotations

import pytest

from realignment.actors import countries, country_names, names_of, plain_name
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


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CI", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("the Gambia", "GMB"),
        ("La Gambie", "GMB"),
        ("Le Tchad", "TCD"),
        ("Cabo Verde", "CPV"),
        ("Antigua and Barbuda", "ATG"),
        ("l'Algérie", "DZA"),
        ("algerie", "DZA"),
        ("UK", "GBR"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("États-Unis", "USA"),
        ("Les États-Unis", "USA"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Lesotho", "LSO"),
        ("Laos", "LAO"),
    ],
)
def test_a_country_is_known_by_its_usual_names(name, code):
    assert country_names()[plain_name(name)] == code


def test_no_name_is_taken_by_another_country():
    for code, name in countries().items():
        assert country_names()[plain_name(name)] == code
