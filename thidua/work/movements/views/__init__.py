"""HTTP ↔ one selector or one service call."""
