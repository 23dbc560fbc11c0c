"""Printed documents as lines: PDF, Word, web pages and plain text, each line with the place where it stands."""
