"""A finished Word file, read into a small model and written as Typst."""
