from __future__ import annotations

import io
import logging

from workflow.app.web.masking import Masking, masked


def test_logging_an_address_hides_its_token() -> None:
    """Neither the message nor its arguments show who may read a calendar; the rest stays."""
    out = io.StringIO()
    log = logging.getLogger("a log of requests")
    handler = logging.StreamHandler(out)
    log.addHandler(handler)
    log.addFilter(Masking())
    log.warning(
        '%s - "%s %s HTTP/%s" %d', "127.0.0.1", "GET", "/kalender/sEcReT-1_x/frister.ics?a=b", "1.1", 200
    )
    log.warning("Exception for /kalender/sEcReT-1_x/ and http://host/kalender/sEcReT-1_x/frister.ics")
    assert "sEcReT" not in out.getvalue()
    assert '"GET /kalender/***/frister.ics?a=b HTTP/1.1" 200' in out.getvalue()


def test_masking_what_is_no_address_changes_nothing() -> None:
    """Other paths are logged as they are."""
    assert masked("/kalender/ and /helse and kalender/x") == "/kalender/ and /helse and kalender/x"
