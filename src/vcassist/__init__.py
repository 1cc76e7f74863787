"""vcassist: maps the AI value chain an organisation depends on, and drafts a risk report from its own words."""

__version__ = "0.1.0"
