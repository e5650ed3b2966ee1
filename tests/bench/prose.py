"""Sentences of a committee that say the same in French and in English, made at random.

A sentence is a pair of patterns; what fills them is a pair too, so that figures, months and
references agree in both languages, as the checks of a register want it. The lengths are those
of the record that ships with the project.
"""

from __future__ import annotations

from random import Random
from typing import Any

Text = dict[str, str]
"""What is said, by language."""

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}

THINGS = [
    ("le cadre de confiance pancanadien", "the pan-Canadian trust framework"),
    ("la stratégie de données communes", "the common data strategy"),
    ("le portail des entreprises", "the business portal"),
    ("l'étude sur l'expérience des clients", "the study of client experience"),
    ("le projet pilote sur l'état civil", "the vital statistics pilot"),
    ("le registre des associations", "the registry of associations"),
    ("la norme d'accessibilité", "the accessibility standard"),
    ("le plan de relève des services", "the service continuity plan"),
    ("l'entente sur l'échange de documents", "the agreement on the exchange of documents"),
    ("le service de notification", "the notification service"),
    ("la grille tarifaire des permis", "the fee schedule for permits"),
    ("le guide de rédaction en langage clair", "the plain language guide"),
    ("l'inventaire des systèmes anciens", "the inventory of older systems"),
    ("le tableau de bord trimestriel", "the quarterly dashboard"),
    ("la consultation sur les guichets ruraux", "the consultation on rural counters"),
    ("le programme de perfectionnement", "the training program"),
    ("la politique de conservation", "the retention policy"),
    ("le prototype du portefeuille numérique", "the digital wallet prototype"),
    ("l'évaluation des facteurs relatifs à la vie privée", "the privacy impact assessment"),
    ("le calendrier des investissements", "the investment calendar"),
    ("la feuille de route de l'infonuagique", "the cloud road map"),
    ("le centre d'appels partagé", "the shared call centre"),
    ("le modèle de gouvernance du SCGI", "the governance model of the IMSC"),
    ("la mise à jour du CCPC", "the update of the PCTF"),
]
"""What a committee talks about. Each is a topic of the register too."""

PARTIES = [
    ("les provinces et les territoires", "provinces and territories"),
    ("les membres du comité", "members of the committee"),
    (
        "les municipalités de moins de 5\u00a0000 habitants",
        "municipalities of fewer than 5,000 people",
    ),
    ("les partenaires fédéraux", "federal partners"),
    ("les équipes régionales", "the regional teams"),
    ("les DPI des administrations", "the CIOs of the jurisdictions"),
    ("les responsables des services", "those in charge of services"),
    ("les deux coprésidences", "both co-chairs"),
    ("les organismes consultés", "the organizations consulted"),
    ("les SM de la Table", "the DMs of the Table"),
]

