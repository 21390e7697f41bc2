import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment.article import MOST_SENTENCES, read_article
from realignment.cases import read_case
from realignment.errors import ReadingError

# The form in which the story was published: a date before the first word, headings without a mark,
# a last line on the publication. The words are made up.
AS_PUBLISHED = """ date 2024-03-17 A harbour town said it was closing its "old pier".

The mayor decided to "denounce'' the lease, the council said on Saturday evening.

A spokesman said it came after "frank talks ... about our boats" with the council's "plans."

'No longer needed'

The port gave an identical statement. The council says the pier is no longer needed.

The ferries

He has not been paid yet.

Published: 17 March 2024 (a Sunday)
"""


def test_the_retelling_has_sixteen_sentences_in_fourteen_paragraphs_under_two_headings():
    article = read_case("niger_2024").article
    sentences = article.sentences
    assert len(sentences) == 16 and sentences["paragraph"].nunique() == 14
    assert article.headings == ("'No longer justified'", "The French")
    assert list(sentences["sentence"]) == list(range(1, 17))
    two = sentences.groupby("paragraph").size()
    assert list(two[two == 2].index) == [6, 10]
    assert sentences["heading"].eq("").sum() == 4


def test_three_dots_inside_a_sentence_do_not_end_it():
    sentences = read_case("niger_2024").sentences
    assert "... about our concerns" in sentences["text"][3]


def test_the_published_form_is_read_too(tmp_path):
    path = tmp_path / "original.txt"
    path.write_text(AS_PUBLISHED, encoding="utf-8")
    article = read_article(path)
    assert article.published == "2024-03-17"
    assert article.headings == ("'No longer needed'", "The ferries")
    texts = list(article.sentences["text"])
    assert len(texts) == 6 and article.sentences["paragraph"].max() == 5
    assert texts[0].startswith("A harbour town") and "Published" not in texts[-1]
    assert texts[2].endswith('"plans."')


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path, newline, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(AS_PUBLISHED.replace("\n", newline).encode(encoding))
    assert len(read_article(path).sentences) == 6


