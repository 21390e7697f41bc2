"""The class as coders: bad sheets set aside, shares that add up, and a map one can look into."""

from __future__ import annotations

import json
import shutil
import zipfile

import pandas as pd
import pytest

from realignment import agreement, load_case
from realignment.classroom import (
    ClassExplorer,
    class_lines,
    class_map,
    class_table,
    discuss_first,
    heat_map,
    load_codings,
    made_codings,
    made_sheets,
    own_ties,
    who_can_draw,
)
from realignment.classroom import lines as lines_module
from realignment.errors import ReadingError
from realignment.mine import code_mine
from realignment.ties import dyads, signed, ties


@pytest.fixture(scope="module")
def case():
    return load_case("niger_2024")


@pytest.fixture(scope="module")
def forty(case):
    return made_codings(case)


@pytest.fixture
def folder(case, tmp_path):
    return made_sheets(tmp_path / "sheets", case, coders=6)


# --- the sheets -------------------------------------------------------------------------------


def test_sheets_of_a_class_are_read(case, folder):
    found = load_codings(folder, case)
    assert found.words == "6 sheets read."
    assert sorted(found.codings["coder"].unique()) == [f"P{n:02}" for n in range(1, 7)]
    assert set(found.codings.columns) == set(case.codings.columns)
    assert len(found.codings) == 6 * 16
    assert not {"made_01", "made 01"} & set(found.codings.astype(str).to_numpy().ravel())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bad.csv", b"sentence,kind\n1,deed\n", "row 2, column 'kind': 'deed' is not known"),
        ("empty.csv", b"", "empty"),
        ("nothing.csv", b"sentence,kind\n1,\n", "nothing is coded in it yet"),
        ("broken.xlsx", b"PK\x03\x04 no workbook", "broken.xlsx"),
        ("essay.docx", b"PK\x03\x04", "this is no table"),
        ("far.csv", b"sentence,kind\n99,event\n", "99 is no sentence of the article"),
        ("work.zip", b"no zip", "holds no saved work"),
        ("mains.csv", b"sentence,main,kind\n1,yes,event\n1,yes,event\n", "a main row already"),
    ],
)
def test_one_bad_sheet_stops_none_of_the_others(case, folder, name, content, reason):
    (folder / name).write_bytes(content)
    found = load_codings(folder, case)
    assert found.codings["coder"].nunique() == 6
    assert found.set_aside["file"].tolist() == [name]
    assert reason in found.set_aside["reason"].item()
    assert found.words == "6 sheets read; 1 file set aside."


def test_what_programs_leave_is_no_sheet(case, folder):
    for name in ("~$made_01.xlsx", ".DS_Store", "._made_01.csv", "notes.md", "05.ipynb"):
        (folder / name).write_bytes(b"x")
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "made_01-checkpoint.csv").write_bytes(b"x")
    assert load_codings(folder, case).words == "6 sheets read."


def test_a_student_who_hands_in_twice_counts_once(case, folder):
    shutil.copy(folder / "made_01.csv", folder / "made_01 (1).csv")
    half = (folder / "made_02.csv").read_text("utf-8").splitlines()[:9]
    (folder / "Made_02 - Copy.csv").write_text("\n".join(half), "utf-8")
    found = load_codings(folder, case)
    assert found.codings["coder"].nunique() == 6
    assert found.twice.to_dict("records") == [
        {
            "file": "made_01.csv",
            "counted": "made_01 (1).csv",
            "reason": "the same sheet again",
        },
        {
            "file": "Made_02 - Copy.csv",
            "counted": "made_02.csv",
            "reason": "the other sheet of this student is fuller",
        },
    ]


def test_one_sheet_under_two_names_counts_once_where_its_words_show_it(case, tmp_path):
    for coder in "abcd":
        shutil.copy(case.folder / "codings" / f"coder_{coder}.csv", tmp_path)
    shutil.copy(case.folder / "codings" / "coder_b.csv", tmp_path / "anna.csv")
    found = load_codings(tmp_path, case)
    assert found.codings["coder"].nunique() == 4
    assert found.twice["reason"].tolist() == ["the same in every word under another name"]
    # Without words of their own, two who agree are two.
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text("sentence,kind\n1,event\n2,event\n", "utf-8")
    assert load_codings(tmp_path, case).codings["coder"].nunique() == 6


