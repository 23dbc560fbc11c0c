"""Sentences checked against the record: text, links, typed claims, a query, a verdict with its rows."""
