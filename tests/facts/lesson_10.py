FACTS = {}
NO_FACTS = {}
