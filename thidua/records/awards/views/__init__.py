"""Pages of the award register."""
