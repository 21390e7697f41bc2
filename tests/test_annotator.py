"""The annotator without a browser: its choices, its checks, and where its rows are kept."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest

from realignment import load_case, sheets
from realignment.annotator import Annotator
from realignment.errors import ReadingError
from realignment.events import Coding, read_coding
from realignment.sheets import COLUMNS


@pytest.fixture(scope="module")
def case():
    return load_case("niger_2024")


@pytest.fixture
def form(case, monkeypatch):
    monkeypatch.setattr(sheets, "SHEETS", {})
    return Annotator(case.sentences, case.actors)


def press(form: Annotator, words: str) -> None:
    def buttons(box):
        for child in getattr(box, "children", ()):
            if getattr(child, "description", "") == words and hasattr(child, "click"):
                yield child
            yield from buttons(child)

    next(buttons(form.widget)).click()


def fill(form: Annotator, **values) -> None:
    for name, value in values.items():
        form._fields[name].value = value


def shown(form: Annotator) -> set[str]:
    return {name for name, block in form._blocks.items() if block.layout.display != "none"}


def warnings(form: Annotator) -> dict[str, str]:
    return {name: box.value for name, box in form._problems.items() if box.value}


EVENT = {
    "kind": "event",
    "event_type": "SANCTION",
    "actor": ("NER/GOV",),
    "recipient": ("USA",),
    "action": "ends the accord",
    "date_form": "day",
    "date_from": datetime.date(2024, 3, 16),
    "attributed_to": "author",
    "certainty": "CT+",
}
TYPED = {
    "sentence": 1,
    "kind": "event",
    "actor": "NER/GOV",
    "recipient": "USA",
    "action": "ends the accord",
    "event_type": "SANCTION",
    "date": "2024-03-16",
    "certainty": "CT+",
}


# --- by choices -------------------------------------------------------------------------------


def test_choices_make_a_checked_row(form):
    fill(form, **EVENT)
    press(form, "Add this row")
    assert warnings(form) == {}
    assert form.rows.to_dict("records") == [
        {
            "sentence": 1,
            "main": "yes",
            "kind": "event",
            "actor": "NER/GOV",
            "recipient": "USA",
            "action": "ends the accord",
            "event_type": "SANCTION",
            "quad": "4",
            "valence": "-",
            "date": "2024-03-16",
            "attributed_to": "author",
            "certainty": "CT+",
            "note": "",
        }
    ]
    assert list(form.rows.columns) == list(Coding.model_fields)


def test_a_choice_shows_what_the_codebook_says_of_it(form):
    fill(form, kind="intent")
    assert "a plan, hope, promise or offer" in form._beside["kind"].value
    fill(form, kind="event", event_type="MOBILIZE")
    assert "Quad 4: material conflict" in form._beside["event_type"].value
    assert "Not to be confused with" in form._beside["event_type"].value


def test_only_the_fields_that_a_row_needs_are_shown(form):
    assert not {"event_type", "valence", "date_from", "date_to", "date_typed"} & shown(form)
    fill(form, kind="event", date_form="lasted")
    assert {"event_type", "date_from", "date_to"} <= shown(form) and "valence" not in shown(form)
    fill(form, kind="state", date_form="typed")
    assert {"valence", "date_typed"} <= shown(form) and "event_type" not in shown(form)


@pytest.mark.parametrize(
    ("missing", "at"),
    [
        ({"kind": ""}, "kind"),
        ({"event_type": ""}, "event_type"),
        ({"action": ""}, "action"),
        ({"attributed_to": ""}, "attributed_to"),
        ({"certainty": ""}, "certainty"),
        ({"date_from": None}, "date_from"),
        ({"date_form": "within"}, "date_to"),
        ({"actor_typed": "Niger"}, "actor_typed"),
        ({"recipient_typed": "NER/TV"}, "recipient_typed"),
        ({"date_form": "typed", "date_typed": "Saturday"}, "date_typed"),
        ({"date_form": "lasted", "date_to": datetime.date(2024, 3, 1)}, "date_from"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_no_row_is_added(form, missing, at):
    fill(form, **(EVENT | missing))
    press(form, "Add this row")
    assert set(warnings(form)) == {at}
    assert "expected" in warnings(form)[at]
    assert at in shown(form)
    assert not len(form.rows)
    fill(form, **EVENT)
    fill(form, actor_typed="", recipient_typed="")
    press(form, "Add this row")
    assert len(form.rows) == 1 and warnings(form) == {}


def test_the_first_row_of_a_sentence_is_its_main_row(form):
    fill(form, **EVENT)
    press(form, "Add this row")
    assert form._fields["main"].value is False
    fill(form, main=True, action="again")
    press(form, "Add this row")
    assert "has a main row already" in warnings(form)["main"]
    press(form, "Next sentence")
    assert form._fields["sentence"].value == 2 and form._fields["main"].value is True
    press(form, "Previous sentence")
    assert form._fields["main"].value is False


DATES = [
    ("", "-"),
    ("day", "2024-03-13"),
    ("month", "2024-03"),
    ("year", "2024"),
    ("about", "2024-03~"),
    ("lasted", "2024-03-13/2024-03-15"),
    ("within", "[2024-03-13..2024-03-15]"),
    ("since", "2024-03-13/.."),
]


@pytest.mark.parametrize(("date_form", "written"), DATES)
def test_a_date_is_chosen_and_written_in_edtf(form, date_form, written):
    fill(form, **EVENT)
    fill(
        form,
        date_form=date_form,
        date_from=datetime.date(2024, 3, 13),
        date_to=datetime.date(2024, 3, 15),
    )
    press(form, "Add this row")
    assert form.rows["date"].tolist() == [written]


@pytest.mark.parametrize("date", [d for _, d in DATES] + ["2023-07/..", "../2024", "2023-07-26?"])
def test_a_row_taken_back_comes_out_of_the_form_unchanged(form, date):
    row = TYPED | {"date": date, "actor": "NER/GOV;TCD", "attributed_to": "FRA/DIP", "note": "n"}
    form.add(row)
    before = form.rows
    fill(form, sentence=5, kind="state", valence="friendly", action="another")
    form._choice.value = 0
    press(form, "Take back into the form")
    assert not len(form.rows)
    press(form, "Add this row")
    pd.testing.assert_frame_equal(form.rows, before)


# --- typed and pasted -------------------------------------------------------------------------


def test_a_typed_row_is_the_same_row(form):
    form.add(TYPED)
    typed = form.rows
    form._store.rows.clear()
    fill(form, **EVENT)
    press(form, "Add this row")
    pd.testing.assert_frame_equal(form.rows, typed)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "act"}, "column 'kind': 'act' is not known; expected one of 'event'"),
        ({"date": "Saturday"}, "column 'date'"),
        ({"actor": "Niger"}, "'Niger' is a name and no code; expected 'NER'"),
        ({"sentence": 17}, "17 is no sentence of the article; expected 1 to 16"),
        ({"event_type": ""}, "column 'event_type': nothing is there"),
        ({"colour": "red"}, "The column 'colour' is not known; expected sentence, main"),
    ],
)
def test_a_typed_row_that_will_not_do_is_refused_in_a_sentence(form, change, said):
    with pytest.raises(ReadingError, match=".") as problem:
        form.add(TYPED | change)
    assert said in str(problem.value)
    assert not len(form.rows)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_coders_sheet_can_be_pasted(form, case, separator):
    sheet = case.codings[case.codings["coder"] == "A"].drop(columns="coder")
    form.paste(sheet.to_csv(index=False, sep=separator))
    assert len(form.rows) == len(sheet)
    assert sorted(form.rows["action"]) == sorted(sheet["action"])


def test_of_a_bad_table_nothing_is_taken(form, case):
    sheet = case.codings[case.codings["coder"] == "A"].drop(columns="coder")
    with pytest.raises(ReadingError, match="has another header; expected sentence,main"):
        form.paste("a,b\n1,2")
    with pytest.raises(ReadingError, match="row 3: 2 cells; expected 13"):
        form.paste("\n".join([sheet.head(1).to_csv(index=False).strip(), "1,yes"]))
    with pytest.raises(ReadingError, match="sentence 1 has a main row already"):
        form.paste(pd.concat([sheet.head(3), sheet.head(1)]).to_csv(index=False))
    assert not len(form.rows)


# --- nothing is lost --------------------------------------------------------------------------


def test_running_the_cell_again_goes_on_with_rows_and_half_filled_form(form, case):
    form.add(TYPED)
    fill(
        form,
        sentence=3,
        kind="intent",
        action="hopes",
        date_form="day",
        date_from=datetime.date(2024, 3, 13),
    )
    again = Annotator(case.sentences, case.actors)
    pd.testing.assert_frame_equal(again.rows, form.rows)
    for name in ("sentence", "kind", "action", "date_form", "date_from"):
        assert again._fields[name].value == form._fields[name].value
    assert not len(Annotator(case.sentences, case.actors, store="another").rows)


def test_rows_are_saved_as_a_sheet_that_the_case_reads(form, case, tmp_path):
    form.paste(case.codings.query("coder == 'B'").drop(columns="coder").to_csv(index=False))
    path = tmp_path / "coder_me.csv"
    form.save(path)
    assert b"\r" not in path.read_bytes()
    read = read_coding(path, case.sentences)
    pd.testing.assert_frame_equal(read, form.rows, check_dtype=False)
    with pytest.raises(ReadingError, match="coder_me.csv is there already and was left as it is"):
        form.save(path)
    form.save(path, replace=True)


# --- how it shows itself ----------------------------------------------------------------------


def test_without_a_kernel_the_rows_show_as_a_table(form):
    form.add(TYPED)
    data = form._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "<table>" in data["text/html"] and "ends the accord" in data["text/html"]
    assert data["text/plain"] == "Annotator my_coding: 1 row"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\u202eb\x07c"]
)
def test_untrusted_text_shows_as_text(case, monkeypatch, text):
    monkeypatch.setattr(sheets, "SHEETS", {})
    sentences = pd.DataFrame({"sentence": [1], "text": [text]})
    actors = pd.DataFrame({"code": ["NER"], "name": [text]})
    form = Annotator(sentences, actors, store=text)
    form.add(TYPED | {"action": text, "note": text})
    fill(
        form,
        kind="event",
        event_type="SANCTION",
        action="x",
        attributed_to="author",
        certainty="CT+",
        actor_typed=text,
    )
    press(form, "Add this row")
    pages = [
        form._sentence.value,
        form._list.value,
        form._problems["actor_typed"].value,
        form._repr_mimebundle_()["text/html"],
    ]
    labels = [o[0] for n in ("sentence", "actor") for o in form._fields[n].options]
    for page in pages:
        assert "<script" not in page and "<img" not in page
    for words in [*pages, *labels, *[o[0] for o in form._choice.options]]:
        assert "\u202e" not in words and "\x07" not in words


# --- tables as they are pasted, and stories that change ----------------------------------------


def pasted(*rows: dict, separator: str = "\t") -> str:
    lines = [separator.join(COLUMNS)]
    full = {column: "" for column in COLUMNS}
    lines += [separator.join(str(cell) for cell in (full | row).values()) for row in rows]
    return "\n".join(lines)


WHOLE = TYPED | {"main": "yes", "quad": "4", "valence": "-", "attributed_to": "author"}


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n", "\t", "  \n"])
def test_an_empty_last_cell_is_an_empty_note(form, end):
    """A spreadsheet leaves the last empty cell of a row out, or its separator at the very end."""
    text = pasted(WHOLE, WHOLE | {"sentence": 2})
    form.paste(text.rstrip("\t") + end if end != "\t" else text)
    assert form.rows["note"].tolist() == ["", ""] and form.rows["sentence"].tolist() == [1, 2]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1e"])
def test_a_sign_that_python_takes_for_a_line_end_does_not_cut_a_row(form, sign):
    form.paste(pasted(WHOLE | {"note": f"one{sign}two"}))
    assert form.rows["note"].tolist() == [f"one{sign}two"]


def test_a_cell_in_quotation_marks_may_hold_a_line_end(form):
    form.paste(pasted(WHOLE | {"note": '"one\ntwo; ""three"""'}))
    assert form.rows["note"].tolist() == ['one\ntwo; "three"']
    with pytest.raises(ReadingError, match="a quotation mark that is not closed"):
        form.paste(pasted(WHOLE | {"sentence": 2, "note": '"one'}, WHOLE | {"sentence": 3}))
    assert len(form.rows) == 1