SENTENCES = [
    (
        "{P} ont pris connaissance {dT} et en appuient les grandes lignes, sous réserve des "
        "commentaires reçus avant {day}.",
        "{P} had reviewed {t} and supported its general direction, subject to comments received "
        "before {day}.",
    ),
    (
        "Depuis la dernière réunion, {n} administrations sur {N} ont répondu au sondage; les "
        "autres ont demandé un délai.",
        "Since the last meeting, {n} of {N} jurisdictions had answered the survey; the others had "
        "asked for more time.",
    ),
    (
        "Le budget prévu pour {t} est de {K} $, dont {n} % ont été dépensés à la fin de {month}.",
        "The budget set aside for {t} was ${K}, of which {n}% had been spent by the end of "
        "{month}.",
    ),
    (
        "On a rappelé que {t} doit tenir compte des lois sur la protection des renseignements "
        "personnels de chaque administration.",
        "It was recalled that {t} must take account of the laws on the protection of personal "
        "information of each jurisdiction.",
    ),
    (
        "{P} souhaitent que {t} avance au même rythme que {u}, pour que les citoyens n'aient pas "
        "à donner deux fois le même renseignement.",
        "{P} wished {t} to move at the same pace as {u}, so that citizens would not have to give "
        "the same information twice.",
    ),
    (
        "L'équipe a relevé {n} risques, dont {s} jugés élevés, et propose un plan pour les "
        "atténuer.",
        "The team had identified {n} risks, {s} of them rated high, and proposed a plan to "
        "mitigate them.",
    ),
    (
        "Un atelier aura lieu le {day}; chaque administration y enverra au plus {s} personnes.",
        "A workshop would be held on {day}; each jurisdiction would send {s} people at most.",
    ),
    (
        "Les coûts {dT} seraient partagés selon la formule de {year}, que personne n'a remise en "
        "question.",
        "The costs of {t} would be shared under the formula of {year}, which no one questioned.",
    ),
    (
        "{O} a offert de prêter {s} spécialistes pendant {n} semaines.",
        "{O} offered to lend {s} specialists for {n} weeks.",
    ),
    (
        "La question a déjà été examinée : voir {ref}.",
        "The question had been looked at before: see {ref}.",
    ),
    (
        "Il reste à décider qui sera responsable {dT} une fois le projet terminé, et avec quels "
        "moyens.",
        "It remained to be decided who would be responsible for {t} once the project was over, and "
        "with what means.",
    ),
    (
        "Les résultats sont encourageants : le délai moyen est passé de {N} à {n} jours en un an.",
        "The results were encouraging: the average delay had gone from {N} to {n} days in a year.",
    ),
    (
        "{P} demandent que les documents leur soient remis au moins {s} jours ouvrables avant la "
        "réunion, dans les deux langues officielles.",
        "{P} asked to receive the documents at least {s} working days before the meeting, in both "
        "official languages.",
    ),
    (
        "Selon {O}, {t} pourrait servir de modèle ailleurs au pays.",
        "According to {o}, {t} could serve as a model elsewhere in the country.",
    ),
    (
        "On convient de ne rien changer à {u} avant que l'examen soit terminé, en {month} {year}.",
        "It was agreed to change nothing in {u} until the review was over, in {month} {year}.",
    ),
    (
        "Le rapport d'étape montre que *l'essentiel du travail* reste à faire et que les "
        "échéances de {month} sont **serrées**.",
        "The progress report showed that *most of the work* remained to be done and that the "
        "deadlines of {month} were **tight**.",
    ),
    (
        "Une version révisée circulera pour commentaires; le silence sera pris pour un accord.",
        "A revised version would be circulated for comment; silence would be taken for agreement.",
    ),
    (
        "{P} se demandent si le PE conclu en {year} suffit, ou s'il faut le renégocier.",
        "{P} wondered whether the MOU of {year} was enough, or had to be negotiated again.",
    ),
    (
        "Les travaux reprennent ce qui existe déjà et évitent d'acheter ce que d'autres ont mis "
        "au point.",
        "The work built on what existed already and avoided buying what others had developed.",
    ),
    (
        "La mise à l'essai a touché {N} guichets et {K} demandes, sans interruption de service.",
        "The trial had covered {N} counters and {K} requests, without interruption of service.",
    ),
    (
        "Le groupe a comparé {s} solutions et en recommande une, dont le rapport décrit les "
        "avantages et les limites.",
        "The group had compared {s} solutions and recommended one, whose strengths and limits the "
        "report described.",
    ),
    (
        "Il faudra revoir {u} avant {month} {year}, sans quoi {t} prendra du retard.",
        "{U} would have to be looked at again before {month} {year}, or {t} would fall behind.",
    ),
    (
        "On remercie {O}, qui a coordonné les réponses des {N} bureaux.",
        "{O} was thanked for coordinating the answers of the {N} offices.",
    ),
    (
        "Les administrations les plus petites craignent de ne pas avoir les ressources pour "
        "suivre; {n} d'entre elles l'ont écrit au secrétariat.",
        "The smallest jurisdictions feared that they lacked the resources to keep up; {n} of them "
        "had written so to the secretariat.",
    ),
]

