"""Pictures of the site for the guide."""
