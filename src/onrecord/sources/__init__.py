"""One module per format: bytes in, statements out. Sources never import each other."""
