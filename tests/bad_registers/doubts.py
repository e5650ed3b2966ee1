"""What looks like a mistake and may be none: warned of, and answered in the record itself."""

from __future__ import annotations

from support.small_register import LATER, SUMMER, Cases, meeting_with

_ANSWER = "If the record is right, say so at the end of this file: `accepted: "
_TITLE = "title: {fr: Réunion d'été, en: Summer meeting}\n"

CASES: Cases = {
    "An answer to a warning that nothing gives": (
        {
            SUMMER: _TITLE
            + "accepted: [{warning: times, about: anne-exemple, reason: Her watch was slow.}]\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:12: warning: nothing is in doubt here: no warning `times` about `anne-exemple`.
    Remove this entry, or write both names as the warning gives them.
0 errors, 1 warning
""",
    ),
    "Somebody who is named twice, and is both present and absent": (
        {
            SUMMER: _TITLE
            + """\
chairs: [anne-exemple]
attendance:
  present: [paul-modele, {who: paul-modele, role: {fr: Secrétaire, en: Secretary}}, {name: lea  Specimen}]
  observers: [lea-specimen]
  absent: [anne-exemple]
  regrets: [paul-modele]
  presenters: [paul-modele]
"""
        },
        f"""\
data/meetings/cbf-hc/2031-06-04.yml:4:26: warning: `paul-modele` stands twice in `present`.
    Keep one of the two; if they are two people, give each an entry of its own. {_ANSWER}[{{warning: named-twice, about: paul-modele, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:4:85: warning: “lea Specimen” has an entry: `lea-specimen`.
    Write `lea-specimen`, so that its page shows this. For somebody else of that name, write {{name: …, organization: …}}.
data/meetings/cbf-hc/2031-06-04.yml:5:15: warning: `lea-specimen` is in `present` and in `observers`.
    Keep the one that is right. {_ANSWER}[{{warning: named-twice, about: lea-specimen, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:6:12: warning: `anne-exemple` chaired, and is in `absent` too.
    Take the name out of the list that is wrong. {_ANSWER}[{{warning: present-and-absent, about: anne-exemple, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:7:13: warning: `paul-modele` is in `present` and in `regrets`.
    Take the name out of the list that is wrong. {_ANSWER}[{{warning: present-and-absent, about: paul-modele, reason: "…"}}]`.
0 errors, 5 warnings
""",
    ),
    "Times, proxies and a quorum that cannot be": (
        {
            SUMMER: _TITLE
            + """\
adjourned: 11:00
attendance:
  present:
    - {who: paul-modele, arrived: 10:00, left: 9:30}
    - {who: anne-exemple, proxy_for: paul-modele}
    - {name: Marc Témoin, arrived: 11:30}
  absent: [{who: lea-specimen, left: 9:00}]
  quorum: {needed: 5, met: true}
"""
        },
        f"""\
data/meetings/cbf-hc/2031-06-04.yml:5:7: warning: `paul-modele` left at 09:30, before arriving at 10:00.
    Look at the times again. {_ANSWER}[{{warning: times, about: paul-modele, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:6:27: warning: `anne-exemple` holds the proxy of `paul-modele`, who is in `present`.
    Take it out, or move the one who was away to `absent`. {_ANSWER}[{{warning: proxy, about: paul-modele, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:7:7: warning: `Marc Témoin` arrived at 11:30, after the end at 11:00.
    Look at the times again. {_ANSWER}[{{warning: times, about: Marc Témoin, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:8:12: warning: `lea-specimen` is in `absent`, but arrived or left at some time.
    Look at the times again. {_ANSWER}[{{warning: times, about: lea-specimen, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-04.yml:9:3: warning: 3 in `present`, 5 needed, and the quorum is said to be reached.
    Complete `present`, or look at `needed` and `met` again. {_ANSWER}[{{warning: quorum, about: quorum, reason: "…"}}]`.
0 errors, 5 warnings
""",
    ),
    "What looks like a mistake and is answered": (
        {
            SUMMER: _TITLE
            + """\
attendance:
  present: [paul-modele, {who: anne-exemple, arrived: 11:00, left: 10:00}]
  absent: [paul-modele]
accepted:
  - {warning: present-and-absent, about: paul-modele, reason: He came for the afternoon only.}
  - {warning: times, about: anne-exemple, reason: "She left, and came back."}
"""
        },
        "0 errors, 0 warnings\n",
    ),
    "A list that is longer in one language": (
        {
            SUMMER: _TITLE
            + """\
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: |
            À faire :

            1. ouvrir;
            2. fermer.
          en: |
            To do in the year
            2031. Only this:

            - open.
"""
        },
        f"""\
data/meetings/cbf-hc/2031-06-04.yml:12:11: warning: `fr` and `en` do not hold the same numbers or dates: 1, 2 only in `fr`; 2031 only in `en`.
    Both languages must say the same; mend the one that is wrong.
data/meetings/cbf-hc/2031-06-04.yml:12:11: warning: the same list has another number of entries in each language: 2 in `fr`, 1 in `en`.
    Look for an entry that is missing, or for a dash that makes an entry of a line. {_ANSWER}[{{warning: lists-differ, about: item 1, reason: "…"}}]`.
0 errors, 2 warnings
""",
    ),
    "A number used twice by a body that numbers through the year": (
        {
            SUMMER: meeting_with("decision: 3, text: {fr: Un., en: One.}"),
            LATER: meeting_with(
                "decision: 4, text: {fr: Deux., en: Two.}",
                "decision: 3, text: {fr: Trois., en: Three.}",
            ),
        },
        f"""\
data/meetings/cbf-hc/2031-04-02.yml:11:13: warning: `decision 1` stands in `cbf-hc/2031-02-05` already, and the numbers of this body go on through the year.
    Give it its own number. {_ANSWER}[{{warning: number-twice, about: decision 1, reason: "…"}}]`.
data/meetings/cbf-hc/2031-06-20.yml:7:10: warning: `decision 3` stands in `cbf-hc/2031-06-04` already, and the numbers of this body go on through the year.
    Give it its own number. {_ANSWER}[{{warning: number-twice, about: decision 3, reason: "…"}}]`.
0 errors, 2 warnings
""",
    ),
}
