"""The languages of the site: which there are, which one is spoken, and what its words are."""
