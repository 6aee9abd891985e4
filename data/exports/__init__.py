"""What leaves the record: tables, GeoJSON, the Data Package, citations."""
