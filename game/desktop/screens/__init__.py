"""Screens: one module each. A screen makes pages from views and answers actions with moves."""
