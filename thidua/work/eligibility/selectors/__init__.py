"""Reads: what is known of people and collectives, as the law asks for it."""
