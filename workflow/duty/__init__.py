"""What every duty can do: parts with versioned deadlines, owner, delivery, access."""
