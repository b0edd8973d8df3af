import clsx from "clsx";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { getTheme } from "@/lib/theme/queries";
import "@/app/globals.css";

export const metadata: Metadata = {
  title: { default: "Ампер — личный кабинет", template: "%s · Ампер" },
  description: "Личный кабинет клиента энергосбытовой компании: показания, счета, оплата.",
  icons: { icon: "/icon.svg" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
};

/** Reading the headers makes every page dynamic, which is what lets each response carry its own nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, theme] = await Promise.all([headers(), getTheme()]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html lang="ru" className={clsx(fontVariables, theme !== "system" && theme)}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
        <meta name="request-id" content={requestHeaders.get("x-request-id") ?? undefined} />
      </head>
      <body>{children}</body>
    </html>
  );
}
