"""Names to make people of: bokmål, nynorsk, Sámi and others, with the letters that mail must carry."""

from __future__ import annotations

FIRST = (
    "Åse", "Bjørn", "Ragnhild", "Øystein", "Kåre", "Marit", "Torbjørn", "Sølvi", "Ingrid", "Håkon",
    "Turid", "Jørgen", "Gunnhild", "Eirik", "Sigrid", "Per Ole", "Anne-Kari", "Máret", "Áilu", "Niillas",
    "Amina", "Yusuf", "Zofia", "José", "Linnéa", "Dag", "Solveig", "Sverre", "Gro", "Terje",
)  # fmt: skip
LAST = (
    "Ødegård", "Bråten", "Nygård", "Løvås", "Sæther", "Å", "Hjørdis Vågå", "Kråkenes", "Myklebust", "Tveit",
    "Fjørtoft", "Grønvold", "Østby", "Skåre", "Ness", "Eikås", "Sara", "Gaup", "Hætta", "Warsame",
    "O'Brien", "Núñez", "Wójcik", "Müller", "D’Angelo", "Lie", "Moe", "Vik", "Dahl", "Strøm",
)  # fmt: skip
UNITS = (
    "Analyse og statistikk", "Bosetting", "Kvalifisering", "Mangfold og forebygging",
    "Tolk og språk", "Økonomi, HR og styring",
)  # fmt: skip
