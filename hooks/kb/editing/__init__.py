"""The files under data/ written: their one canonical form, new entries, other ids."""
