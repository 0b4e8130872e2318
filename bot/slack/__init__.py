"""Bolt listeners: acknowledge, parse, call a service, render."""
