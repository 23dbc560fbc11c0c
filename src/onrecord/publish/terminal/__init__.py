"""Views as text for a terminal and as CSV, one module for each noun; those on votes are in ``as_text``."""
