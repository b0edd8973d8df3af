import type { NextConfig } from "next";

// The content policy needs a nonce per response and HSTS needs the configured address: both are set in proxy.ts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Lets a guard answer 403 where the person knows the contract but has no right on it.
  experimental: { authInterrupts: true },
  // `npm test` runs the type checker once for the whole repository, so the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg-boss", "nodemailer", "@node-rs/argon2", "xlsx", "pdfmake", "@aws-sdk/client-s3", "yauzl"],
  headers: () => Promise.resolve([{ source: "/:path*", headers: securityHeaders }]),
};

export default config;
