"""The edition of the program: records and documents say by which they were made and read."""

EDITION = "0.4.0"
