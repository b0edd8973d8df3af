import {
  BookOpen,
  Building2,
  ChartColumn,
  CircleHelp,
  CreditCard,
  FileCheck,
  FileText,
  Gauge,
  History,
  Inbox,
  Mail,
  MessageSquareText,
  ScrollText,
  User,
  Users,
  Wallet,
  Wrench,
  type LucideIcon,
} from "lucide-react";
import type { NavIconName } from "@/components/layout/menu-item";

const ICONS: Record<NavIconName, LucideIcon> = {
  payments: Wallet,
  readings: Gauge,
  consumption: ChartColumn,
  services: Wrench,
  history: History,
  appeals: MessageSquareText,
  cards: CreditCard,
  help: CircleHelp,
  guide: BookOpen,
  agreement: FileCheck,
  contracts: FileText,
  meters: Gauge,
  submissions: Inbox,
  people: Users,
  mail: Mail,
  journal: ScrollText,
  houses: Building2,
  profile: User,
};

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden="true" />;
}
