"""The daily digest: what it holds, when it comes, and the commands that set it."""
