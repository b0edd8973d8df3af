import type { Route } from "next";

export type NavIconName =
  | "payments"
  | "readings"
  | "consumption"
  | "services"
  | "history"
  | "appeals"
  | "cards"
  | "help"
  | "guide"
  | "agreement"
  | "contracts"
  | "meters"
  | "submissions"
  | "people"
  | "mail"
  | "journal"
  | "houses"
  | "profile";

export type MenuItem = {
  href: Route;
  label: string;
  icon: NavIconName;
  /** Path that marks the item as current, when it is wider than `href`: «/history» for «/history/readings». */
  section?: string;
};

export type ShellUser = {
  /** «Иванова Ирина Ивановна». */
  name: string;
  /** Login or role, under the name. */
  note: string;
};
