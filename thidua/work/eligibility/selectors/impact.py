"""What a change of the law book touches: screenings that were judged by another book than today's."""

from thidua.law.book import KINDS, Book
from thidua.records.orgs.actors import Actor
from thidua.work.eligibility.models import Screening
from thidua.work.eligibility.selectors.screenings import visible_to

LOOKED_AT = 200
"""The newest, of which one entry picks its own."""


def outdated(actor: Actor, book: Book, entry: str = "") -> list[Screening]:
    """Finished screenings of the actor's body by another book, the newest first; with `entry`, a condition of a title or form,
    only those that asked for it. What is done again already stands no longer here."""
    rows = visible_to(actor).filter(body=actor.body, finished_at__isnull=False, again=None)
    listed = list(rows.exclude(fingerprint=book.fingerprint).order_by("-created_at", "-pk")[:LOOKED_AT])
    found = book.by_id.get(entry)
    if found is None or found.shelf != KINDS or not found.code:
        return listed
    return [row for row in listed if found.code in row.titles]
