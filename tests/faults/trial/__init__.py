"""A job for the kill tests, in real processes on a database of its own: `python -m tests.faults.trial start 20 0.1`."""
