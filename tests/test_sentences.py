import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment.article.sentences import split

# One row a paragraph: its language, and its sentences.
PARAGRAPHS = [
    ("fr", "Le président a reçu M. Abdou à Paris.|Mme. Diallo, le Dr. Ba et Mgr. Lompo y étaient."),
    ("fr", "Le gén. Tiani et le col. Amadou sont là.|Selon l'art. 5, rien.|L'O.N.U. a dit non."),
    ("fr", "Le n° 3 du régime a fui, p. ex. à Niamey, c.-à-d. loin.|En 52 av. J.-C. César vint."),
    ("fr", "Il attend…|Puis il part.|« Est-ce fini ? » a-t-il demandé.|« Non ! »|Il sort."),
    ("fr", "L'acc. de 2012 est fini.|Le lt.-col. Ba et MM. Sow et Fall l'ont dit (cf. annexe)."),
    (
        "en",
        "Amb. John Smith met Maj.-Gen. Toumba.|The U.S. Army left.|He lives in the U.S.|The end.",
    ),
    ("en", "Gov. Smith, Sen. Jones, Cllr. Brown and Lt. Col. Ba met at 5 a.m. on Jan. 5.|He left."),
    ("en", "No. 3 was first.|He said no.|Then he left.|See Fig. 2, p. 5 and Art. V of it."),
    ("en", "St. Louis came.|He lives on Main St.|The firm, Acme Inc. of Ohio, left.|Mr. J. F. Ba."),
    ("en", "It was 5 p.m. Saturday.|The bus left at 6 p.m.|He took vitamin C.|Then he slept."),
    ("en", "It ended.[1]|Then more.¹|Another one.(2)|Yes.3|It is over.*|Done."),
    ("en", "He said “We will not yield.”|Then he left.|“Stop!” he cried.|(It was late.)|She sat."),
    ("en", "The UN left.|al-Shabaab stayed.|“Frank … talks” went on.|He waited... then went."),
    (
        "es",
        "Los EE. UU. salieron.|El art. 1.º lo dice, y el n.º 3 también.|El Sr. Ruiz dice que no.",
    ),
    ("es", "La Dra. Díaz y el gral. Tiani, p. ej., llegaron.|¿Quién gana?|¡Nadie!"),
    ("pt", "O gen. Tchiani e a Sra. Costa leram o art. 5.º da lei.|O 1.º ministro veio."),
    ("de", "Das gilt z. B. für Niger, d. h. u. a. für Gen. Tiani.|Am 3. Oktober kam Dr. Ba."),
    ("de", "Nr. 3 kostet ca. 5 Mio. Euro bzw. mehr.|Es waren 16.|Dann ging er.|In der 2. Liga."),
    ("it", "Il gen. Tiani e il Dott. Rossi, cfr. sopra, sono qui.|Secondo l'art. 5 no."),
    ("ru", "Об этом сообщил г. Иванов.|А. С. Пушкин жил там."),
    ("ar", "أنهت النيجر الاتفاق.|قالت واشنطن إنها على علم؟|نعم!|قال د. محمد ذلك."),
    ("ru", "НИАМЕЙ, 16 марта. /ТАСС/. Власти разорвали договор.|«Мы уходим!» — сказал он.|Все."),
    ("en", "MOSCOW, March 16. /TASS/. Niger left.|“Out!” — so he said.|Ret. Gen. Ba agreed."),
    ("fr", "« Partez ! » – lance-t-il.|« Quand ? » — demande-t-elle.|– Demain.|Il sort."),
    ("es", "—¡Nunca! —dijo él.|—¿Por qué? —preguntó ella.|Salió."),
    ("de", "Es kamen Ärzte usw.|Danach war Ruhe."),
    ("hi", "डॉ. सिंह ने कहा कि यह अंतिम है।|हाँ।"),
    ("en", "Q. Why did they leave?|They were told to."),
    ("ur", "نائجر نے معاہدہ ختم کر دیا۔|امریکہ نے کہا۔"),
    ("hi", "नाइजर ने समझौता समाप्त किया।|अमेरिका ने कहा।"),
    ("am", "ኒጀር ስምምነቱን አቋረጠች።|ማን ጠቀመ፧|አሜሪካ።"),
    ("hy", "Նիգերն ավարտեց։|ԱՄՆ-ն իմացավ։"),
    ("km", "កម្ពុជា។|ថៃ។"),
]


@pytest.mark.parametrize("told", [True, False], ids=["language told", "not told"])
@pytest.mark.parametrize(("language", "marked"), PARAGRAPHS, ids=lambda text: text[:20])
def test_a_paragraph_is_cut_where_its_sentences_end(language, marked, told):
    expected = marked.split("|")
    assert split(" ".join(expected), language if told else "en") == expected


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("尼日尔终止协议。美国表示知悉！好？", ["尼日尔终止协议。", "美国表示知悉！", "好？"]),
        ("“我们不会屈服。”他说。", ["“我们不会屈服。”他说。"]),
        ("合意を終了した。「そうだ。」と述べた。", ["合意を終了した。", "「そうだ。」と述べた。"]),
    ],
)
def test_scripts_without_spaces_are_cut_too(text, sentences):
    assert split(text, "en") == sentences


@pytest.mark.parametrize("mark", ["1.", "12)", "(3)", "a)", "iv."])
def test_the_number_of_a_point_is_no_sentence(mark):
    assert split(f"{mark} Officers took power. It rained.") == [
        f"{mark} Officers took power.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    "title", "M. Mme. Dr. Gén. Col. Amb. Sen. Gov. Sr. Sra. Prof. Lt. Sgt.".split()
)
@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "de", "ar", "no"])
def test_no_sentence_ends_behind_a_title(title, language):
    text = f"Then {title} Abdou met {title} Le Pen."
    assert split(text, language) == [text]


WORDS = st.sampled_from(
    "M. No. U.S. Niger left said. yes? “No.” « Oui. » … ... 1. 3.º (late) [1] ¹ The he Le Dr. 。 ؟ "
    "a) EE. UU. 5 p.m. \"x\" 'y.' ) ( ” J.-P. Main St.".split()
)


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(["en", "fr", "de", "zh"]))
def test_every_sign_of_a_paragraph_is_in_one_sentence(words, language):
    paragraph = " ".join(words)
    sentences = split(paragraph, language)
    assert "".join("".join(sentences).split()) == "".join(paragraph.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences)
