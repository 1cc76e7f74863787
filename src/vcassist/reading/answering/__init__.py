"""The answer to the question that was asked, read by its form."""