def test_a_folder_for_each_student_and_saved_work_are_read(case, tmp_path, monkeypatch):
    sheet = (case.folder / "codings" / "coder_a.csv").read_bytes()
    (tmp_path / "Anna Issaka").mkdir()
    (tmp_path / "Anna Issaka" / "my_sheet.csv").write_bytes(sheet)
    (tmp_path / "Ibrahim").mkdir()
    monkeypatch.chdir(tmp_path / "Ibrahim")
    code_mine(case, "kind").write(1, kind="event")
    with zipfile.ZipFile("my_work.zip", "w") as archive:
        archive.writestr("progress.json", json.dumps({"format": 2, "questions": {}}))
        archive.write("my_sheet.csv")
    (tmp_path / "Ibrahim" / "my_sheet.csv").unlink()
    found = load_codings(tmp_path, case)
    assert found.set_aside.empty, found.set_aside["reason"].tolist()
    assert sorted(found.names["student"]) == ["anna issaka", "ibrahim"]
    assert found.names["file"].str.startswith(("Anna", "Ibrahim")).all()


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (["anna/coder_me.csv", "ben/coder_me.csv"], ["anna", "ben"]),
        (["anna/homework.csv", "ben/homework.xlsx"], ["anna", "ben"]),
        (["one/anna/my_sheet.csv", "two/anna/my_sheet.csv"], ["one anna", "two anna"]),
        (["one/anna.csv", "one/ben.csv", "two/anna.csv", "two/eva.csv"], None),
        (["my_sheet_Anna.csv", "Ben-my_sheet.csv", "coder_eva.csv"], ["anna", "ben", "eva"]),
        (["anna_1.csv", "anna_2.csv"], ["anna 1", "anna 2"]),
        (["anna/my_sheet.csv", "anna/my_sheet (1).csv"], ["anna"]),
    ],
)
def test_whose_sheet_it_is_is_told_by_file_or_folder(case, tmp_path, files, students):
    for number, name in enumerate(files):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"sentence,kind,note\n1,event,words of {number}\n"
        path.with_suffix(".csv").write_text(text, "utf-8")
    found = load_codings(tmp_path, case)
    assert len(found.names) == len(students or files)
    assert students is None or sorted(found.names["student"]) == students


def test_a_word_of_the_teachers_deals_out_the_pseudonyms(case, folder):
    def dealt(secret):
        return load_codings(folder, case, secret).names["student"].tolist()

    assert dealt("baobab") == dealt("baobab") != dealt("acacia")
    assert sorted(dealt("baobab")) == sorted(dealt("acacia"))


def test_there_must_be_a_folder(case, tmp_path):
    with pytest.raises(ReadingError, match=r"There is no folder .* expected one with coders"):
        load_codings(tmp_path / "none", case)
    nobody = load_codings(tmp_path, case)
    assert nobody.words == "0 sheets read." and nobody.codings.empty
    with pytest.raises(ReadingError, match="No sheet holds a line yet"):
        class_map(nobody.codings, case)


def test_made_sheets_lie_outside_any_case_and_are_the_same_each_time(case, tmp_path):
    one, other = (made_sheets(tmp_path / name, case, coders=3) for name in "ab")
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()
        assert b"made by a script" in path.read_bytes()
    with pytest.raises(ReadingError, match="would lie within a case"):
        made_sheets(case.folder / "codings" / "made", case)
    with pytest.raises(ReadingError, match="is there already"):
        made_sheets(one, case)


# --- where they part --------------------------------------------------------------------------


def of_kind(*kinds: str) -> pd.DataFrame:
    """Return the rows of as many coders, who coded the kind of sentence 1."""
    return pd.DataFrame(
        {"coder": [f"P{n}" for n in range(len(kinds))], "sentence": 1, "main": "yes", "kind": kinds}
    )


