"""Citations by place: which documents are named in a stretch of text."""

from bisect import bisect_left

from thidua.reading.facts import Citation


class Cited:
    """The citations of a text, looked up by raw offsets."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        places = [(start, end, citation) for citation in citations for start, end in citation.spans]
        self._places = sorted(places, key=lambda place: place[:2])
        self._starts = [place[0] for place in self._places]

    def within(self, start: int, end: int) -> list[Citation]:
        """Those named in raw[start:end], in order, each once."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return list(dict.fromkeys(place[2] for place in self._places[low:high]))

    def last_before(self, start: int, end: int) -> Citation | None:
        """The last one named in raw[start:end]."""
        place = bisect_left(self._starts, end) - 1
        return self._places[place][2] if place >= 0 and self._places[place][0] >= start else None

    def numbers_within(self, start: int, end: int) -> tuple[str, ...]:
        """The numbers of those named in raw[start:end]; a law without a number is named by kind and year."""
        found = self.within(start, end)
        return tuple(
            dict.fromkeys(
                one.number or f"{one.type} năm {one.year}" for one in found if one.number or one.year
            )
        )
