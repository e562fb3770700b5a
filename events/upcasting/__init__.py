"""Old stored shapes, and the steps that make them today's."""
