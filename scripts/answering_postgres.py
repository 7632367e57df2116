"""Prints the address of a PostgreSQL that answers, for the tests: TEST_DATABASE_URL, else the local default."""

import os
import sys

import psycopg

for url in (os.environ.get("TEST_DATABASE_URL"), "postgres://postgres@127.0.0.1:5432/postgres"):
    if not url:
        continue
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        continue
    sys.stdout.write(url)
    break
