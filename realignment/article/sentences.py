"""Where a sentence ends, in the languages and scripts that news is written in.

The first cuts are those of the ``sentencex`` library, which knows the stops of most scripts and
keeps a quotation or a bracket whole. Its lists of abbreviations differ much from language to
language (the French one has no *M.*, the English one no *Amb.*), and an article need not say its
language. So every cut is judged again here, by rules that hold in all of them: a title is followed
by a name, *No.* by a number, and after *U.S.* a new sentence begins only with a word that begins
sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import sentencex

STOPS = ".!?…։؟۔܀܁܂߹।॥၊။።፧፨᙮᠃᠉᥄᥅᭚᭛᭞᭟᰻᰼᱾᱿‼‽⁇⁈⁉⸮。꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫﹒﹖﹗！．？｡។៕།༎"
"""What ends a sentence (Unicode property Sentence_Terminal; with …, the Khmer and Tibetan ones)."""

OPENING = "«‹“„‟‘‚\"'「『《〈（([¿¡"
CLOSING = "»›”’“‘\"'」』》〉）)]"
NOTE_MARK = (
    r"(?:\[(?:\^|[Nn]otes? )?[\w,–-]{1,5}\]|\([0-9]{1,2}\)|[⁰¹²³⁴-⁹]|[*†‡]"
    r"|(?<=[^\W\d][.!?…»”])[0-9]{1,2})"
)
"""A mark that leads to a footnote, behind the stop or before it."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The lists hold English, French, Spanish, Portuguese, German, Italian and some Russian, without
# their last stop and in lower case.

_TITLES = _words(
    "eng bot exa org alb tuğg bi dkt dyw hab płk bel sig.ra dpto depto mr mrs ms mx messrs div fa "
    "dr drs prof profs exc me dhr mevr mw pr hon rev msgr mgr mons sr sra srta srs sras dña dra "
    "lic ing arq exmo exma exmos profa m mm mme mmes mlle mlles vve hr hrn frl sig dott avv gen "
    "gén gal gral col cel cnel cor lt lieut ltn ten tte tcol tcnel capt cpt cap cdr cmdr cdt cmdt "
    "cdte comdt maj may sgt sgto sarg adj adjt adm alm vadm radm brig insp supt det cpl pvt pte "
    "gov gob sen rep reps sens pres prés amb emb min secr hon dep dip del atty cllr ald comm "
    "commr ste sto sta abg vors präs stv dir fr mag magn ven ret डॉ प्रो श्री सुश्री ড ডা মো"
)
"""Before a name, so that no sentence ends behind them."""

_TITLES_IN_SMALL_LETTERS = _words(
    "dhr mevr mw płk dyw hab ul eng exa avv ген div gen gén gal gral col cel cnel lt lieut ltn "
    "tte tcol tcnel capt cpt cdr cdt cmdt cdte comdt maj sgt sgto adj adjt adm alm brig cpl dr "
    "dra drs prof profa pr mr mme mmes mlle mgr sr sra srta srs sras lic sig dott avv amb prés г "
    "г-н г-жа им проф ген акад тов ул"
)
"""Those that are written small as well. The others are words of their own when small."""

_NEVER_LAST = _words(
    "incl excl gem np m.in bijv d.w.z cfr d.lgs o.l.v q.e.p.d cf vs viz approx env bzw vgl ggf "
    "evtl sog inkl einschl zzgl ca e.g i.e z.b d.h u.a p.ex p.ej c.-à-d s.o i.d.r m.e a.d u.u v.a "
    "resp т.е напр"
)
"""In the middle of a sentence by their meaning."""

_NUMBERED = _words(
    "párr fls fl godz segs cl apdo lám bzgl no nos nr nº num núm núms n art arts p pp pág págs "
    "pag abs ziff vol fig figs ch chap cap sec sect par t éd ed al liv kap bd rn doc res rés "
    "résol resol inc § ст п рис jan janv ene feb febr févr fév fev mar apr abr avr jun jul juil "
    "juill aug ago sep sept set oct okt out nov dec déc dez dic"
)
"""Before a number: the cut goes where one follows, and stays where none does."""

