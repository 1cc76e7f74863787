"""What is not so: asides, denials, plans, the past, hearsay, jests, orders, other people's things."""
