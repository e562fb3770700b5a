"""The public holidays of the verified years, as the `holidays` library gives them.

Kept as a table because loading the library costs a second, which a command cannot spare. The tests
compare every day with the installed library, with the law's own list and with a second library; a new
edition is a new table and a new `EDITION`.
"""

from __future__ import annotations

EDITION = "holidays 0.109 NO"

NAMES = (
    "første nyttårsdag",
    "skjærtorsdag",
    "langfredag",
    "første påskedag",
    "andre påskedag",
    "1. mai-dagen",
    "grunnlovsdagen",
    "Kristi himmelfartsdag",
    "første pinsedag",
    "andre pinsedag",
    "første juledag",
    "andre juledag",
)
"""The same in bokmål and nynorsk."""

DAYS = {
    2020: "0101 0409 0410 0412 0413 0501 0517 0521 0531 0601 1225 1226",
    2021: "0101 0401 0402 0404 0405 0501 0517 0513 0523 0524 1225 1226",
    2022: "0101 0414 0415 0417 0418 0501 0517 0526 0605 0606 1225 1226",
    2023: "0101 0406 0407 0409 0410 0501 0517 0518 0528 0529 1225 1226",
    2024: "0101 0328 0329 0331 0401 0501 0517 0509 0519 0520 1225 1226",
    2025: "0101 0417 0418 0420 0421 0501 0517 0529 0608 0609 1225 1226",
    2026: "0101 0402 0403 0405 0406 0501 0517 0514 0524 0525 1225 1226",
    2027: "0101 0325 0326 0328 0329 0501 0517 0506 0516 0517 1225 1226",
    2028: "0101 0413 0414 0416 0417 0501 0517 0525 0604 0605 1225 1226",
    2029: "0101 0329 0330 0401 0402 0501 0517 0510 0520 0521 1225 1226",
    2030: "0101 0418 0419 0421 0422 0501 0517 0530 0609 0610 1225 1226",
    2031: "0101 0410 0411 0413 0414 0501 0517 0522 0601 0602 1225 1226",
    2032: "0101 0325 0326 0328 0329 0501 0517 0506 0516 0517 1225 1226",
    2033: "0101 0414 0415 0417 0418 0501 0517 0526 0605 0606 1225 1226",
    2034: "0101 0406 0407 0409 0410 0501 0517 0518 0528 0529 1225 1226",
    2035: "0101 0322 0323 0325 0326 0501 0517 0503 0513 0514 1225 1226",
}
"""Month and day of each holiday of a year, in the order of `NAMES`; two may share a day."""
