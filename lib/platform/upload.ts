/** A sent body up to `maxBytes`; null past it, and the rest is not kept. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Whether a page of this very site sent the request. Browsers say so in `Sec-Fetch-Site`, but only over https and on
 * localhost; otherwise the origin must be the host that was asked, or the configured address behind a proxy.
 */
export function isSameOrigin(headers: Headers, appUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = URL.parse(headers.get("origin") ?? "");
  return origin !== null && (origin.origin === appUrl || origin.host === headers.get("host"));
}
