"""Personal addresses of duty pages: signed, without a list of them."""
