"""What ReportLab lacks: tags, CID fonts, page boxes, XMP, object streams. The only door to ReportLab."""
