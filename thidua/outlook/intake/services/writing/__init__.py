"""What each kind of accepted proposal becomes: a module a kind, all within one confirmation (`Ground`)."""
