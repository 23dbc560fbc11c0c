"""The record for assistants, over the Model Context Protocol: small answers, every figure with n, scope and source."""
