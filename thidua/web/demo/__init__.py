"""Demo data: an invented province and its department, small but alive."""
