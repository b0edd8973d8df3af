import { Lock } from "lucide-react";
import type { ReactNode } from "react";

type NoRightProps = {
  /** What is closed: «Оплата по договору 78010000000011». */
  what: string;
  /** Who can open it: «Права меняет администратор договора Иванов И. И.». */
  who: ReactNode;
  action?: ReactNode;
};

export function NoRight({ what, who, action }: NoRightProps) {
  return (
    <div className="card flex flex-col items-center gap-2 px-6 py-10 text-center">
      <Lock className="text-muted" aria-hidden="true" />
      <h2 className="font-semibold">Нет доступа: {what}</h2>
      <div className="max-w-lg text-muted">{who}</div>
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
