"""What the words that a question offers are called in French, where many students think in it."""

from __future__ import annotations

import re
from typing import Final

from realignment.answers.reading import plain_label, without_accents

_WORDS: Final = """
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
    neither: ni l'un ni l'autre, aucun des deux
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
    not computable: non calculable, incalculable
"""

_ARTICLE: Final = re.compile(r"^(?:l'|(?:la|les?|une?) )")

IN_FRENCH: Final = {
    plain_label(english): frozenset(without_accents(plain_label(w)) for w in french.split(","))
    for english, _, french in (line.partition(":") for line in _WORDS.strip().splitlines())
}
"""A word that is offered to what it is called in French, all as they are compared: no accents."""


def is_french_for(text: str, option: str) -> bool:
    """Tell whether a text is what an option is called in French."""
    word = without_accents(plain_label(text))
    called = IN_FRENCH.get(plain_label(option), ())
    return word in called or _ARTICLE.sub("", word) in called
