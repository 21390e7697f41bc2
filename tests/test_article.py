import pytest

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
