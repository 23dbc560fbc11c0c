"""How documents cite others: footnotes, and what one citation says of a document."""
