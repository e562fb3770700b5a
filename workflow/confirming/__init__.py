"""From a confirmed proposal to duties: the steps that touch a letter and duties at once."""
