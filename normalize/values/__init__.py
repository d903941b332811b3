"""Targets, laws and dates as values."""
