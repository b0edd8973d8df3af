"use client";

import { useRef, useState } from "react";

/** How far a file is; `checking`: everything has arrived and is being read. */
export type UploadPhase = { state: "sending"; sent: number; total: number } | { state: "checking" };

type Listeners = { onReady: (id: string) => void; onFailed: (message: string) => void };

const LOST = "Связь прервалась, файл не загружен. Проверьте интернет и попробуйте ещё раз";
const UNCLEAR = "Файл не удалось загрузить. Попробуйте ещё раз через минуту";

type Answer = { id?: unknown; message?: unknown };

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

/** Sends one file and says how far it is; `fetch` cannot tell how much has been sent. */
export function useUploadFile({ onReady, onFailed }: Listeners) {
  const [phase, setPhase] = useState<UploadPhase | null>(null);
  const request = useRef<XMLHttpRequest | null>(null);

  const fail = (message: string) => {
    setPhase(null);
    onFailed(message);
  };
  const send = (address: string, form: FormData) => {
    // A second click while one file is on its way.
    if (request.current !== null) return;
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.upload.onprogress = ({ loaded, total }) => setPhase({ state: "sending", sent: loaded, total });
    xhr.upload.onload = () => setPhase({ state: "checking" });
    xhr.onloadend = () => (request.current = null);
    xhr.onerror = () => fail(LOST);
    xhr.onabort = () => setPhase(null);
    xhr.onload = () => {
      const { id, message } = readAnswer(xhr.responseText);
      if (xhr.status === 201 && typeof id === "string") onReady(id);
      else fail(typeof message === "string" ? message : UNCLEAR);
    };
    xhr.open("POST", address);
    xhr.setRequestHeader("Accept", "application/json");
    setPhase({ state: "sending", sent: 0, total: 0 });
    xhr.send(form);
  };

  return { phase, send, cancel: () => request.current?.abort() };
}
