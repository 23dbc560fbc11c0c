"""Pictures of the record: each kind turns a view into a chart that carries its sentence, n, source, link and table."""
