"use client";

import { useActionState, useEffect, useRef, useState, type SubmitEvent } from "react";
import { payAction } from "@/lib/payments/actions/pay";
import type { PayState } from "@/lib/payments/types";

type Refused = Extract<PayState, { ok: false }>;

const NO_ANSWER =
  "Ответ сервера не получен. Нажмите «Перейти к оплате» ещё раз: если платёж уже начат, откроется он же, дважды деньги не спишутся";

/** Sends the form by a script where there is one: what was typed stays, and a lost answer can be asked for again. */
export function usePayment() {
  const [plain, action] = useActionState(payAction, null);
  const [scripted, setScripted] = useState<PayState | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  // A browser may bring the page back as it was left, on its way to the bank.
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      busy.current = false;
      setPending(false);
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    const form = new FormData(event.currentTarget);
    form.set("script", "1");
    busy.current = true;
    setPending(true);
    setLost(null);
    try {
      const next = await payAction(null, form);
      setScripted(next);
      // The button stays busy: the page is about to go away.
      if (next.ok) return window.location.assign(next.data.url);
    } catch {
      setLost(NO_ANSWER);
    }
    busy.current = false;
    setPending(false);
  };

  const state = scripted ?? plain;
  const refused: Refused | null = state?.ok === false ? state : null;
  return { action, onSubmit, pending, refused, lost };
}
