"""What `import onrecord` offers in a notebook: questions of the record, answered as tables that other programs take."""
