"""Text as people type it, made fit for keeping."""

from thidua.vn.fold import nfc


def tidy(text: str) -> str:
    """NFC, one blank between words, none at the ends."""
    return " ".join(nfc(text).split())