_DOUBTFUL = _words(
    "inc ltd ltda co corp llc plc gmbh jr univ dept govt gvt assn assoc ave blvd rd mt ft intl "
    "natl tel tél av bd apr prov dist ext int cía cia hnos lda ph.d m.d a.m p.m ex ej bros est st "
    "pol mio mrd mln млн тыс руб"
)
"""In a sentence or at its end: there a new one begins, if it does, with one of the next words."""

STARTERS = _words(
    "The A An In On At By For From To With Of As If When While After Before Since But And Or So "
    "Yet Then There Here This That These Those He She It They We I You His Her Its Their Our My "
    "Who What Why How Where Not No Yes Some Many Most All Both Each Another Other However "
    "Meanwhile Also Now Today Yesterday Last Next Under Over Only Even Still During Despite "
    "According Le La Les Un Une Des Du De Il Elle Ils Elles Nous Vous Je Ce Cet Cette Ces Mais Et "
    "Ou Où Or Donc Car Ni Si Dans Sur Sous Pour Par Avec Sans Après Avant Depuis Selon En À Au "
    "Aux Son Sa Ses Leur Leurs Notre Puis Alors Ainsi Cependant Toutefois Pourtant Quand Lors "
    "Hier Tous Plusieurs El Los Las Unos Él Ella Ellos Ellas Del Al Y O Pero Por Para Con Sin "
    "Sobre Según Tras Desde Hasta Su Sus Este Esta Estos Estas Eso Esto Se Sí Cuando Como "
    "Entonces Luego Hoy Ayer También Os As Um Uma Ele Ela Eles Elas Na Nos Nas Do Da Dos Das Mas "
    "E Ou Sem Segundo Após Até Seu Sua Isso Quando Então Depois Não Ontem Hoje Der Die Das Den "
    "Dem Ein Eine Einen Er Sie Es Wir Ihr Ich Im Am An Auf Aus Bei Mit Nach Von Vor Zu Zum Zur "
    "Und Aber Oder Doch Denn Dann Als Wenn Seine Ihre Dies Diese Dieser Nicht Auch Da Laut Seit "
    "Danach Daraufhin Ensuite Enfin Poi Quindi Потом Затем Тогда "
    "Man Nur Noch Damit Lo Gli Uno Ma Per Nel Nella Dopo Secondo Anche Het Een En Hij Zij Maar Он "
    "Она Они Оно Мы Я В На И Но А По Это Однако"
)

_PARTICLES = _words("De Da Do Dos Du Di Van Von Bin Ben")
"""Between an initial and a name."""

MONTHS = _words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember "
    "januari februari maart januar mars"
)
_ORDINALS_WITH_STOP = _words("de nl da nb nn no fi sv cs sk pl hu hr sl sr et lv is lb tr")
"""Languages that write *3. Oktober*."""

_GERMAN_BEFORE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Zz]u[mr]|vom|beim) \d+\.\s*\Z"
)
_NUMBER = re.compile(r"\W{0,2}(?:[0-9]|(?:[IVXLC]{2,}|[VX])\b)")
_ROMAN = re.compile(r"[IVXLC]+")
_LAST_TOKEN = re.compile(r"([^\s(\[«“„\"'’‘/–—]+)\.\Z")
_NEXT_WORD = re.compile(rf"[{re.escape(OPENING)}\s]*([^\W\d_]+)(['’.]?)")
_LIST_MARK = re.compile(r"\s*\(?(?:(?:[0-9]{1,3}|[ivx]{1,5})[.)]|[A-Za-z]\)|[QAR]\.)(?:\s+|\Z)")
_AGENCY = re.compile(r"\s*(?:\([^().!?…]{1,30}\)|[–—-]{1,2} ?\w{2,30})\s*")
_WIRE = re.compile(r"/\w{2,20}/\.?[\s–—-]*")
"""How some agencies sign behind the place and the day: /TASS/."""
_WHO_SAID = re.compile(r"\s*[–—-]\s?(?P<first>[^\W\d_])")
_ELISION = _words("L D C S N J M Qu")
_ELLIPSIS = re.compile(rf"(?:…|\.\.\.)[{re.escape(CLOSING)}\s]*\Z")
_ASIDE = re.compile(rf"[{re.escape(STOPS)}][{re.escape(CLOSING)}\s]*\Z")
_MARKS_FIRST = re.compile(rf"{NOTE_MARK}+(?=\s|\Z)")
_MISSED = re.compile(
    rf"(?<=[។៕།༎])[{re.escape(CLOSING)}]*\s+(?=\S)"
    rf"|(?<=[\w{re.escape(CLOSING)}])(?:…|\.\.\.)[{re.escape(CLOSING)}]*\s+"
    rf"(?=[{re.escape(OPENING)}]*[^\W\d_])"
    rf"|(?<=\w)\.\s+(?=[^\W\d_]+[\s'’])"
    rf"|(?<=[^\W\d])[.!?…][0-9]{{1,2}}\s+(?=\S)"
    rf"|(?<=\w)[.!?…]\s+(?=[¿¡])"
    rf"|(?<=[.!?…])[)\]]\s+(?=\S)"
)
_LOOK = 100
"""Signs."""
_PAIRS = {"“": "”", "«": "»", "„": "“", "(": ")", "[": "]", "「": "」", "『": "』", "（": "）"}


