"use client";

import { useEffect, useRef, type MouseEvent } from "react";

export type FieldProblem = {
  /** Id of the control. */
  id: string;
  message: string;
};

type ErrorSummaryProps = {
  title?: string;
  /** A new array for every failed attempt: each takes focus again. */
  problems: readonly FieldProblem[];
};

function goTo(event: MouseEvent, id: string) {
  const control = document.getElementById(id);
  if (control === null) return;
  event.preventDefault();
  control.closest("details")?.setAttribute("open", "");
  control.focus();
}

export function ErrorSummary({ title = "Проверьте данные", problems }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problems.length === 0) return;
    const before = document.title;
    document.title = `Ошибка: ${before}`;
    box.current?.focus();
    return () => {
      document.title = before;
    };
  }, [problems]);

  if (problems.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice--error">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.id}-${problem.message}`}>
              <a className="text-link" href={`#${problem.id}`} onClick={(event) => goTo(event, problem.id)}>
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
