"""Dates as people write them, and the form in which they sort."""

from __future__ import annotations

import calendar
import datetime
import re

_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: at for name, at in _MONTHS.items()} | {"sept": 9}
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})(?:[-./ ](?P<day>\d{1,2}))?")
_DAY_FIRST = re.compile(r"(?:(?P<day>\d{1,2})[-./ ])?(?P<month>\d{1,2})[-./ ](?P<year>\d{4})")
_WORDS = (
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? )?(?P<month>[a-z]+)\.?,? (?P<year>\d{4})"),
    re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
)


def is_date(text: str) -> bool:
    """Return whether a text is a date as packs have it: 1937-07-03, 1937-07 or 1937."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return _is_real(year, month, day)


def date_meant(text: str) -> str:
    """Return the date that a text probably means, in the form of packs; "" where none can be told."""
    plain = " ".join(text.lower().split())
    for form in (_YEAR_FIRST, _DAY_FIRST, *_WORDS):
        found = form.fullmatch(plain)
        if not found:
            continue
        named = found["month"]
        month = int(named) if named.isdecimal() else _MONTHS.get(named, 0)
        day = int(found["day"]) if found["day"] else 0
        if month and _is_real(int(found["year"]), month, day or 1):
            return f"{found['year']}-{month:02}" + (f"-{day:02}" if day else "")
    return ""


def last_day(text: str) -> str:
    """Return the last day of the month of a date whose day the month has not; "" for anything else."""
    found = _WRITTEN.fullmatch(text)
    if not found or not found[3] or not _is_real(int(found[1]), int(found[2]), 1):
        return ""
    return f"{found[1]}-{found[2]}-{calendar.monthrange(int(found[1]), int(found[2]))[1]}"


def _is_real(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
