"""Pictures of replies, drawn with matplotlib, which the extra ``charts`` installs.

``fonts`` finds a Korean font; ``timeline`` draws. matplotlib is imported when the first picture is drawn:
without the extra, or before that, the bot pays nothing for it.
"""
