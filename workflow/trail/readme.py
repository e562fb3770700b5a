"""What an export says of itself, to whoever opens it without the program."""

from __future__ import annotations

README = """\
EKSPORT AV SPORET FRA FRISTVAKT

Dette er hendelsene slik de ble registrert, med det som skal til for å kontrollere dem.
Eksporten kan inneholde opplysninger som er skjermet. Oppbevar den deretter.

Filer
  events.jsonl       Én hendelse per linje, i den rekkefølgen de ble registrert. «state» er den
                     lagrede teksten, tegn for tegn; det er den avtrykkene er regnet av.
  events.csv         De samme hendelsene for regneark (semikolon, UTF-8). Celler som et regneark
                     kunne tatt for formler, har en apostrof foran.
  historikk/         De samme hendelsene til å lese, som PDF/A.
  leaves.txt         Posisjon, avtrykk og kjede for alle hendelser i sporet, også dem som ikke er
                     med her. Avtrykkene røper ikke hva hendelsene sier.
  checkpoints/       Signerte sjekkpunkter: hvor langt sporet var kommet, og hva det var.
  public_key.txt     Virksomhetens offentlige nøkkel.
  manifest.json      Kontrollsum (SHA-256) for hver fil, og hva eksporten omfatter.
  verify_trail.py    Kontrollerer alt dette med Python 3.11 eller nyere, uten andre programmer.

Kontroll
  python3 -I verify_trail.py .
  python3 -I verify_trail.py --key NØKKEL .

Oppgi helst nøkkelen med --key slik du har fått den på annen måte enn i denne mappen. Hent også
verify_trail.py fra et annet sted hvis du ikke stoler på den som ga deg eksporten: den som kan
endre hendelsene her, kan endre den også.

Slik er det regnet (SHA-256 overalt)
  avtrykk   H(00 + strømmens 16 byte + versjon (8 byte) + lengden av navnet (2 byte) + navn + state)
  kjede     H(02 + forrige kjedeverdi + avtrykk); den første er H("fristvakt ledger 1")
  rot       Merkle-treet i RFC 9162 over avtrykkene
  signatur  Ed25519 (RFC 8032) over sjekkpunktet som JSON med sorterte navn og uten mellomrom
"""
