"""Temporary passwords: easy to read out and type, changed at the first sign-in."""

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz"  # without i, l, o: nobody takes them for digits
_DIGITS = "23456789"


def temporary() -> str:
    """Three groups such as `hbtw-4927-kcrm`: about 47 bits."""
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for letters in (_LETTERS, _DIGITS, _LETTERS))
    return "-".join(groups)
