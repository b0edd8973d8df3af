import localFont from "next/font/local";

// One family per subset: next/font cannot give several files of one family different ranges.
// The ranges are those of the package's own stylesheet. No metric fallback: it would catch every letter before the next subset.
const latin = localFont({
  src: "../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2",
  variable: "--font-golos-latin",
  weight: "400 900",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const cyrillic = localFont({
  src: "../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2",
  variable: "--font-golos-cyrillic",
  weight: "400 900",
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116" }],
});

// Holds the rouble sign; fetched only by pages that show money.
const latinExt = localFont({
  src: "../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-ext-wght-normal.woff2",
  variable: "--font-golos-latin-ext",
  weight: "400 900",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+20A0-20AB,U+20AD-20C0,U+2113" }],
});

export const fontVariables = `${latin.variable} ${cyrillic.variable} ${latinExt.variable}`;
