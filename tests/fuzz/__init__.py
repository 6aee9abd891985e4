"""What readers, curators and attackers may send, at random, by itself: `make fuzz`."""
