"""Documents of every format become one text with lines, pages and tables; what cannot be read is refused."""
