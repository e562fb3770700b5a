"""From a draft to a mail: what it says, to whom it says why, and the parts a mail program reads."""