def test_windows_1252_is_read_where_the_file_says_so(tmp_path):
    text = "---\ntitle: Été\nencoding: windows-1252\n---\nUne phrase « déjà » dite – à Zinder.\n"
    path = tmp_path / "a.md"
    path.write_bytes(text.encode("cp1252"))
    assert read_article(path).sentences["text"][0] == "Une phrase « déjà » dite – à Zinder."
    path.write_bytes(text.replace("encoding: windows-1252\n", "").encode("cp1252"))
    with pytest.raises(ReadingError, match="is not UTF-8; expected UTF-8 text, or a line"):
        read_article(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b" \n\n\t", "the file is empty"),
        (b"\x00\x01\x02PNG", "this is a binary file"),
        (b"abc \xff\xfe def", "is not UTF-8"),
        (b"<!DOCTYPE html><html><body><p>Hello.</p></body></html>", "this is a web page"),
        (b"<p>One.</p><p>Two.</p><div>Three.</div>", "this is a web page"),
        (b"---\ntitle [\n---\nA sentence.", "cannot be read; expected lines such as"),
        (b"---\npublished: last week\n---\nA sentence.", "'published: last week' is no date"),
        (b"---\ntitle: T\n---\n\n# Only a heading\n", "no sentence was found"),
        (b"1234. 5678.", "no sentence was found"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(tmp_path, content, says):
    path = tmp_path / "bad.md"
    path.write_bytes(content)
    with pytest.raises(ReadingError) as refused:
        read_article(path)
    assert says in str(refused.value) and "bad.md" in str(refused.value)
    assert "expected" in str(refused.value) and path.read_bytes() == content


def test_a_million_sentences_are_refused_at_once(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("It rains.\n\n" * 1_000_000, encoding="utf-8")
    with pytest.raises(ReadingError, match="the file has 11 MB; expected one article"):
        read_article(path)
    path.write_text("It rains.\n\n" * (MOST_SENTENCES + 1), encoding="utf-8")
    with pytest.raises(ReadingError, match="more than 2,000 sentences"):
        read_article(path)


@pytest.mark.parametrize("marks", ["![a](", "[", "*a", "M. ", "“Word… ", "a"])
def test_a_text_that_goes_on_and_on_is_refused_at_once(tmp_path, marks):
    with pytest.raises(ReadingError, match="signs; expected one article"):
        read(tmp_path, marks * 200_000)


def test_a_missing_article_is_named(tmp_path):
    with pytest.raises(ReadingError, match="there is no such file"):
        read_article(tmp_path / "none.md")


def test_an_article_shows_its_numbers_and_escapes_its_text(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: <b>T</b>\n---\n# A heading\n\nOne <script>alert(1)</script> sentence.\n\n"
        "Hidden \u202e text.\n",
        encoding="utf-8",
    )
    shown = read_article(path)._repr_mimebundle_()
    assert "<script>" not in shown["text/html"] and "&lt;script&gt;" in shown["text/html"]
    assert "&lt;b&gt;T" in shown["text/html"] and "[U+202E]" in shown["text/html"]
    assert "[1]" in shown["text/html"] and "[2] Hidden [U+202E] text." in shown["text/plain"]


def read(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def texts(article):
    return list(article.sentences["text"])


# --- the lines above -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "---\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n---\n",
        "--- \ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n---\t\n",
        "---\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n...\n",
        "\n\n---\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n---\n",
        "\ufeff---\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n---\n",
        "---\nTitle: 'Gabon: coup'\nDate: \"2023-08-30\"\nLANGUAGE: fr\n\n# a remark\n---\n",
        "Title: Gabon: coup\nDate: 2023-08-30\nlanguage: fr\n\n",
        "—\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n—\n",
        "—-\ntitle: Gabon: coup\npublished: “2023-08-30”\nlanguage: fr\n———\n",
        "----\ntitle: Gabon: coup\npublished: 2023-08-30\nlanguage: fr\n…\n",
        "---\ntitle\u00a0: Gabon: coup\npublished：2023-08-30\nlanguage:fr\n---\n",
    ],
)
def test_the_lines_above_are_read_however_they_are_fenced(tmp_path, above):
    article = read(tmp_path, f"{above}Le général est là.\n")
    assert (article.title, article.published) == ("Gabon: coup", "2023-08-30")
    assert article.language == "fr" and texts(article) == ["Le général est là."]


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        ("title: Yes", "title", "Yes"),
        ("title: 2024", "title", "2024"),
        ("title: [Video] &a *b* {c} | d # e", "title", "[Video] &a *b* {c} | d # e"),
        ("title: 'Niger''s junta'", "title", "Niger's junta"),
        ('title: "He said \\"no\\""', "title", 'He said "no"'),
        ("title:", "title", ""),
        ("language: no", "language", "no"),
        ("language: pt_BR", "language", "pt-BR"),
        ("source: https://x.y/z: a", "source", "https://x.y/z: a"),
        ("licence: CC-BY-4.0", "licence", "CC-BY-4.0"),
        ("published: 2024-03", "published", "2024-03"),
    ],
)
def test_a_value_is_its_own_letters(tmp_path, line, attribute, value):
    article = read(tmp_path, f"---\n{line}\n---\nOfficers took power.\n")
    assert getattr(article, attribute) == value


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("published: 2024-02-30", "February 2024 has 29 days"),
        ("Date: 17 March 2024", "'Date: 17 March 2024' is no date"),
        ("published: 2023-24", "write 2023-12/2024-02"),
        ("publised: 2024-03-17", "is 'published' meant?"),
        ("author: A\nurl: B", "'author', 'url' are no keys"),
        ("title: A\ntitle: B", "'title' is there twice"),
        ("date: 2024\npublished: 2024", "is there twice"),
        ("tags:\n  - a", "the line"),
        ("language: French", "write 'language: fr'"),
        ("language: xq", "is no language tag"),
        ("just some words", "the line 'just some words' above the article cannot be read"),
    ],
)
def test_what_the_lines_above_cannot_say_is_told_in_one_sentence(tmp_path, line, says):
    with pytest.raises(ReadingError) as refused:
        read(tmp_path, f"---\n{line}\n---\nOfficers took power.\n")
    assert says in str(refused.value) and "a.md" in str(refused.value)


