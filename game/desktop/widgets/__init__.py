"""Widgets: functions that lay a view out as pieces of a page, for one width and one kit."""
