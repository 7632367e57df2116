"""Every address names the right that it needs, or says that it needs no sign-in."""

from django.urls import get_resolver

OPEN = {"web:sign_in", "web:health", "programme:ics"}


def addresses():
    found = []

    def walk(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            else:
                found.append((f"{prefix}{pattern.name}", pattern.callback))

    walk(get_resolver())
    return found


def test_every_address_names_its_right():
    unnamed = [name for name, view in addresses() if name not in OPEN and not hasattr(view, "needs")]

    assert unnamed == []


def test_only_the_listed_addresses_are_open():
    open_ones = {name for name, view in addresses() if not getattr(view, "login_required", True)}

    assert open_ones <= OPEN
