"""Measures the checker against sentences with known answers, and holds it to floors."""
