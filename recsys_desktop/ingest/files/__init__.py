"""Files and archives opened as streams of bytes; which tables an archive or a workbook holds."""
