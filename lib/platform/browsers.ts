const MINIMUM = { chromium: 111, firefox: 128, safari: 16.4 };

function version(userAgent: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(userAgent);
  if (match === null) return undefined;
  // «16_4» and «16.4» become 16.4; a two-digit minor («16.10») is newer than .4, so it is capped at .9.
  return Number(match[1]) + Math.min(Number(match[2] ?? 0), 9) / 10;
}

/** False only for a browser known to be too old; anything unknown (robots, monitors, scripts) passes. */
export function isSupportedBrowser(userAgent: string): boolean {
  if (/MSIE |Trident\/|Presto\//.test(userAgent)) return false;
  // Every browser of iOS runs the system's WebKit, whatever it calls itself.
  const ios = version(userAgent, /\((?:iPhone|iPad|iPod)[^)]* OS (\d+)(?:_(\d+))?/);
  if (ios !== undefined) return ios >= MINIMUM.safari;
  const chromium = version(userAgent, /Chrom(?:e|ium)\/(\d+)/);
  if (chromium !== undefined) return chromium >= MINIMUM.chromium;
  const firefox = version(userAgent, /Firefox\/(\d+)/);
  if (firefox !== undefined) return firefox >= MINIMUM.firefox;
  const safari = version(userAgent, /Version\/(\d+)(?:\.(\d+))?.* Safari\//);
  return safari === undefined || safari >= MINIMUM.safari;
}
