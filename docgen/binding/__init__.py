"""Finished PDFs put together, taken apart and locked: attachments, extracts, print jobs, encrypted copies."""
