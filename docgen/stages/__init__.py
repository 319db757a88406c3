"""The steps of the pipeline, one module each, in this order: read, validate, derive, render, convert, finish, write."""
