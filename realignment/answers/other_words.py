"""Other words for those that a question offers: French, and English ones that mean the same.

Many students think in French, and the lessons give each key term in it.
"""

from __future__ import annotations

import re
from typing import Final

from realignment.answers.reading import plain_label, without_accents

_FRENCH: Final = """
    fact: fait
    claim: propos rapporté, propos, affirmation, allégation
    comment: commentaire
    intent: intention
    loaded: connoté, chargé, mot connoté, orienté
    neutral: neutre
    state: état
    authority: autorité, pouvoir, pouvoir en place
    organ: organe
    person: personne
    organisation: organisation
    armed group: groupe armé
    media: média, médias
    label: étiquette
    right: juste, correct, exact
    too exact: trop exact, trop précis
    wrong: faux, erroné, inexact
    basis: fondement, base
    precision: précision
    role: rôle
    event: événement, évènement
    statement: déclaration
    relation: relation
    correct: correct, exact, juste
    rounded: arrondi
    imprecise: imprécis
    ambiguous: ambigu
    overgeneral: trop général
    contested: contesté
    inaccurate: inexact, faux, erroné
    unattributed: sans source
    omission: omission
    framing: cadrage
    identified: identifié
    friendly: amical, ami, amicale
    hostile: hostile
    mixed: mixte, mitigé
    neither: ni l'un ni l'autre, aucun des deux, aucun
    none: aucun, aucune, rien
    latest: le dernier, dernier
    majority: majorité
    both: les deux
    alliance: alliance
    alignment: alignement
    cooperation: coopération
    bloc: bloc
    actor: acteur
    recipient: destinataire
    event_type: type d'événement
    certainty: certitude, degré de certitude
    likeness: ressemblance, similitude
    defence: défense
    neutrality: neutralité
    non-aggression: non-agression
    consultation: consultation
    weak: faible
    strong and weak: fort et faible, les deux
    not computable: non calculable, incalculable
    contrary act: acte contraire
    exit: sortie, retrait
    window: fenêtre, fenêtre temporelle
    open: ouvert, ouverte, en cours
    sign: signe
    pair: paire
    rule: règle
    picture: image, dessin
    AGREE: accord de principe
    CONSULT: consultation
    SUPPORT: soutien
    CONCEDE: concession
    COOPERATE: coopération
    AID: aide
    RETREAT: retrait
    REQUEST: demande
    ACCUSE: accusation
    REJECT: refus
    THREATEN: menace
    PROTEST: protestation
    SANCTION: sanction
    MOBILIZE: mobilisation
    COERCE: contrainte
    ASSAULT: violence
    CT+: certain
    PR+: probable
    PS+: possible
    CT-: certainement pas
    PR-: probablement pas
    UU: sans engagement
"""

_ARTICLE: Final = re.compile(r"^(?:l'|(?:la|les?|une?) )")

_ENGLISH: Final = """
    author: story, the story itself, the narrator, the paper
    UNK: unknown, not known, nobody, no one, nobody named, no time, inconnu, inconnue
    state: country
    person: individual
    media: medium, news agency, news medium
    right: correct
    too exact: too precise, overprecise
    wrong: false, incorrect
    loaded: loaded word
    neutral: neutral word
    claim: claimed
    weak: weak only, only weak
    defence: defend, to defend
    neutrality: neutral, to stay neutral
    consultation: consult, to consult, confer, to confer
    cooperation: cooperate, co-operation
    none: nothing, none of these
"""

_ALSO: dict[str, set[str]] = {}
"""A word that is offered to the others, all as they are compared: in French without accents."""

for _line in f"{_FRENCH.strip()}\n{_ENGLISH.strip()}".splitlines():
    _offered, _, _others = _line.partition(":")
    _ALSO.setdefault(plain_label(_offered), set()).update(
        without_accents(plain_label(word)) for word in _others.split(",")
    )


def means(text: str, option: str) -> bool:
    """Tell whether a text is another word for an option."""
    word = without_accents(plain_label(text))
    also = _ALSO.get(plain_label(option), ())
    return word in also or _ARTICLE.sub("", word) in also
