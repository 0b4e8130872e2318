"""Korean as it is written: letters, sounds, particles, endings, what may stand for what."""
