"use client";

import clsx from "clsx";
import { useEffect, useRef, type FocusEvent, type MouseEvent, type ReactNode } from "react";

type MenuProps = {
  summary: ReactNode;
  summaryClassName?: string;
  align?: "left" | "right";
  className?: string;
  children: ReactNode;
};

/** `details` opens without JavaScript; the script only closes it: outside, on Escape, after a choice. */
export function Menu({ summary, summaryClassName, align = "left", className, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const details = box.current;
    if (details === null) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  const closeAfterChoice = (event: MouseEvent<HTMLElement>) => {
    const chosen = event.target instanceof Element && event.target.closest("a") !== null;
    if (chosen && box.current !== null) box.current.open = false;
  };
  const closeOnLeave = (event: FocusEvent<HTMLElement>) => {
    const left = event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget);
    if (left && box.current !== null) box.current.open = false;
  };

  return (
    <details ref={box} className={clsx("relative", className)} onBlur={closeOnLeave}>
      <summary className={summaryClassName}>{summary}</summary>
      <div className={clsx("floating-list", align === "right" && "right-0")} onClick={closeAfterChoice}>
        {children}
      </div>
    </details>
  );
}
