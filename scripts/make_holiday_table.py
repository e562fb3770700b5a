"""Print EDITION and DAYS of `calendars/holiday_table.py` as the installed `holidays` library gives them.

The suite fails when table and library differ. Run this after the library was raised in pyproject.toml,
read the difference, and put the lines in place: .venv/bin/python scripts/make_holiday_table.py
"""

from __future__ import annotations

import datetime as dt

import holidays

YEARS = range(2020, 2036)
# The library's English names, in the order of NAMES in the table.
ORDER = (
    "New Year's Day",
    "Maundy Thursday",
    "Good Friday",
    "Easter Sunday",
    "Easter Monday",
    "Labor Day",
    "Constitution Day",
    "Ascension Day",
    "Pentecost",
    "Pentecost Monday",
    "Christmas Day",
    "Second Day of Christmas",
)


def days(year: int) -> list[dt.date]:
    """Give the days of a year in the order of the names; a name the library lacks is an error."""
    found = holidays.country_holidays("NO", years=year, language="en_US")
    named = {name: day for day in found for name in found.get_list(day)}
    if set(named) != set(ORDER):
        raise SystemExit(f"{year}: the library says {sorted(set(named) ^ set(ORDER))} otherwise")
    return [named[name] for name in ORDER]


def main() -> None:
    """Print the lines."""
    print(f'EDITION = "holidays {holidays.__version__} NO"\n\nDAYS = {{')
    for year in YEARS:
        print(f'    {year}: "{" ".join(f"{day:%m%d}" for day in days(year))}",')
    print("}")


if __name__ == "__main__":
    main()