def test_a_front_matter_without_an_end_and_an_impossible_day_in_the_text_are_refused(tmp_path):
    with pytest.raises(ReadingError, match="begins with '---' and does not end"):
        read(tmp_path, "---\ntitle: A\nOfficers took power.\n")
    with pytest.raises(ReadingError, match="between two lines '---'"):
        read(tmp_path, '+++\ntitle = "A"\n+++\nOfficers took power.\n')
    with pytest.raises(ReadingError, match="February 2023 has 28 days"):
        read(tmp_path, "date 2023-02-29 Officers took power.\n")


# --- the layout ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paragraph",
    [
        "« Nous ne céderons pas. »",
        "« Nous ne céderons pas »",
        "“We will not yield”",
        '"We will not yield"',
        "„Wir geben nicht nach“",
        "「もはや正当化できない」",
        "Who benefits?",
        "« Qui gouverne ? »",
        "من المستفيد؟",
        "谁受益？",
        "It is over.[1]",
        "It is over.¹",
        "It is over.3",
        "It is over…",
        "He said:",
    ],
)
def test_a_short_paragraph_that_is_text_is_no_heading(tmp_path, paragraph):
    article = read(tmp_path, f"Officers took power.\n\n{paragraph}\n\nFrance left.\n")
    assert texts(article) == ["Officers took power.", paragraph, "France left."]
    assert not article.headings and not article.left_out


@pytest.mark.parametrize(
    "marked", ["**It is over.**", "**It is over**", "*It is over.*", "> It is over."]
)
def test_bold_and_quoted_paragraphs_are_text(tmp_path, marked):
    article = read(tmp_path, f"Officers took power.\n\n{marked}\n\nFrance left.\n")
    assert [text.strip(".") for text in texts(article)][1] == "It is over" and not article.headings


def test_each_point_of_a_list_is_a_sentence_of_its_own(tmp_path):
    for marks in ("- {}", "* {}", "• {}", "– {}", "{}"):
        points = ["Officers took power", "The African Union condemned the coup", "France left"]
        listed = "\n".join(marks.format(point) for point in points)
        article = read(tmp_path, f"It was a Wednesday.\n\n{listed}\n\nThat was all.\n")
        assert texts(article)[1:-1] == points and not article.headings
        assert article.sentences["paragraph"].is_unique
    article = read(tmp_path, "1. Officers took power.\n2. France left\n\n3) Mali too.\n")
    assert texts(article) == ["1. Officers took power.", "2. France left", "3) Mali too."]


@pytest.mark.parametrize(
    "dateline",
    [
        "NIAMEY, 17 March 2024 (AFP)",
        "March 17, 2024",
        "17 mars 2024",
        "17. März 2024",
        "2024-03-17",
    ],
)
def test_a_title_and_a_dateline_do_not_run_into_the_first_sentence(tmp_path, dateline):
    title = "Niger ends its military accord with the United States"
    first = "The junta said on Saturday that it was ending its accord."
    for break_ in ("\n", "\n\n"):
        article = read(tmp_path, break_.join([title, dateline, "By Jane Doe", first]) + "\n")
        assert texts(article) == [first] and article.title == title
        assert article.headings == (title,) and article.left_out == (dateline, "By Jane Doe")


def test_lines_that_were_broken_at_a_width_are_one_paragraph(tmp_path):
    wrapped = (
        "The French\nTowards France, once the colonial power, the junta in Niamey has taken a\n"
        "Hard line as well, compelling French troops to withdraw after nearly ten\nyears.\n"
    )
    article = read(tmp_path, f"Officers took power.\n\n{wrapped}")
    assert article.headings == ("The French",) and len(article.sentences) == 2
    assert "taken a Hard line" in texts(article)[1]


