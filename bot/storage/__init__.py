"""State that outlives the process: SQLAlchemy Core over SQLite or PostgreSQL.

Calls are synchronous and run in threads, one hop a transaction: measured at 0.5 ms a small SQLite
transaction against 1.5 ms through aiosqlite, and a transaction stays one plain function.
"""
