"""What goes to the printing office: the package, its job ticket, and sheets with several pages on them."""
