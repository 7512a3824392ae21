"""Sheets to take along: which PDFs there are, what stands on each, and how they are made with Typst."""
