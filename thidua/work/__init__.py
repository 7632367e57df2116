"""The year's work: what is done, by whom, by when."""
