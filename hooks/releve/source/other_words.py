"""Words that people type for those of the format: French ones, and others of the same meaning.

Comes in: the name of a field, or a value of a few words, as it was typed. Goes out: the one that
was meant, of those that the format has there. Begin at `likely`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .problems import nearest

_OTHER_WORDS = {
    "absents absentes absence absences absentees": "absent",
    "excused excuses excuse excusés excusées apologies": "regrets",
    "présents présentes participants members membres attendees": "present",
    "observateurs guests invités": "observers",
    "pour yes oui favour in_favour": "for",
    "contre no non opposed": "against",
    "abstention abstentions abstentions_": "abstained",
    "texte words wording": "text",
    "titre": "title",
    "nom": "name",
    "sigle": "acronym",
    "décision resolution résolution motion": "decision",
    "suivi action action_item": "follow_up",
    "remarque": "note",
    "responsable responsables owner assigned_to": "owners",
    "échéance deadline due_date": "due",
    "lieu location where": "place",
    "résultats results decisions": "outcomes",
    "ordre_du_jour points_": "agenda",
    "point number": "item",
    "points": "items",
    "statut state": "status",
    "langues": "languages",
    "langue": "language",
    "président présidente présidence chair": "chairs",
    "présences": "attendance",
    "proposé_par proposed_by mover": "moved_by",
    "appuyé_par seconder": "seconded_by",
    "remplace replaces": "supersedes",
    "modifie": "amends",
    "abroge": "rescinds",
    "approuve": "approves",
    "thèmes sujets subjects": "topics",
    "lien link href": "url",
    "début start start_time": "starts",
    "fin end ends levée": "adjourned",
    "annulée annulé canceled": "cancelled",
    "raison motif": "reason",
    "genre type": "kind",
    "en_cours ongoing started open": "in-progress",
    "terminé terminée fait complété completed complete closed": "done",
    "abandonné abandonnée cancelled": "dropped",
    "reporté reportée": "carried-over deferred",
    "adopté adoptée carried passed approved approuvé approuvée": "adopted",
    "rejeté rejetée defeated lost refused": "rejected",
    "unanimité unanimously à_l'unanimité": "unanimous",
    "par_consensus": "consensus",
    "en_personne présentiel": "in-person",
    "à_distance virtual virtuel virtuelle online zoom teams": "teleconference",
    "téléconférence": "teleconference",
    "hybride": "hybrid",
    "écrit par_écrit e-mail email": "written",
    "aucun aucune rien": "none",
    "conseil": "council",
    "comité": "committee",
    "groupe_de_travail": "working-group",
    "secrétariat": "secretariat",
    "gouvernement": "government",
    "ministère ministry": "department",
    "agence": "agency",
    "institut": "institute",
    "entreprise société": "company",
    "autre": "other",
}
"""Words, with an underline for a space, and those of the format that they may stand for."""
_MEANINGS = {word: meant.split() for words, meant in _OTHER_WORDS.items() for word in words.split()}


def likely(typed: str, known: Iterable[str]) -> str | None:
    """The one of the known words that was meant by what was typed; None if that cannot be told."""
    return _likely(typed, tuple(known))


@lru_cache(maxsize=2_000)
def _likely(typed: str, known: tuple[str, ...]) -> str | None:
    word = "_".join(typed.casefold().split())
    meant = next((each for each in _MEANINGS.get(word, ()) if each in known), None)
    return meant or nearest(typed, known)
