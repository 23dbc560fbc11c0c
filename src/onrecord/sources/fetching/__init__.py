"""The only part of onrecord that asks the network for documents: what is where, and how to ask politely.

``addresses`` knows where each kind of document is, and whether programs may fetch it; ``polite`` fetches one file;
``answers`` are what can come of it. Nothing here reads a document: what was fetched is a file like any other.
"""
