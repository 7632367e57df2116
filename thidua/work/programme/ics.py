"""A calendar file (RFC 5545): whole days, folded lines, nothing but ASCII control."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from thidua.kit.ui.waiting import CalendarDay

_WIDTH = 75
"""Octets of a line, its end not counted."""


def written(days: Iterable[CalendarDay], *, name: str, address: str, at: datetime) -> bytes:
    """All days as events of whole days. `address` is the site's own (https://host), before each path."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Thidua//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for day in days:
        lines += _event(day, address, at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: CalendarDay, address: str, at: datetime) -> list[str]:
    host = address.partition("://")[2] or address
    return [
        "BEGIN:VEVENT",
        f"UID:{day.url.strip('/').replace('/', '-')}-{day.on:%Y%m%d}@{host}",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(day.title)}",
        f"URL:{address}{day.url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(escaped.split())


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets a line, cut between letters; what follows begins with a blank."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _WIDTH:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
