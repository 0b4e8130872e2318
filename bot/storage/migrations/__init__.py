"""Alembic's environment; numbered migrations in versions/."""
