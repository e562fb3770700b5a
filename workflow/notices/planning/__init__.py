"""What falls due for whom: one file for each kind of notice, pure and without a clock."""
