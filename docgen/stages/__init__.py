"""The steps of the pipeline, one module each: read, validate, derive, render, convert, finish, write, report."""
