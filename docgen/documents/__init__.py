"""The document types: what each must hold, which rules it obeys and what its template may show."""
