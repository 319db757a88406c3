"""Word templates: the only home of docxtpl and Jinja."""
