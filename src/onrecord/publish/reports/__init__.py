"""Reports to print and to send: one document made from the views, written as PDF, as a Word file, or as HTML."""
