"""One contestant each of ``import_speed``: ``WORKER PRODUCTS.csv EVENTS.csv FOLDER`` prints seconds and megabytes."""
