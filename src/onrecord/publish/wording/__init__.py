"""Sentences ready to be printed, one module for each noun; those on votes are in ``sentences``."""
