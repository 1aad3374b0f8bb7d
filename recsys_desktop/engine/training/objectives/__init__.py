"""What the encoder is asked to learn: one objective a file, all under the interface of ``base``."""
