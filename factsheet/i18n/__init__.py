"""Languages: texts that know their place, labels, dates, numbers and money."""
