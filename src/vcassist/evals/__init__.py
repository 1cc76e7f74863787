"""Measures vcassist on written cases, through the same ports that people use: `vcassist eval`."""
