"""MARCXML as library catalogues of the United Nations give it: records, their fields, and the votes in them."""