def test_the_marks_of_markdown_are_taken_off(tmp_path):
    article = read(
        tmp_path,
        "Title\n=====\n\nThe [State *Department*](https://x.y/a_(b) 'T') was **aware** of it.[^1]\n"
        "![A map](m.png)\n\n* * *\n\nA [second][2] word &amp; file_name, 5 * 3.\n\n---\n\n"
        "## The **French**\n\nThey left ``at once''.\n\n[^1]: Says AFP.\n[2]: http://x.y\n",
    )
    assert texts(article) == [
        "The State Department was aware of it.",
        "A second word & file_name, 5 * 3.",
        "They left ``at once''.",
    ]
    assert article.headings == ("Title", "The French") and article.left_out == ("Says AFP.",)


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Mali leaves",
        "*Read also:* [Mali leaves](http://x.y)",
        "À lire aussi : Le Mali sort",
        "Lea también: Malí sale",
        "Leia também: Mali sai",
        "Lesen Sie auch: Mali geht",
        "اقرأ أيضا: مالي تغادر",
        "[Mali leaves the bloc](http://x.y)",
        "https://x.y/z",
    ],
)
def test_what_leads_to_other_pages_is_left_out_and_told(tmp_path, line):
    article = read(tmp_path, f"Officers took power.\n\n{line}\n\nFrance left.\n")
    assert texts(article) == ["Officers took power.", "France left."] and not article.headings
    assert len(article.left_out) == 1 and "Left out: " in repr(article)


def test_a_sentence_that_begins_like_such_a_line_stays(tmp_path):
    text = "Read also the report of the U.N. panel."
    assert texts(read(tmp_path, f"Officers took power.\n\n{text}\n")) == [
        "Officers took power.",
        text,
    ]


def test_articles_in_other_scripts_are_read(tmp_path):
    article = read(
        tmp_path,
        "尼日尔周六宣布终止与美国的军事协议。美国表示知悉。\n\n背景\n\n军方去年推翻了总统。\n",
    )
    assert len(article.sentences) == 3 and article.headings == ("背景",)
    thai = "ไนเจอร์ยกเลิกข้อตกลงทางทหารกับสหรัฐอเมริกาเมื่อวันเสาร์ที่ผ่านมา และสหรัฐรับทราบแล้ว"
    assert texts(read(tmp_path, thai)) == [thai]


PROSE = st.lists(
    st.sampled_from(
        [
            "Officers took power.",
            "The French",
            "« Non »",
            "By Jane Doe",
            "1. One",
            "- Two",
            "# Head",
        ]
        + [
            "Read also: x",
            "17 March 2024",
            "Who?",
            "and so on,",
            "M. Abdou",
            "---",
            "> Said",
            "",
            "",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(PROSE)
def test_nothing_that_was_written_is_lost_in_silence(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("prose") / "a.md"
    path.write_text("Niger left.\n\n" + "\n".join(lines), encoding="utf-8")
    article = read_article(path)
    kept = " ".join([*texts(article), *article.headings, *article.left_out])
    words = [word for line in lines for word in line.split() if word.strip("#>-")]
    assert sorted(kept.split()) == sorted(["Niger", "left.", *words])


def test_a_title_of_two_lines_and_the_author_and_day_below_it_stand_apart(tmp_path):
    article = read(
        tmp_path,
        "Niger ends accord with the\nUnited States\nBY JANE ROE\n16 March 2024\n\n"
        "Niger said on Saturday that it had ended the accord. The decision was final.\n",
    )
    assert article.title == "Niger ends accord with the United States"
    assert article.left_out == ("BY JANE ROE", "16 March 2024") and len(article.sentences) == 2


def test_notes_below_the_text_are_left_out_where_the_text_leads_to_them(tmp_path):
    noted = read(tmp_path, "It ended.[1][2] It stays.¹\n\n[1] A. B.\n[2] Source: AFP.\n¹ Ibid.\n")
    assert texts(noted) == ["It ended.[1][2]", "It stays.¹"]
    assert noted.left_out == ("A. B.", "Source: AFP.", "Ibid.")
    numbered = read(tmp_path, "[1] Niger ended the accord.\n\n[2] They left.\n")
    assert len(numbered.sentences) == 2 and numbered.left_out == ()


def test_who_worked_with_the_author_is_no_part_of_the_story(tmp_path):
    credit = "(Reporting by John Doe; Editing by Jane Roe)"
    article = read(
        tmp_path, f"Niger ended it. Reporting by AP shows why.\n\n{credit}\n\nWith AFP\n"
    )
    assert article.left_out == (credit, "With AFP") and len(article.sentences) == 2
