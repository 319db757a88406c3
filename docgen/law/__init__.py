"""The law the documents rest on: statutory time, acts and sections, appeals."""
