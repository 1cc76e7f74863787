"""What was said before is set right: which answer is meant, and what stands in its place."""