@pytest.mark.parametrize("number", [3.0, "3.0", "03", " 3 ", np.float64(3), np.int64(3)])
def test_a_sentence_is_the_same_however_its_number_is_written(form, number):
    form.add(WHOLE | {"sentence": number})
    assert form.rows["sentence"].tolist() == [3]
    with pytest.raises(ReadingError, match="sentence 3 has a main row already"):
        form.add(WHOLE | {"sentence": 3})
    form.add({**WHOLE, "sentence": number, "main": ""})
    assert form.rows["main"].tolist() == ["yes", "no"]


@pytest.mark.parametrize("number", [99.0, "99.0", 99, 17])
def test_a_sentence_that_there_is_not_is_refused_however_it_is_written(form, number):
    with pytest.raises(ReadingError, match="is no sentence of the article; expected 1 to 16"):
        form.add(WHOLE | {"sentence": number})
    with pytest.raises(ReadingError, match="is no sentence of the article; expected 1 to 16"):
        form.paste(pasted(WHOLE | {"sentence": number}))
    assert not len(form.rows)


@pytest.mark.parametrize("missing", [float("nan"), None, pd.NA, pd.NaT, np.nan, ""])
def test_what_is_missing_is_an_empty_cell(form, missing):
    form.add(WHOLE | {"note": missing, "quad": missing})
    row = form.rows.iloc[0]
    assert (row["note"], row["quad"]) == ("", "4")


