"""Values of one field: identities, diarienummer, dates, amounts and running text."""
