"""The record as files for other programs: its tables in open formats, described, listed by hash, and compared."""
