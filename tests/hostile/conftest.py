import logging

import pytest
from django.test import Client

from tests.hostile import world as worlds


@pytest.fixture
def officer(so_van_hoa):
    return worlds.officer(so_van_hoa)


@pytest.fixture
def world(so_van_hoa, tan_giang, phong_di_san, officer):
    return worlds.build(so_van_hoa, tan_giang, phong_di_san, officer)


@pytest.fixture
def enter():
    """A client that is answered 500 as a browser is, instead of seeing the exception."""

    def entered(user=None) -> Client:
        client = Client(raise_request_exception=False)
        if user is not None:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return entered


@pytest.fixture(autouse=True)
def quiet():
    """Refusals are what is asked for here: thousands of them would hide the one fault."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
