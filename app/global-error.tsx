"use client";

import { Failure } from "@/components/layout/failure";
import "@/app/globals.css";

/** The root layout itself failed, so this page brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="ru">
      <body>
        <title>Ошибка · Ампер</title>
        <main className="page">
          <Failure error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
