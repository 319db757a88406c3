"""The programs that turn a finished Word file into a PDF."""
