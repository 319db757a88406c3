"""Import: the export of another system becomes docgen's own records, by a map that is a table and nothing more.

``mapping`` reads the map, ``targets`` holds it against the model of the document type, ``tree`` gives it the shape of
the record; ``paths`` and ``converters`` fetch and read the foreign values; ``translation`` makes one record of one.
"""
