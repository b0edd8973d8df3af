import Link from "next/link";
import type { Route } from "next";

type BrandProps = {
  home: Route;
  /** «Сотрудникам» in the staff area. */
  note?: string;
};

function BrandMark() {
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="6" fill="currentColor" />
      <path d="M12.2 4 6 12.2h4.2L9.2 18 16 10.2h-4.5z" fill="var(--accent-foreground)" />
    </svg>
  );
}

export function Brand({ home, note }: BrandProps) {
  return (
    <Link href={home} prefetch={false} className="brand">
      <BrandMark />
      <span className="brand__word">Ампер</span>
      {note !== undefined && <span className="brand__word text-sm font-normal text-muted">{note}</span>}
    </Link>
  );
}

/** Without a link: on sign-in there is nowhere to go yet. */
export function BrandSign() {
  return (
    <p className="brand">
      <BrandMark />
      Ампер
    </p>
  );
}
