"""The stream of one recurring report (rapportserie)."""
