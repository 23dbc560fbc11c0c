"""What the record says beside what a document says: the same, another thing, nothing, or no comparison and why."""