def split(paragraph: str, language: str = "en") -> list[str]:
    """Return the sentences of a paragraph, in their order and without space around them.

    Parameters
    ----------
    paragraph
        Running text without line ends.
    language
        Language tag, ``"fr"`` or ``"fr-NE"``.

    >>> split("Le président a reçu M. Abdou à Paris. Le gén. Tiani était là.", "fr")
    ['Le président a reçu M. Abdou à Paris.', 'Le gén. Tiani était là.']
    """
    tongue = re.split("[-_]", language)[0].lower()
    mark = _LIST_MARK.match(paragraph)
    number = mark[0] if mark and mark.end() < len(paragraph) else ""
    sentences: list[str] = []
    current = number
    for piece in _pieces(paragraph.removeprefix(number), tongue):
        before = _ends_of(current)
        if not before or current == number or _belongs(before, piece, tongue):
            current += piece
            continue
        marks = _MARKS_FIRST.match(piece) if _touches(before) else None
        end = marks.end() if marks else 0
        current += piece[:end]
        if piece[end:].strip():
            sentences.append(current.strip())
            current = piece[end:]
    return [*sentences, current.strip()] if current.strip() else sentences


def _pieces(paragraph: str, tongue: str) -> Iterator[str]:
    """Cut where the library cuts, and where it has missed a stop."""
    for piece in sentencex.segment(tongue, paragraph):
        begin = seen = 0
        marks = dict.fromkeys(['"', *_PAIRS, *_PAIRS.values()], 0)
        for found in _MISSED.finditer(piece):
            end = found.end()
            for mark in marks:
                marks[mark] += piece.count(mark, seen, end)
            seen = end
            before = _ends_of(piece[begin:end])
            if not _is_open(marks) and _begins_one(before, piece[end : end + _LOOK]):
                yield piece[begin:end]
                begin = end
        yield piece[begin:]


def _is_open(marks: dict[str, int]) -> bool:
    """Tell from the marks so far whether a quotation or a bracket is open."""
    return bool(marks['"'] % 2) or any(marks[a] > marks[b] for a, b in _PAIRS.items())


def _ends_of(text: str) -> str:
    """Return the two ends of a text, all that is looked at, so that a long one stays quick."""
    return text if len(text) < 3 * _LOOK else text[:_LOOK] + text[-_LOOK:]


def _begins_one(before: str, after: str) -> bool:
    """Tell whether a sentence begins at a stop that the library has passed over."""
    before = before.strip()
    if before[-1] in ")]" and before[0] not in "([":
        return False
    numbered = before[-1].isdigit()
    if numbered or not before.endswith(".") or _ELLIPSIS.search(before):
        is_title = numbered and _kind(_token(before.rstrip("0123456789"))) != "word"
        word = _NEXT_WORD.match(after)
        return bool(word and not word[1][0].islower() and not is_title)
    token = _token(before)
    kind = _kind(token)
    may_end = kind == "doubtful" or (token.islower() and kind not in {"title", "never"})
    return may_end and len(token) > 1 and (_is_starter(after) or after[0] in "¿¡")


def _touches(text: str) -> bool:
    return bool(text) and not text[-1].isspace()


def _token(text: str) -> str:
    """Return the last word before a stop, without the first part of a compound: Gen of Maj.-Gen."""
    found = _LAST_TOKEN.search(text.rstrip())
    if not found:
        return ""
    token = found[1]
    return token if token.lower() in _NEVER_LAST else token.split("-")[-1]


