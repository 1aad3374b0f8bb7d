"""What a fine-tuning minimises, one objective per file."""
