"""Claims about treaty bodies: whom they reviewed, when, and the symbols of their concluding observations."""
