"""What is told unasked, in forms that need no question."""
