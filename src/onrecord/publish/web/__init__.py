"""The pages and their JSON twins: one address, one view, two forms."""
