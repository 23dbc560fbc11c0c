"""Names of states as United Nations documents print them that the gazetteer does not have: misprints, and the forms
of the French and Spanish documents where they differ from the everyday names of those languages.
"""

MISPRINTS = {
    "Unites States of America": "United States of America",
    "United State of America": "United States of America",
    "Cameron": "Cameroon",
}
"""Misprint to name. The first and the last stand in printed roll calls of the Council, in resolutions and reports."""

FRENCH = {
    "Bolivie (État plurinational de)": "BOL",
    "Bosnie-Herzégovine": "BIH",
    "Brunéi Darussalam": "BRN",
    "Fédération de Russie": "RUS",
    "État de Palestine": "PSE",
    "États-Unis d'Amérique": "USA",
    "ex-République yougoslave de Macédoine": "MKD",
    "Iran (République islamique d')": "IRN",
    "Jamahiriya arabe libyenne": "LBY",
    "Micronésie (États fédérés de)": "FSM",
    "Pays-Bas (Royaume des)": "NLD",
    "République arabe syrienne": "SYR",
    "République de Corée": "KOR",
    "République démocratique du Congo": "COD",
    "République démocratique populaire lao": "LAO",
    "République de Moldova": "MDA",
    "République dominicaine": "DOM",
    "République populaire démocratique de Corée": "PRK",
    "République tchèque": "CZE",
    "République-Unie de Tanzanie": "TZA",
    "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord": "GBR",
    "Saint-Siège": "VAT",
    "Sao Tomé-et-Principe": "STP",
    "Swaziland": "SWZ",
    "Turquie": "TUR",
    "Venezuela (République bolivarienne du)": "VEN",
    "Viet Nam": "VNM",
}
"""The names of states in French documents of the UN (as in the French edition of the UN's M49 standard)."""

SPANISH = {
    "Bolivia (Estado Plurinacional de)": "BOL",
    "Brunei Darussalam": "BRN",
    "Côte d'Ivoire": "CIV",
    "Estado de Palestina": "PSE",
    "Estados Unidos de América": "USA",
    "ex República Yugoslava de Macedonia": "MKD",
    "Federación de Rusia": "RUS",
    "Irán (República Islámica del)": "IRN",
    "Jamahiriya Árabe Libia": "LBY",
    "Micronesia (Estados Federados de)": "FSM",
    "Países Bajos (Reino de los)": "NLD",
    "Países Bajos (Reino de los Países Bajos)": "NLD",
    "Reino Unido de Gran Bretaña e Irlanda del Norte": "GBR",
    "República Árabe Siria": "SYR",
    "República Checa": "CZE",
    "República de Corea": "KOR",
    "República de Moldova": "MDA",
    "República Democrática del Congo": "COD",
    "República Democrática Popular Lao": "LAO",
    "República Dominicana": "DOM",
    "República Popular Democrática de Corea": "PRK",
    "República Unida de Tanzanía": "TZA",
    "Santa Sede": "VAT",
    "Trinidad y Tabago": "TTO",
    "Turquía": "TUR",
    "Venezuela (República Bolivariana de)": "VEN",
    "Viet Nam": "VNM",
}
"""The names of states in Spanish documents of the UN (as in the Spanish edition of the UN's M49 standard)."""
