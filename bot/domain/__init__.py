"""The words, facts and rules of the product; pure Python over values.

A question goes up through the packages, each importing only what stands below it::

    factcheck, agreement                   whether what a curator or a user says agrees with the base
    engine                                 the whole way, from a text and its thread to a reply
    answering                              ranked facts → what is asserted, compared, corrected or offered
    matching                               question × fact → what the fact accounts for, and a score
    question                               words → what each does, and what is asked
    reading                                text → words as they were meant, however they were typed
    phrases                                nearest phrases to a text; knows nothing of telcos
    text                                   Korean as it is written: letters, sounds, particles, endings
    base, reply, fact, lexicon, article    what is known, and what is said

``digest`` holds the daily digest; ``showcase``, ``links``, ``typeahead`` and ``commands`` what the surfaces
need beside answers. import-linter holds this map in the test run, as it does that of the layers in ``bot``.
"""
