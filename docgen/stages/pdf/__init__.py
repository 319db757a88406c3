"""A PDF as its writer left it: numbered objects, the text on its pages, and what is mended in it."""
