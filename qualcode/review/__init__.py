"""People decide on codings: the queue and the local web page."""
