"""Names in a text: of tools, suppliers, models and places, and what part each plays."""
