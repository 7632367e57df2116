"""Ground floor: Vietnamese text, names, numbers, dates, document numbers, codes. Pure Python, no Django."""
