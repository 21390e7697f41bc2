import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment import wording
from realignment.actors import mentions

SENTENCE = "Niger’s junta said “frank … talks” were over – for good – in the café. « Non ! »"


@pytest.mark.parametrize(
    "words",
    [
        "said “frank … talks”",
        "said\u00a0“frank\u202f… talks”",
        "were\nover",
        "were \t over",
        "«\u202fNon\u00a0! »",
        "in  the café.\u3000«",
    ],
)
def test_spaces_of_every_kind_are_the_same_on_both_sides(words):
    assert wording.stands_in(words, SENTENCE)
    assert wording.stands_in("were over", SENTENCE.replace(" ", "\u202f"))


@pytest.mark.parametrize(
    ("words", "named", "expected"),
    [
        ("Niger's junta", "curly and straight apostrophes", "Niger’s junta"),
        ('said "frank', "kinds of quotation marks", "said “frank"),
        ("« frank … talks »", "kinds of quotation marks", "“frank … talks”"),
        ("frank ... talks", "… and three dots", "frank … talks"),
        ("over - for", "hyphens and dashes", "over – for"),
        (unicodedata.normalize("NFD", "the café"), "accents as one sign and as two", "the café"),
        ("jun\u00adta", "signs that cannot be seen", "junta"),
        ("niger’s", "capital and small letters", "Niger’s"),
        ("Non!", "the spaces beside a mark", "Non !"),
        ("Niger's junta said \"frank", "apostrophes and kinds of quotation", "Niger’s junta said"),
    ],
)
def test_what_differs_is_named_and_the_sentences_own_words_are_shown(words, named, expected):
    assert not wording.stands_in(words, SENTENCE)
    said = wording.difference(words, SENTENCE)
    assert named in said and f"expected '{expected}" in said
    assert wording.difference(words, unicodedata.normalize("NFD", SENTENCE)), "either way round"


def test_other_words_are_no_other_spelling():
    for words in ("the junta of Niger", "frank talks", "", "café…"):
        assert not wording.difference(words, SENTENCE) or words == ""


SIGNS = st.text(st.sampled_from("aé’'\"“”…-– \u00a0xN"), min_size=1, max_size=12)


@given(SIGNS, SIGNS, SIGNS)
def test_words_out_of_a_text_stand_in_it_in_whatever_form(before, words, after):
    text = f"{before}{words}{after}"
    assert wording.stands_in(words, text)
    assert wording.spelling(words) in wording.spelling(text)
    for form in ("NFC", "NFD"):
        other = unicodedata.normalize(form, text)
        assert wording.stands_in(words, other) or wording.difference(words, other)


@pytest.mark.parametrize(
    ("alias", "text", "found"),
    [
        ("Niger's junta", "So Niger’s junta says.", "Niger’s junta"),
        ("Niger’s junta", "So Niger's junta says.", "Niger's junta"),
        ("Côte d'Ivoire", unicodedata.normalize("NFD", "In Côte d’Ivoire."), "Co\u0302te d’Ivoire"),
        (unicodedata.normalize("NFD", "Côte d'Ivoire"), "In Côte d'Ivoire.", "Côte d'Ivoire"),
        ("State Department", "The State\u00a0Department knew.", "State\u00a0Department"),
        ("Guinée-Bissau", "En Guinée‑Bissau.", "Guinée‑Bissau"),
    ],
)
def test_a_name_is_found_in_either_spelling_where_it_stands(alias, text, found):
    sentences = pd.DataFrame({"sentence": [7], "text": [text]})
    actors = pd.DataFrame({"actor_id": ["X"], "aliases": [f"Other | {alias}"]})
    mention = mentions(sentences, actors).iloc[0]
    assert mention["actor_id"] == "X" and mention["words"] == found
    assert text[mention["start"] : mention["end"]] == found


def test_a_name_is_a_whole_word_with_its_accents():
    sentences = pd.DataFrame({"sentence": [1], "text": [unicodedata.normalize("NFD", "Malié.")]})
    actors = pd.DataFrame({"actor_id": ["X"], "aliases": ["Malie"]})
    assert mentions(sentences, actors).empty
