"""The minister's page: one objective, area or organisation on one A4, as a web page, as Word and as a tagged PDF."""
