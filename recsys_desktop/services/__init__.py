"""What the application does, joined from engine, store and ingest; free of Qt and usable from any face."""