@pytest.mark.parametrize(
    ("kinds", "apart"),
    [
        (["event"] * 4, 0.0),
        (["event", "state"], 1.0),
        (["event", "event", "state", "state"], 4 / 6),
        (["event", "event", "event", "state"], 3 / 6),
        (["event", "event", ""], 0.0),  # what is not coded is no disagreement
    ],
)
def test_disagreement_is_the_share_of_pairs_who_differ(kinds, apart):
    found = agreement.by_sentence(of_kind(*kinds), ["kind"])
    assert found.loc[1, "kind"] == pytest.approx(apart)


def test_one_coder_cannot_disagree():
    assert agreement.by_sentence(of_kind("event", ""), ["kind"]).isna().all(axis=None)


def test_the_consensus_has_its_share():
    found = agreement.consensus(of_kind("event", "event", "state", ""), ["kind"]).loc[1]
    assert (found["kind"], found["kind_share"]) == ("event", pytest.approx(2 / 3))
    assert found["whole_row"] == pytest.approx(2 / 3)
    nobody = agreement.consensus(of_kind("", ""), ["kind"]).loc[1]
    assert nobody["kind"] == "" and pd.isna(nobody["kind_share"])


def test_the_whole_row_is_rarer_than_any_of_its_cells(forty):
    found = agreement.consensus(forty)
    shares = found[[f"{name}_share" for name in agreement.FIELDS]]
    assert (found["whole_row"] <= shares.min(axis="columns") + 1e-12).all()
    assert (found["whole_row"] > 0).any()


def test_the_consensus_of_the_four_draws_their_map(case):
    row = agreement.consensus(case.codings).reset_index().assign(coder="MOST", main="yes")
    found = ties(dyads(signed(row), case.actors))
    assert found[["source", "target", "sign"]].to_numpy().tolist()[-1] == ["NER", "USA", -1]


def test_the_heat_map_says_what_to_discuss_first(case, forty):
    picture = heat_map(forty)
    first = discuss_first(forty)
    assert len(first) == 3
    means = agreement.by_sentence(forty).mean(axis="columns")
    assert first["sentence"].tolist() == means.nlargest(3).index.tolist()
    for row in first.to_dict("records"):
        value, count = row["values"][0]
        assert f"sentence {row['sentence']}, {row['field'].replace('_', ' ')}" in picture.words
        assert f"{value} {count}" in picture.words
        assert sum(count for _, count in row["values"]) == 40
    assert picture.words.startswith("40 coders, 16 sentences, 9 fields")
    same = case.codings[case.codings["coder"] == "A"]
    both = pd.concat([same, same.assign(coder="B")])
    assert heat_map(both).words.endswith("Nobody differs from anybody.")


def test_more_coders_do_not_narrow_the_interval(case):
    """It is drawn over sixteen sentences, whoever coded them."""
    widths = []
    for coders in (40, 1000):
        found = agreement.krippendorff(
            agreement.table(made_codings(case, coders, seed=1), "event_type")
        )
        assert (found.units, found.coders) == (16, coders)
        widths.append(found.high - found.low)
    assert widths[1] > 0.8 * widths[0]


# --- the class's map --------------------------------------------------------------------------


def test_each_coders_ties_are_those_of_the_coder_alone(case, forty):
    own = own_ties(forty, case)
    columns = ["source", "target", "sign", "events", "certainty"]
    for coder in ("made 07", "made 31"):
        alone = ties(dyads(signed(forty[forty["coder"] == coder]), case.actors))
        mine = own[own["coder"] == coder].reset_index(drop=True)
        pd.testing.assert_frame_equal(mine[columns], alone[columns], check_dtype=False)


def test_a_line_has_the_share_of_the_class_that_would_draw_it(case, forty):
    own = own_ties(forty, case)
    lines = class_lines(own, 40)
    for row in lines.to_dict("records"):
        same = own[
            (own["source"] == row["source"])
            & (own["target"] == row["target"])
            & (own["sign"] == row["sign"])
        ]
        assert row["coders"] == tuple(sorted(same["coder"]))
        assert row["share"] == len(same) / 40 == row["count"] / 40
    of_pair = lines.groupby(["source", "target"])["share"].sum()
    assert (of_pair <= 1).all()
    with pytest.raises(ReadingError, match="have lines: expected the number of all, not 3"):
        class_lines(own, 3)


