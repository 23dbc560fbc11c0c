"""The front doors: command line, pages and their JSON twins."""