POINTS = [
    ("revoir {t} avec {o};", "review {t} with {o};"),
    ("confirmer les coûts de l'année {year};", "confirm the costs of the year {year};"),
    ("nommer une personne-ressource par région;", "name a contact person in each region;"),
    ("consulter au moins {n} organismes;", "consult at least {n} organizations;"),
    ("rendre compte des résultats en {month}.", "report on the results in {month}."),
]

QUESTIONS = [
    ("Est-ce que {t} remplacera {u}?", "Would {t} replace {u}?"),
    (
        "Pourquoi le délai est-il de {n} mois, alors que {s} suffisaient en {year}?",
        "Why was the delay {n} months, when {s} had been enough in {year}?",
    ),
    (
        "Quelles administrations ont déjà confirmé leur contribution?",
        "Which jurisdictions had already confirmed their contribution?",
    ),
]

DECISIONS = [
    (
        "{T} est approuvé tel qu'il est présenté, avec effet dès la fin de {month} {year}.",
        "{T} was approved as presented, with effect from the end of {month} {year}.",
    ),
    (
        "Un budget de {K} $ est accordé pour {t}, à prendre sur les fonds communs de {year}.",
        "A budget of ${K} was granted for {t}, to be drawn from the common funds of {year}.",
    ),
    (
        "Le comité mandate {O} pour mener {t} et en rendre compte au moins {s} fois par année.",
        "The committee mandated {o} to lead {t} and to report on it at least {s} times a year.",
    ),
    (
        "Les travaux sur {t} sont regroupés avec ceux sur {u}; un seul comité directeur en "
        "répondra.",
        "Work on {t} was joined with that on {u}; a single steering committee would answer for it.",
    ),
    (
        "Le comité adopte les {s} recommandations du rapport et demande que {P} en soient "
        "informés sans tarder.",
        "The committee adopted the {s} recommendations of the report and asked that {p} be told "
        "of them without delay.",
    ),
    (
        "La participation à {u} reste volontaire; les administrations qui s'en retirent donnent "
        "un préavis de {n} jours.",
        "Taking part in {u} remains voluntary; jurisdictions that withdraw give {n} days' notice.",
    ),
]

FOLLOW_UPS = [
    (
        "Préparer une note d'une page sur {t}, qui en précise les coûts, les risques et les "
        "prochaines étapes, et la remettre aux membres avant la fin de {month}.",
        "Prepare a one-page note on {t}, setting out its costs, its risks and the next steps, and "
        "give it to members before the end of {month}.",
    ),
    (
        "Demander à {O} de confirmer par écrit sa part du budget, soit {K} $.",
        "Ask {o} to confirm in writing its share of the budget, ${K}.",
    ),
    (
        "Sonder les {N} administrations sur {t} et présenter les résultats, avec une analyse des "
        "écarts entre les régions, à la réunion suivante.",
        "Survey the {N} jurisdictions on {t} and present the results, with an analysis of the "
        "gaps between regions, at the next meeting.",
    ),
    (
        "Mettre à jour {u} en tenant compte des commentaires reçus, puis le faire circuler.",
        "Update {u} in the light of the comments received, then circulate it.",
    ),
    (
        "Organiser une démonstration pour {P}, dans les deux langues officielles.",
        "Arrange a demonstration for {p}, in both official languages.",
    ),
    (
        "Vérifier auprès des services juridiques si {t} exige de modifier une loi ou un "
        "règlement, et proposer au besoin un échéancier d'au plus {n} mois.",
        "Check with legal services whether {t} requires a change to an act or a regulation, and "
        "propose if need be a schedule of {n} months at most.",
    ),
]

