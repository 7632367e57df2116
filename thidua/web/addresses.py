"""Addresses by name, of modules that may not have pages yet."""

from django.urls import NoReverseMatch, reverse


def address(url_name: str) -> str:
    """The address by that name, or nothing while its module has no pages."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
