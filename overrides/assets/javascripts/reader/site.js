// What every page does besides showing its text. Each part looks for the elements it serves, so
// it does nothing on pages that have none.
import { offerColours } from "./color-scheme.js";
import { carrySection } from "./language-switch.js";
import { makeToggles } from "./toggles.js";
import { markContents } from "./toc.js";
import { keepTicks } from "./checklist.js";
import { offerCopying } from "./copy-code.js";
import { showNotes } from "./pop-up.js";
import { foldSources } from "./page-sources.js";
import { offerLinks } from "./heading-links.js";
import { dropWhatWasAdded } from "./arrive.js";
import { offerPrinting } from "./printing.js";
import { keepAskedLanguage } from "./not-found.js";
import { sparePrefetching } from "./prefetch.js";
import { keepCopy } from "./offline.js";
import { offerSearch } from "../search/opener.js";

// Where they cannot all work, none does (partials/before-paint.html).
if (document.documentElement.classList.contains("js")) {
  offerColours();
  carrySection();
  makeToggles();
  markContents();
  keepTicks();
  offerCopying();
  showNotes();
  foldSources();
  offerLinks();
  dropWhatWasAdded();
  offerPrinting();
  keepAskedLanguage();
  offerSearch();
  sparePrefetching();
  keepCopy();
}
