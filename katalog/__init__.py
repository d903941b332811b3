"""Assembly, identities, canonical JSON, findings, export and the command line."""
