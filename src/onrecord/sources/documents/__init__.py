"""Readers of official documents: one module for each format, bytes in, statements out.

A reader decides nothing: it says what stands where, and leaves nothing out in silence. Readers never import one
another; what they share is ``sources.printed`` (documents as lines) and ``sources.naming`` (states as documents name
them). ``formats`` knows them all.
"""
