"""What must hold of a year: each check looks at the evidence and names what breaks it."""