def test_who_has_not_coded_enough_is_not_counted(case, forty):
    less = forty.copy()
    less.loc[less["coder"] == "made 01", "recipient"] = ""
    assert len(who_can_draw(less)) == 39
    assert "Of 39 coders" in class_map(less, case).words
    assert class_table(less, case)["coders"].str.endswith(" of 39").all()


def test_the_class_map_shows_width_number_and_words(case, forty):
    picture = class_map(forty, case, "made 07")
    axes, beside = picture.figure.axes
    lines = class_lines(own_ties(forty, case), 40)
    drawn = {line.get_gid(): line for line in axes.get_lines() if ":" in (line.get_gid() or "")}
    assert len(drawn) == len(lines)
    widths = [
        drawn[f"{row['source']}-{row['target']}:{row['sign']}"].get_linewidth()
        for row in lines.to_dict("records")
        if row["sign"]
    ]
    shares = lines.loc[lines["sign"] != 0, "share"]
    assert pd.Series(widths).corr(shares.reset_index(drop=True)) == pytest.approx(1)
    assert "Niger–United States hostile 40 (100 %)" in picture.words
    assert "made 07 has" in picture.words and beside.get_title(loc="left") == "made 07"
    with pytest.raises(ReadingError, match="There is no coder 'P99'; expected one of made 01"):
        class_map(forty, case, "P99")


def test_where_a_class_parts_over_a_line_both_are_there(case):
    base = case.codings.query("coder == 'A' and sentence == 14 and main == 'yes'")
    said = ["friendly"] * 6 + ["hostile"] * 4
    rows = pd.concat([base.assign(coder=f"P{n}", valence=v) for n, v in enumerate(said)])
    lines = class_lines(own_ties(rows, case), 10)
    assert dict(zip(lines["sign"], lines["share"], strict=True)) == {1: 0.6, -1: 0.4}
    assert "The class parts over Niger–United States." in class_map(rows, case).words


def test_one_can_click_a_line_and_read_who_wrote_what(case, forty):
    explorer = ClassExplorer(forty, case)
    explorer.selected = "NER|USA"
    [tie] = [tie for tie in explorer.snapshot["ties"] if tie["key"] == "NER|USA"]
    assert tie["words"] == "hostile: 40 of 40 would draw it (100 %)"
    assert (tie["mark"], tie["width"]) == ("100", 9.0)
    assert "hostile 40 (100 %)" in explorer.picture().words
    assert "100" in set(explorer.table()["of 100 coders"])
    card = explorer.chart["cards"][tie["events"][0]]
    facts = dict(card["facts"])
    many, _, names = facts["Written by"].partition(": ")
    assert int(many) == len(names.split(", ")) and names.startswith("made ")
    assert card["text"][0] == case.sentences["text"].iloc[0]
    [coder, *_] = names.split(", ")
    explorer.source = coder
    own = own_ties(forty, case).query("coder == @coder")
    drawn = explorer.ties()
    assert drawn[["source", "target"]].sort_values(["source", "target"]).to_numpy().tolist() == (
        own[["source", "target"]].to_numpy().tolist()
    )
    assert f"on {coder}'s own map" in explorer.snapshot["ties"][0]["words"]
    assert "text/html" in explorer._repr_mimebundle_()[0]


def test_what_a_student_wrote_is_shown_and_never_run(case, forty):
    bold = forty.assign(action="<img src=x onerror=alert(1)>")
    explorer = ClassExplorer(bold, case)
    assert "<img src=x" not in explorer._repr_mimebundle_()[0]["text/html"]


def test_however_many_coders_there_are_their_ties_are_made_at_once(case, monkeypatch):
    asked = []

    def counted(*arguments, **options):
        asked.append(arguments)
        return ties(*arguments, **options)

    monkeypatch.setattr(lines_module, "ties", counted)
    for coders in (4, 200):
        own = own_ties(made_codings(case, coders), case)
        assert own["coder"].nunique() == coders
    assert len(asked) == 2
