"""Votes and sponsors in the running text of printed documents: where they stand, what is printed of them."""
