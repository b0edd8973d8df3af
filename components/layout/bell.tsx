import { Bell as BellIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";

const MOST_SHOWN = 99;

type BellProps = { href: Route; unread: number };

export function Bell({ href, unread }: BellProps) {
  return (
    <Link href={href} prefetch={false} className="bell" aria-label={unread > 0 ? `Уведомления, непрочитанных: ${unread}` : "Уведомления"}>
      <BellIcon aria-hidden="true" />
      {unread > 0 && (
        <span className="bell__count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
