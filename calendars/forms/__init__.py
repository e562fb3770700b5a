"""One file per form of deadline: its phrases in bokmål and nynorsk, its reading, its wording."""
