"""What the reader of candidates' notes verbales is made of: the annex in its clauses."""