def _kind(token: str) -> str:
    """Name what a word with a stop behind it can be."""
    small = token.lower()
    if small in _NEVER_LAST:
        return "never"
    if small in (_TITLES_IN_SMALL_LETTERS if token.islower() else _TITLES):
        return "title"
    if len(token) == 1 and token.isupper() and small not in _TITLES:
        return "doubtful"
    if small in _NUMBERED or small.endswith("str"):
        return "numbered"
    if small in _DOUBTFUL or _is_shortened(token):
        return "doubtful"
    return "word"


def _is_shortened(token: str) -> bool:
    """Tell an initial, an acronym with stops, EE. UU., and letters without a vowel: Cllr."""
    parts = token.split(".")
    if all(len(part) == 1 and part.isalpha() for part in parts):
        return True
    if len(token) == 2 and token.isupper() and token[0] == token[1]:
        return True
    return (
        token.isalpha()
        and max(token) < "ɐ"  # Latin letters
        and not token.isupper()
        and 1 < len(token) < 6
        and not set(unicodedata.normalize("NFD", token.lower())) & set("aeiouyıøæœß")
    )


def _is_cut_short(before: str, token: str, word: str, after: str) -> bool:
    """Tell an abbreviation that no list has: four letters at most, and a small letter behind it.

    Not where all sentences begin small, and not before a name that does: al-Shabaab, eBay.
    """
    begins_small = before.lstrip(OPENING + " ")[:1].islower()
    is_name = not word.islower() or after.lstrip(OPENING + " ")[len(word) :][:1] == "-"
    is_short = len(token) < 5 and token.isalpha() and token[-1].lower() not in "aeiouyé"
    return (is_short or bool(_ROMAN.fullmatch(token))) and not begins_small and not is_name


def _is_starter(text: str) -> bool:
    word = _NEXT_WORD.match(text)
    if not word:
        return False
    if word[2] and word[2] != ".":
        return word[1] in _ELISION or word[1] in STARTERS
    return word[1] in STARTERS and word[2] != "."


def _belongs(before: str, after: str, tongue: str) -> bool:
    """Tell whether two pieces are one sentence after all."""
    if _LIST_MARK.fullmatch(before) or _AGENCY.fullmatch(after):
        return True
    signed = _WIRE.search(before)
    if _WIRE.match(after.lstrip()) or (signed and signed.end() == len(before) < _LOOK):
        return True
    said = _WHO_SAID.match(after)
    if said and said["first"].islower():
        return True
    word = _NEXT_WORD.match(after)
    is_small = bool(word and word[1][0].islower())
    if _touches(before):
        return _belongs_without_space(before, after)
    if not before.rstrip().endswith(".") or _ELLIPSIS.search(before):
        return is_small and bool(_ASIDE.search(before))
    token = _token(before)
    kind = _kind(token)
    if token.isdigit() and len(token) < 4 or (tongue == "de" and _ROMAN.fullmatch(token)):
        is_ordinal = tongue in _ORDINALS_WITH_STOP or bool(_GERMAN_BEFORE.search(before))
        is_month = bool(word and word[1] in MONTHS)
        return is_small or is_month or (is_ordinal and not _is_starter(after))
    if kind == "word":
        return bool(word and is_small and _is_cut_short(before, token, word[1], after))
    if is_small or kind in {"title", "never"}:
        return True
    if kind == "numbered" or len(token) == 1 and token.islower():
        return bool(_NUMBER.match(after))
    if word and len(token) == 1 and word[1] in _PARTICLES:
        return True
    return bool(_NUMBER.match(after)) or bool(word and not _is_starter(after))


def _belongs_without_space(before: str, after: str) -> bool:
    """Tell whether two pieces that touch are one sentence: N.U., 1.º, c.-à-d., 「…。」と."""
    if before.endswith("."):
        if _MARKS_FIRST.match(after):
            return False
        token = _token(before)
        is_word = len(token) > 2 and token.isalpha() and _kind(token) == "word"
        return not (is_word and after[:1].isupper())
    is_quoted = before.lstrip()[:1] in "“「『«„" and before[-1] in "”」』»“"
    return is_quoted and after[:1].isalpha()
