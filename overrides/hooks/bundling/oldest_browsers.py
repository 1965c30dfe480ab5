"""The oldest browsers in which the site looks and works as it is meant.

Styles and scripts are written for these (styles.py, delivery/markup.py), and what is published is
held against them (tests/bundling/test_oldest_browsers.py; all names of MDN's data, and real
engines, in tests/browsers/). In anything older the scripts stay silent as a whole, and text, menu
and switch work without them (partials/before-paint.html).

Nobody counts the readers of this site, so no share decides, but how they read: in WeChat and in the
browsers of phones made for China, whose engines are Chromium of 88 to 98 for years on end, and on
iPhones that get no new system. Safari 14 is what the iPhone 6s of 2015 had in 2020, and 88 the
oldest Chromium that tests can still get. Firefox 94 is the first that knows `fit-content`.
"""

# By the names that browserslist gives them.
OLDEST = {"chrome": 88, "edge": 88, "firefox": 94, "safari": 14, "ios_saf": 14}
# The edition of ECMAScript whose syntax all of them read.
ECMASCRIPT = 2021