REPORTS = [
    (
        "La note est rédigée aux {s} quarts environ; il manque les chiffres de {n} régions.",
        "The note is about {s} quarters done; the figures of {n} regions are missing.",
    ),
    (
        "{O} a répondu, mais demande une précision sur {t}.",
        "{O} has answered, but asks for a clarification on {t}.",
    ),
    (
        "Le travail a pris du retard, faute de personnel; il reprendra en {month}.",
        "The work fell behind for want of staff; it will resume in {month}.",
    ),
    (
        "Une première version a été présentée à {n} membres, qui l'ont bien accueillie.",
        "A first version was shown to {n} members, who received it well.",
    ),
]

CLOSINGS = [
    ("Le document a été remis à tous les membres.", "The document was given to all members."),
    (
        "C'est fait : {n} administrations ont confirmé leur participation.",
        "Done: {n} jurisdictions have confirmed that they will take part.",
    ),
]

TITLES = [
    ("Compte rendu sur {t}", "Report on {t}"),
    ("Suite à donner à {u}", "Next steps for {u}"),
    ("Discussion : {t}", "Discussion: {t}"),
    ("Financement {dT}", "Funding of {t}"),
]

_CONTRACTED = {"le ": "du ", "les ": "des "}


def _of(french: str) -> str:
    """« le plan » -> « du plan », « la norme » -> « de la norme »."""
    for article, joined in _CONTRACTED.items():
        if french.startswith(article):
            return joined + french.removeprefix(article)
    return f"de {french}"


def initial(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


class Speaker:
    """Says things at random, in both languages at once.

    `organizations` are ids to refer to; `refer` gives something said earlier to point to, or
    an empty string.
    """

    def __init__(self, random: Random, organizations: list[str]) -> None:
        self.random = random
        self.organizations = organizations
        self.earlier: list[str] = []
        """What was decided before, to refer to."""

    def say(self, patterns: list[tuple[str, str]], thing: int | None = None) -> Text:
        """One of some sentences, on one of `THINGS`."""
        choose = self.random.choice
        french, english = choose(patterns)
        about = THINGS[thing] if thing is not None else choose(THINGS)
        other, party = choose(THINGS), choose(PARTIES)
        organization = f"[[{choose(self.organizations)}]]"
        month, year = self.random.randrange(12), str(self.random.randrange(2006, 2026))
        reference = f"[[{choose(self.earlier[-40:])}]]" if self.earlier else organization
        n, thousands = self.random.randrange(11, 99), self.random.randrange(12, 900)
        common: dict[str, Any] = {
            "n": n,
            "N": n + self.random.randrange(1, 60),
            "s": self.random.randrange(2, 10),
            "year": year,
            "ref": reference,
            "o": organization,
            "O": organization,
        }
        said = {}
        for place, (code, pattern) in enumerate((("fr", french), ("en", english))):
            name = _MONTHS[code].split()[month]
            said[code] = initial(
                pattern.format(
                    **common,
                    t=about[place],
                    T=initial(about[place]),
                    dT=_of(about[0]),
                    u=other[place],
                    U=initial(other[place]),
                    p=party[place],
                    P=party[place],
                    K=f"{thousands}\u00a0000" if code == "fr" else f"{thousands},000",
                    month=name,
                    day=f"{2 + n % 26} {name} {year}",
                )
            )
        return said

    def paragraph(self, sentences: int, thing: int) -> Text:
        """Some sentences on one of `THINGS`."""
        return _joined([self.say(SENTENCES, thing) for _ in range(sentences)], " ")

    def list_of_points(self, thing: int) -> Text:
        """A sentence, then a list."""
        points = [
            {
                code: f"- {said[:1].lower()}{said[1:]}"
                for code, said in self.say([one], thing).items()
            }
            for one in POINTS
        ]
        return _joined([self.say(SENTENCES, thing), _joined(points, "\n")], "\n\n")


def _joined(texts: list[Text], between: str) -> Text:
    return {code: between.join(text[code] for text in texts) for code in texts[0]}
