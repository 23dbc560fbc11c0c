"""Claims about chairs, presidencies and bureau seats that states held."""
