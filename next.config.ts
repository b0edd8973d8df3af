import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  // `npm test` runs the type checker once for the whole repository, so the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg-boss", "nodemailer", "@node-rs/argon2", "xlsx", "@aws-sdk/client-s3", "yauzl"],
};

export default config;
