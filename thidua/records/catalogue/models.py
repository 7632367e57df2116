"""What an installation adds to the law book."""
