"""How a factsheet looks: themes, inks and fonts."""
