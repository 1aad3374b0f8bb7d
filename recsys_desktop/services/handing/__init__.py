"""What leaves for others: mailings, pages, audiences, tables for shop systems, reports."""
