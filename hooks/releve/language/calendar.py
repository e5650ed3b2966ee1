"""Months between two days, summer time, and times that no clock has shown.

Begin at `whole_months`, `is_summer_time` and `is_skipped`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def whole_months(first: date, last: date) -> int:
    """The whole months from one day to another: 12 from 1 January to 1 January of the next year.

    A month from the 31st is over on the last day of a shorter month.
    """
    months = 12 * (last.year - first.year) + last.month - first.month
    is_last_of_month = (last + timedelta(days=1)).day == 1
    return months - (last.day < first.day and not is_last_of_month)


def is_summer_time(when: datetime) -> bool:
    """Whether the clocks of a zone are ahead of its winter, at a moment that has the zone.

    In the data for Ireland and Morocco it is winter that differs from standard time, by minus one
    hour; names of zones always have it the other way round.
    """
    offset = when.dst()
    if offset:
        return offset > timedelta()
    around = (when + timedelta(days=days) for days in (-120, 120, -210, 210))
    return any((then.dst() or timedelta()) < timedelta() for then in around)


def is_skipped(moment: time, day: date, zone: str) -> bool:
    """Whether clocks were set forward past this time on this day, so that none has shown it."""
    when = datetime.combine(day, moment, ZoneInfo(zone))
    return when.astimezone(UTC).astimezone(when.tzinfo).replace(tzinfo=None) != datetime.combine(
        day, moment
    )
