"""Pages of the reader."""
