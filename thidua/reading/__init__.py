"""Văn bản → facts: text in, frozen dataclasses out. Pure Python: no Django, no network, no clock.

from thidua.reading import read
facts = read(text)          # text: str, any normal form; spans count code points of the NFC text
"""

from thidua.reading import attendance, awards, citations, merging, meta, movements, tasks, warnings
from thidua.reading.facts import Facts
from thidua.reading.text import Text

__all__ = ["Facts", "read"]


def read(text: str) -> Facts:
    """All facts of one text, in time linear in its length; never fails, whatever the text."""
    laid_out = Text.of(text)
    identity = meta.find(laid_out)
    mentions = citations.mentions(laid_out, identity)
    cited = merging.merge(laid_out, mentions)
    return Facts(
        text=laid_out.raw,
        meta=identity,
        citations=cited,
        movements=movements.find(laid_out, cited),
        tasks=tasks.find(laid_out, cited),
        awards=awards.find(laid_out),
        attendance=attendance.find(laid_out),
        warnings=warnings.find(laid_out, identity, mentions),
    )
