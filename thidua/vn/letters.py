"""The letters of Vietnamese, for character classes of regular expressions (ranges of Unicode mix the cases)."""

import unicodedata

_BASES = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_MARKED = "".join(unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES) + "đ"

LOWER = "a-z" + "".join(sorted(char for char in _MARKED if not char.isascii()))
UPPER = "A-Z" + "".join(sorted(char.upper() for char in _MARKED if not char.isascii()))
