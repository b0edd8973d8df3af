"use client";

import { useEffect } from "react";

/** Leads on to the bank's page; without a script the browser does it by itself. */
export function GoToBank({ url }: { url: string }) {
  useEffect(() => window.location.replace(url), [url]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
    </noscript>
  );
}
