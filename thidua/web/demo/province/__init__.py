"""A whole invented province, in the size of a real one: 60,000 people, ten years of awards, in about a minute.

    load(people=60_000, at=now, today=day)      # into the configured database, one transaction, one audit line

For benches and tests: `people=600` (1 %), `people=6_000` (10 %): everything shrinks with it. The same seed gives the same
province. What is made: units, people with positions and day of recruitment, yearly ratings, leave, study, discipline,
initiatives with recognitions, decisions with numbers and entries, awards, statements of coverage, four accounts.
Merit years: the last ten that are over, at most up to LAST_YEAR. `Made.body` (the standing body of the province) and
`Made.top` are the units to ask for; `Made.accounts` opens pages.
"""

from thidua.web.demo.province.load import LAST_YEAR, Made, load

__all__ = ["LAST_YEAR", "Made", "load"]
