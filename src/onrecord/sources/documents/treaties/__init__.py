"""What the depositary's status pages share, whatever file they come in: headers, acts, names, counts."""
