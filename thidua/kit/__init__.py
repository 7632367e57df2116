"""Mechanisms that know no noun of the domain and have no urls (a closed list, see docs/architecture.md)."""
