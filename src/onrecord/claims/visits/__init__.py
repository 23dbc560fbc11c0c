"""Claims about visits by mandate holders, requests for them, and standing invitations."""
