#!/usr/bin/env bash
# All tests on SQLite; then, where a PostgreSQL answers, all that ask a database on it. The browser suite runs once, in a
# Chromium that it finds.
# What walks every page with odd input (`slow`) is for `make faults`, the rules of the house for `make check`.
# THIDUA_REQUIRE_ALL=1 (CI) makes a skip of PostgreSQL or Chromium a failure. Arguments go to pytest.
set -uo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
unset DATABASE_URL
missing=0
processes=${THIDUA_TEST_PROCESSES:-2}
pytest="$python -m pytest -q --dist worksteal --ignore=tests/architecture"

chromium=$($python -m tests.journeys.chromium 2>/dev/null || true)
postgres=$($python scripts/answering_postgres.py || true)
if [ -z "$chromium" ]; then
  echo "SKIPPED: no Chromium was found (THIDUA_CHROMIUM names one), the browser suite does not run."; missing=1
fi
if [ -z "$postgres" ]; then
  echo "SKIPPED: no PostgreSQL answers (TEST_DATABASE_URL names one), the tests run on SQLite only."; missing=1
fi
if [ "$missing" = 1 ] && [ "${THIDUA_REQUIRE_ALL:-}" = 1 ]; then
  echo "Here neither may be skipped."; exit 1
fi

which="not slow and not browser"
if [ -n "$chromium" ] && [ -z "$postgres" ]; then
  which="not slow"
  # A page asks for its parts at once: with a database in memory all threads would share one connection.
  THIDUA_TEST_DB=$(mktemp -d)/test.sqlite3; export THIDUA_TEST_DB
fi
echo "== SQLite =="
# Where they run below, the tables come straight from the models here; that both are the same is held by `make check`.
$pytest -n "$processes" ${postgres:+--no-migrations} -m "$which" "$@"; first=$?
if [ -z "$postgres" ]; then exit $first; fi

echo "== PostgreSQL =="
echo "What asks no database, or nothing of it that differs, ran above; each address is walked here too."
if [ -n "$chromium" ]; then which="not slow"; fi
# What a crash of the server would lose is of no matter here; waiting for the disk at each commit is.
export PGOPTIONS="-c synchronous_commit=off" THIDUA_ONLY_DATABASE=1
DATABASE_URL=$postgres $pytest -n "$processes" -m "$which" "$@"; second=$?
[ $first -eq 0 ] && [ $second -eq 0 ]
