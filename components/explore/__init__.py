"""What Explore says and offers around its graphics: the sentence with its choices, the key, the beginning."""
