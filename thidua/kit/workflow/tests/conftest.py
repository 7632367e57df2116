"""A database that several threads can write to."""

from thidua.records.register.tests.parallel import real_database

__all__ = ["real_database"]
