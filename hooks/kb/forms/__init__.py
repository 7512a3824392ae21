"""What an editor fills in: the fields of each kind of file, derived from the model, as a schema and as a form."""
