"use client";

import { useSyncExternalStore } from "react";

type FailureProps = { error: unknown; retry: () => void };

const neverChanges = () => () => undefined;
const requestNumber = () => document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content;

/** What error boundaries show. They are in every page's first load, so nothing heavier than text is imported. */
export function Failure({ error, retry }: FailureProps) {
  const request = useSyncExternalStore(neverChanges, requestNumber, () => undefined);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const numbers = [digest, request].filter(Boolean).join(" / ");

  return (
    <div role="alert">
      <h1>Страница не открылась</h1>
      <p className="mt-2 text-muted">
        У нас произошла ошибка. Всё, что вы передали раньше, сохранено. Повторите попытку, а если не поможет, вернитесь через несколько минут.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="button button--primary" onClick={retry}>
          Повторить
        </button>
        {/* A full load, not a client-side move: it starts from a clean state. */}
        <button type="button" className="button button--outline" onClick={() => location.assign("/")}>
          На главную
        </button>
      </p>
      {numbers !== "" && <p className="mt-5 text-sm text-muted">Если обратитесь в поддержку, назовите номер: {numbers}</p>}
    </div>
  );
}
