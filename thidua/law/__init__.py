"""What the law says, as data with its dates and citations. Pure Python: no Django, no clock."""
