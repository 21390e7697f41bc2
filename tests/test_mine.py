"""The student's own sheet: what a form writes, what a spreadsheet may do, that nothing is lost."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realignment import agreement, cases, choices, load_case, mine
from realignment.errors import ReadingError
from realignment.feedback import load_progress, save_progress
from realignment.mine import code_mine, my_sheet
from realignment.ties import dyads, signed, ties

FILE = Path("my_sheet.csv")


@pytest.fixture(scope="module")
def case():
    return load_case("niger_2024")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(mine, "_UNWRITTEN", {})
    return tmp_path


def fill(form, **values):
    for name, value in values.items():
        form._fields[name].value = value


def test_without_a_sheet_there_are_no_rows_and_no_file(case):
    assert my_sheet(case).columns.equals(case.codings.columns)
    assert not len(my_sheet(case))
    assert repr(code_mine(case, "kind")) == "Your own sheet: 0 of 16 sentences are coded for kind."
    assert not FILE.exists()
    assert not len(ties(dyads(signed(my_sheet(case)), case.actors)))


def test_a_form_writes_its_columns_and_goes_on(case):
    form = code_mine(case, "attributed_to", "certainty")
    assert set(form._fields) == {"attributed_to", "certainty"}
    fill(form, attributed_to="author", certainty="CT+")
    form._press()
    assert "Sentence 1 is written. 1 of 16" in form._said.value
    assert form._choice.value == 2
    assert form._fields["certainty"].value == ""
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 16
    assert list(rows[0]) == ["sentence", "words", "attributed_to", "certainty"]
    assert rows[0]["words"] == case.sentences["text"].iloc[0]
    assert (rows[0]["attributed_to"], rows[1]["attributed_to"]) == ("author", "")
    sheet = my_sheet(case)
    assert set(sheet["coder"]) == {"ME"} and set(sheet["main"]) == {"yes"}
    assert sheet.loc[0, "certainty"] == "CT+" and (sheet["kind"] == "").all()


def test_the_file_numbers_the_sentences_however_often_it_is_written(case):
    form = code_mine(case, "kind")
    for number in (1, 2, 2, 16):
        form.write(number, kind="state")
    lines = FILE.read_text("utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in lines[1:]] == [str(n) for n in range(1, 17)]


def test_earlier_columns_stay(case):
    code_mine(case, "attributed_to").write(3, attributed_to="author")
    form = code_mine(case, "kind", "event_type", "valence")
    form.write(3, kind="event", event_type="CONSULT", valence="-")
    row = my_sheet(case).set_index("sentence").loc[3]
    assert (row["attributed_to"], row["event_type"], row["quad"]) == ("author", "CONSULT", "1")


def test_a_date_and_several_actors_are_written_as_the_codebook_has_them(case):
    form = code_mine(case, "actor", "recipient", "date")
    fill(form, actor=("NER/GOV",), actor_typed="tcd", date_form="typed", date_typed="2023-07/..")
    form._press()
    row = my_sheet(case).iloc[0]
    assert (row["actor"], row["recipient"], row["date"]) == ("NER/GOV;TCD", "-", "2023-07/..")
    form._choice.value = 1
    assert form._fields["actor_typed"].value == "TCD"
    assert form._fields["date_form"].value == "since" or form._fields["date_typed"].value


@pytest.mark.parametrize(
    ("columns", "values", "at", "words"),
    [
        (("kind",), {}, "kind", "Nothing is there yet"),
        (("certainty",), {}, "certainty", "one of the choices"),
        (("actor",), {"actor_typed": "Niger"}, "actor_typed", "is a name and no code"),
        (("actor",), {"actor_typed": "NIG"}, "actor_typed", "is not known"),
        (("date",), {"date_form": "typed", "date_typed": "2023-13"}, "date_typed", "no month 13"),
        (("date",), {"date_form": "day"}, "date_from", "No day is picked yet"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(
    case, columns, values, at, words
):
    form = code_mine(case, *columns)
    fill(form, **values)
    form._press()
    assert words in form._problems[at].value
    assert not FILE.exists()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("NER_CNSP", "NER/GOV"),
        ("ner_cnsp", "NER/GOV"),
        ("FRA;USA_DOD", "USA/MIL"),
        ("The Pentagon", "USA/MIL"),
        ("Matthew Miller", "USA/GOV"),
        ("Burkina Faso", "BFA"),
        ("Tchad", "TCD"),
    ],
)
@pytest.mark.parametrize("column", ["actor", "recipient", "attributed_to"])
def test_who_writes_a_name_is_told_its_code(case, column, written, code):
    name = written.rpartition(";")[2]
    words = f"column '{column}': '{name}' is a name and no code; expected '{code}'"
    with pytest.raises(ReadingError, match=words):
        code_mine(case, column).write(1, **{column: written})
    assert not FILE.exists()
    FILE.write_text(f"sentence,{column}\n1,{written}\n", "utf-8")
    with pytest.raises(ReadingError, match=f"my_sheet.csv, row 2, {words}"):
        my_sheet(case)


def test_a_label_has_no_code(case):
    with pytest.raises(ReadingError, match="'WEST' is not known; expected an ISO 3166-1"):
        code_mine(case, "actor").write(1, actor="WEST")


def test_two_letters_are_not_guessed_at(case):
    """NG is Nigeria in one list and Niger in another."""
    with pytest.raises(ReadingError, match="'NG' is not known; expected an ISO 3166-1 alpha-3"):
        code_mine(case, "actor").write(1, actor="NG")


@pytest.mark.parametrize("number", ["3", 3.0, " 3 "])
def test_a_number_may_be_written_as_a_text(case, number):
    code_mine(case, "kind").write(number, kind="event")
    assert my_sheet(case).query("kind == 'event'")["sentence"].tolist() == [3]


@pytest.mark.parametrize("number", ["three", [3], None, 17, 3.5, True])
def test_what_is_no_number_of_a_sentence_is_refused(case, number):
    with pytest.raises(ReadingError, match="no sentence of the article; expected a number from 1"):
        code_mine(case, "kind").write(number, kind="event")
    assert not FILE.exists()


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (
            lambda case: code_mine("date"),
            r"'date' stands where .* write code_mine\(case, \"date\"\)",
        ),
        (
            lambda case: code_mine("date", "kind"),
            r"write code_mine\(case, \"date\"\), and case = load",
        ),
        (lambda case: code_mine(16, "note"), r"16 stands where the case is expected"),
        (lambda case: code_mine(case.codings, "note"), r"write code_mine\(case, \"kind\"\)"),
        (lambda case: my_sheet(...), r"Ellipsis stands where the case is expected; write my_sheet"),
    ],
)
def test_what_is_no_case_is_refused(case, ask, words):
    with pytest.raises(ReadingError, match=words):
        ask(case)


def test_a_form_that_is_half_filled_in_is_kept(case):
    form = code_mine(case, "kind", "note")
    fill(form, kind="state", note="perhaps")
    form._choice.value = 2
    assert form._fields["note"].value == ""
    again = code_mine(case, "kind", "note")
    again._choice.value = 2
    again._choice.value = 1
    assert (again._fields["kind"].value, again._fields["note"].value) == ("state", "perhaps")


def test_what_goes_with_another_kind_gives_way(case):
    form = code_mine(case, "kind", "event_type", "valence")
    form.write(1, kind="event", event_type="SANCTION", valence="-")
    code_mine(case, "kind").write(1, kind="state")
    row = my_sheet(case).iloc[0]
    assert (row["kind"], row["event_type"], row["quad"], row["valence"]) == ("state", "-", "-", "")
    with pytest.raises(ReadingError, match=r"The row, column 'event_type': 'AID'; expected '-'"):
        form.write(1, event_type="AID")
    assert my_sheet(case).iloc[0].equals(row)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_may_edit_the_same_file(case, separator):
    form = code_mine(case, "kind")
    form.write(1, kind="event")
    table = pd.read_csv(FILE, dtype=str, encoding="utf-8-sig").fillna("")
    table.loc[1, "kind"] = "Statement"
    table["note"] = ""
    table.loc[1, "note"] = "typed elsewhere"
    table.to_csv(FILE, index=False, sep=separator, lineterminator="\r\n")
    form.write(3, kind="event")
    sheet = my_sheet(case).set_index("sentence")
    assert sheet["kind"].head(4).tolist() == ["event", "statement", "event", ""]
    assert sheet.loc[2, "note"] == "typed elsewhere"


def test_what_was_shown_can_be_saved_and_read_again(case):
    code_mine(case, "kind").write(1, kind="event")
    before = my_sheet(case)
    before.to_csv(FILE)  # with the column of the coder and an index
    pd.testing.assert_frame_equal(my_sheet(case), before)


def test_further_rows_stay(case):
    FILE.write_text("sentence,main,kind,action\n1,no,state,has\n1,yes,event,ends\n", "utf-8")
    code_mine(case, "certainty").write(1, certainty="CT+")
    sheet = my_sheet(case).query("sentence == 1")
    assert sheet[["main", "kind", "action", "certainty"]].to_numpy().tolist() == [
        ["yes", "event", "ends", "CT+"],
        ["no", "state", "has", ""],
    ]


def test_a_workbook_is_read_and_never_written(case):
    book = openpyxl.Workbook()
    book.active.append(["sentence", "kind"])
    book.active.append([1, "event"])
    book.save("my_sheet.xlsx")
    before = Path("my_sheet.xlsx").read_bytes()
    form = code_mine(case, "kind")
    assert my_sheet(case)["kind"].tolist() == ["event"]
    with pytest.raises(ReadingError, match=r"my_sheet.xlsx was not changed: a form can only write"):
        form.write(2, kind="event")
    form._press()
    assert "my_sheet.xlsx was not changed" in form._said.value or form._choice.value == 2
    assert Path("my_sheet.xlsx").read_bytes() == before and not FILE.exists()


def test_two_sheets_are_not_guessed_between(case):
    code_mine(case, "kind").write(1, kind="event")
    Path("my_sheet.xlsx").write_bytes(b"")
    with pytest.raises(ReadingError, match=r"my_sheet.csv and my_sheet.xlsx are both there"):
        my_sheet(case)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sentence,kind\n1,deed\n", r"my_sheet.csv, row 2, column 'kind': 'deed' is not known"),
        ("sentence,kind\n17,event\n", r"17 is no sentence of the article; expected 1 to 16"),
        ("sentence,colour\n1,red\n", r"the column 'colour' is not known; expected sentence, and"),
        ("sentence,main\n1,yes\n1,yes\n", r"row 3: sentence 1 has a main row already"),
        ("sentence,kind,event_type\n1,state,AID\n", r"'AID'; expected '-', since the kind is"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why_and_stays(case, text, words):
    FILE.write_text(text, "utf-8")
    for ask in (lambda: my_sheet(case), lambda: code_mine(case, "kind")):
        with pytest.raises(ReadingError, match=words):
            ask()
    assert FILE.read_text("utf-8") == text


def test_a_sheet_knows_its_story(case):
    code_mine(case, "kind").write(1, kind="event")
    other = load_case("riyadh_tehran_2023")
    with pytest.raises(ReadingError, match=r"my_sheet.csv: the words beside its rows are those of"):
        my_sheet(other)


def test_another_telling_is_the_same_story(case):
    code_mine(case, "kind").write(1, kind="event")
    text = FILE.read_text("utf-8-sig").replace("accord", "pact").replace("has said", "announced")
    FILE.write_text(text, "utf-8")
    assert len(my_sheet(case)) == 16


@pytest.mark.parametrize("columns", [(), ("quad",), ("sentence",), ("colour",)])
def test_only_columns_of_the_codebook_can_be_coded(case, columns):
    with pytest.raises(ReadingError, match=r"expected one or more of kind, actor, recipient"):
        code_mine(case, *columns)


def test_where_no_kernel_runs_the_rows_are_a_table(case):
    form = code_mine(case, "note")
    form.write(1, note="<b>bold</b>")
    shown = form._repr_mimebundle_()
    assert "&lt;b&gt;" in shown["text/html"] and "<b>" not in shown["text/html"]
    assert shown["text/plain"] == "Your own sheet: 16 of 16 sentences are coded for note."
    assert "application/vnd.jupyter.widget-view+json" in shown


def test_a_file_that_cannot_be_written_stays_whole(case, monkeypatch):
    form = code_mine(case, "kind")
    form.write(1, kind="event")
    before = FILE.read_bytes()

    def refuse(path, content):
        raise ReadingError("my_sheet.csv was not written: the disk is full.")

    monkeypatch.setattr(mine, "write_whole", refuse)
    fill(form, kind="state")
    form._press()
    assert "the disk is full" in form._said.value
    assert FILE.read_bytes() == before


def test_a_sheet_that_is_open_in_a_spreadsheet_is_not_written_below_it(case):
    form = code_mine(case, "kind")
    form.write(1, kind="event")
    before = FILE.read_bytes()
    lock = Path(".~lock.my_sheet.csv#")
    lock.write_text(",ana,laptop,16.03.2024 20:00,file:///C:/Users-of-ana/libreoffice/4;", "utf-8")
    with pytest.raises(ReadingError, match=r"not changed: it is open in LibreOffice. Save and clo"):
        form.write(2, kind="state")
    assert FILE.read_bytes() == before
    assert my_sheet(case)["kind"].iloc[0] == "event"
    lock.unlink()
    form.write(2, kind="state")
    assert my_sheet(case)["kind"].iloc[:2].tolist() == ["event", "state"]


def test_the_sheet_goes_with_the_saved_work_and_is_in_no_case(case, folder, tmp_path_factory):
    code_mine(case, "kind").write(1, kind="event")
    save_progress("my_work.zip")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "my_work.zip").write_bytes((folder / "my_work.zip").read_bytes())
    load_progress(elsewhere / "my_work.zip")
    assert (elsewhere / "my_sheet.csv").read_bytes() == FILE.read_bytes()
    assert "ME" not in set(cases.read_case("niger_2024").codings["coder"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["event", "statement", "state"]),
    event_type=st.sampled_from(["SANCTION", "CONSULT", "MOBILIZE"]),
    valence=st.sampled_from(["friendly", "hostile", "neither"]),
    actor=st.lists(st.sampled_from(["NER/GOV", "USA", "TCD", "UNK"]), unique=True),
    date=st.sampled_from(["-", "2024-03-16", "2023-07", "2023-03~", "2023-07/..", "2023-07-26/.."]),
    note=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20),
)
def test_what_is_written_comes_back_into_the_form(
    case, kind, event_type, valence, actor, date, note
):
    FILE.unlink(missing_ok=True)
    row = {
        "kind": kind,
        "event_type": event_type if kind == "event" else "-",
        "valence": "-" if kind == "event" else valence,
        "actor": ";".join(actor) or "-",
        "date": date,
        "note": note,
    }
    form = code_mine(case, *row)
    form.write(1, **row)
    again = code_mine(case, *row)
    again._choice.value = 1
    assert {**choices.read_form(again._values()), "actor": ""} == {**row, "actor": ""}
    codes = choices.read_form(again._values())["actor"].split(";")
    assert sorted(codes) == sorted(row["actor"].split(";"))


def test_a_fifth_coder_beside_the_four(case):
    """The sheet of coder A, typed into the form, agrees with coder A."""
    form = code_mine(case, "kind")
    main = case.codings.query("coder == 'A' and main == 'yes'")
    for row in main.to_dict("records"):
        form.write(
            row["sentence"],
            **{name: row[name] for name in mine.COLUMNS if row[name]},
        )
    both = pd.concat([case.codings.query("coder == 'A'"), my_sheet(case)])
    table = agreement.table(both, "kind")
    assert agreement.percent(table["A"], table["ME"]).value == 1
    columns = ["source", "target", "sign", "certainty"]
    made = [
        ties(dyads(signed(both[both["coder"] == coder]), case.actors))[columns]
        for coder in ("A", "ME")
    ]
    pd.testing.assert_frame_equal(*made)