def test_a_row_of_a_spreadsheet_is_read_as_it_is_meant(form):
    form.paste(pasted(WHOLE | {"sentence": "1.0", "main": "Yes", "quad": "4.0"}))
    assert form.rows.loc[0, ["sentence", "main", "quad"]].tolist() == [1, "yes", "4"]


def test_another_story_has_rows_of_its_own(form, case):
    """Opened under the same name in one kernel; then the first one again, with a word mended."""
    form.add(WHOLE)
    fill(form, sentence=16, kind="event", actor=("NER/GOV",), action="half filled in")
    other = pd.DataFrame({"sentence": [1, 2], "text": ["Gabon votes.", "Gabon waits."]})
    second = Annotator(other, pd.DataFrame({"code": ["GAB"], "name": ["Gabon"]}))
    assert not len(second.rows) and second._fields["action"].value == ""
    second.add(WHOLE | {"sentence": 2, "actor": "GAB"})
    assert len(form.rows) == len(second.rows) == 1
    mended = case.sentences.assign(
        text=case.sentences["text"].where(case.sentences["sentence"] != 4, "Mended.")
    )
    again = Annotator(mended, case.actors)
    pd.testing.assert_frame_equal(again.rows, form.rows)
    assert again._fields["action"].value == "half filled in"


def test_a_form_opens_again_though_its_actors_have_changed(form, case):
    fill(form, actor=("NER/GOV",), attributed_to="NER/GOV", action="half filled in")
    again = Annotator(case.sentences, pd.DataFrame({"code": ["GAB"], "name": ["Gabon"]}))
    assert again._fields["actor"].value == () and again._fields["action"].value == "half filled in"


def test_a_sheet_is_replaced_whole_or_not_at_all(form, tmp_path, monkeypatch):
    path = tmp_path / "coder_me.csv"
    form.add(WHOLE)
    form.save(path)
    before = path.read_bytes()
    form.add(WHOLE | {"sentence": 2})

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr("realignment.files.writing.os.fsync", full)
        with pytest.raises(ReadingError, match="coder_me.csv was not written: the disk is full"):
            form.save(path, replace=True)
    assert path.read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["coder_me.csv"]
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    form.save("~/coder_me.csv", replace=True)
    assert path.read_bytes() != before
    with pytest.raises(ReadingError, match="there is no such folder"):
        form.save(tmp_path / "no" / "coder_me.csv")
