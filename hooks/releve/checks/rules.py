"""The list of all rules, in the order in which their problems are reported."""

from __future__ import annotations

from collections.abc import Callable

from ..register import Register
from ..source import Problem
from .attendance import attendance_agrees_with_itself
from .catalogues import (
    address_words_differ,
    catalogues_are_in_order,
    catalogues_can_be_read,
)
from .common import Problems
from .corrections import (
    corrections_name_what_they_correct,
    substantive_corrections_name_their_decision,
)
from .dates import years_are_likely
from .decisions import (
    a_decision_is_superseded_once,
    decision_numbers_have_no_gap,
    decisions_act_on_earlier_ones,
    decisions_act_on_what_stands,
    decisions_end_after_they_begin,
    no_decision_acts_on_itself_through_others,
    records_are_approved_after_the_fact,
)
from .doubts import Finder, doubts_are_answered
from .follow_ups import (
    follow_ups_are_carried_over_into_others,
    follow_ups_are_due_after_they_are_agreed,
    follow_ups_arise_from_earlier_decisions,
    nothing_is_reported_on_what_is_closed,
    reports_are_made_at_meetings_that_were_held,
    reports_are_not_of_the_future,
    reports_are_on_a_follow_up,
    reports_stand_in_order_of_time,
    what_a_meeting_heard_stands_once,
)
from .lists import languages_have_lists_of_one_length, numbers_of_a_year_stand_once
from .lost_text import nothing_is_lost
from .meetings import (
    bodies_meet_with_others,
    items_are_deferred_to_later_meetings,
    matters_go_on_from_earlier_items,
    meetings_that_were_not_held_have_no_record,
    no_meeting_is_held_in_place_of_itself,
    what_is_later_than_the_register_is_not_shown,
)
from .names import names_that_come_often_have_an_entry, names_without_an_entry_have_none
from .offices import (
    no_organization_belongs_to_itself,
    no_organization_succeeds_itself,
    offices_belong_to_their_organization,
    offices_end_after_they_begin,
    offices_not_named_are_offices,
)
from .people import people_of_one_name_are_told_apart
from .prose_marks import prose_holds_only_what_is_rendered
from .references import (
    fields_refer_to_something,
    names_refer_to_plain_names,
    numbers_and_ids_stand_once,
    prose_refers_to_something,
)
from .seals import (
    approved_records_are_sealed,
    sealed_records_are_approved,
    sealed_records_are_unchanged,
)
from .settings import (
    bodies_have_meetings,
    default_language_is_one_of_the_languages,
    languages_and_bodies_stand_once,
    languages_have_interface_words,
)
from .system_names import ids_can_be_names_of_files, times_are_shown_by_a_clock
from .texts import (
    addresses_hold_no_invisible_signs,
    each_text_is_translated,
    texts_are_in_known_languages,
    texts_are_translated,
    texts_hold_no_invisible_signs,
)
from .times import meetings_end_after_they_begin, records_are_in_languages_of_the_register
from .two_languages import each_language_holds_its_own_words, languages_say_the_same_numbers
from .votes import (
    counts_agree_with_names,
    motions_do_not_amend_themselves,
    nobody_seconds_their_own_motion,
    nobody_votes_on_two_sides,
    outcomes_agree_with_their_vote,
    voters_were_there,
    what_is_adopted_together_is_adopted,
)
from .withheld import (
    what_is_released_may_be,
    what_is_withheld_holds_nothing_else,
    what_is_withheld_is_released_in_time,
)


def check(register: Register, *, at_length: bool = False) -> list[Problem]:
    """All problems of a register, in the order of the rules in `CHECKS`.

    `at_length` has each place told where a problem that is met often is otherwise told once.
    """
    rules = [AT_LENGTH.get(rule, rule) for rule in CHECKS] if at_length else CHECKS
    return [problem for rule in rules for problem in rule(register)]


DOUBTS: list[Finder] = [
    attendance_agrees_with_itself,
    languages_have_lists_of_one_length,
    numbers_of_a_year_stand_once,
    what_is_adopted_together_is_adopted,
    nobody_seconds_their_own_motion,
    nobody_votes_on_two_sides,
    counts_agree_with_names,
    outcomes_agree_with_their_vote,
    voters_were_there,
]
"""The functions that find what may be a mistake: see `doubts.py`."""
CHECKS = [
    default_language_is_one_of_the_languages,
    languages_and_bodies_stand_once,
    languages_have_interface_words,
    catalogues_can_be_read,
    catalogues_are_in_order,
    address_words_differ,
    bodies_have_meetings,
    numbers_and_ids_stand_once,
    ids_can_be_names_of_files,
    fields_refer_to_something,
    names_without_an_entry_have_none,
    names_that_come_often_have_an_entry,
    offices_belong_to_their_organization,
    offices_not_named_are_offices,
    offices_end_after_they_begin,
    no_organization_belongs_to_itself,
    people_of_one_name_are_told_apart,
    no_organization_succeeds_itself,
    prose_refers_to_something,
    names_refer_to_plain_names,
    years_are_likely,
    decision_numbers_have_no_gap,
    records_are_approved_after_the_fact,
    decisions_act_on_earlier_ones,
    no_decision_acts_on_itself_through_others,
    a_decision_is_superseded_once,
    decisions_act_on_what_stands,
    decisions_end_after_they_begin,
    motions_do_not_amend_themselves,
    follow_ups_arise_from_earlier_decisions,
    follow_ups_are_due_after_they_are_agreed,
    meetings_end_after_they_begin,
    records_are_in_languages_of_the_register,
    items_are_deferred_to_later_meetings,
    no_meeting_is_held_in_place_of_itself,
    matters_go_on_from_earlier_items,
    bodies_meet_with_others,
    what_is_later_than_the_register_is_not_shown,
    corrections_name_what_they_correct,
    substantive_corrections_name_their_decision,
    meetings_that_were_not_held_have_no_record,
    what_is_withheld_holds_nothing_else,
    times_are_shown_by_a_clock,
    what_is_withheld_is_released_in_time,
    what_is_released_may_be,
    reports_are_on_a_follow_up,
    reports_stand_in_order_of_time,
    nothing_is_reported_on_what_is_closed,
    what_a_meeting_heard_stands_once,
    reports_are_not_of_the_future,
    reports_are_made_at_meetings_that_were_held,
    follow_ups_are_carried_over_into_others,
    sealed_records_are_unchanged,
    approved_records_are_sealed,
    sealed_records_are_approved,
    texts_are_in_known_languages,
    texts_are_translated,
    nothing_is_lost,
    prose_holds_only_what_is_rendered,
    each_language_holds_its_own_words,
    languages_say_the_same_numbers,
    texts_hold_no_invisible_signs,
    addresses_hold_no_invisible_signs,
    doubts_are_answered(DOUBTS),
]
AT_LENGTH: dict[Callable[[Register], Problems], Callable[[Register], Problems]] = {
    texts_are_translated: each_text_is_translated
}
"""By rule that tells a problem once for many places: the rule that tells it for each of them."""
OF_EACH_FILE = [
    nothing_is_lost,
    prose_holds_only_what_is_rendered,
    each_language_holds_its_own_words,
    languages_say_the_same_numbers,
    texts_are_in_known_languages,
    texts_hold_no_invisible_signs,
    addresses_hold_no_invisible_signs,
]
"""The rules whose problems in a file depend on that file and register.yml alone: `build` checks
these in the processes that read the files."""
