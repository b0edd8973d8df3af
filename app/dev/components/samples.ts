import type { MenuItem, ShellUser } from "@/components/layout/menu-item";

export const DEV_USER: ShellUser = { name: "Иванова Ирина Ивановна", note: "irina@example.com" };

export const DEV_MENU: readonly MenuItem[] = [
  { href: "/dev/hello", label: "Оплата", icon: "payments" },
  { href: "/dev/components", label: "Показания", icon: "readings" },
  { href: "/dev/hello?1", label: "Потребление", icon: "consumption" },
  { href: "/dev/hello?2", label: "Услуги", icon: "services" },
  { href: "/dev/hello?3", label: "История", icon: "history" },
];

export const DEV_MORE: readonly MenuItem[] = [
  { href: "/dev/hello?4", label: "Обращения", icon: "appeals" },
  { href: "/dev/hello?5", label: "Помощь", icon: "help" },
];

export const DEV_PROFILE: readonly MenuItem[] = [{ href: "/dev/hello?6", label: "Профиль", icon: "profile" }];

export const DEV_CONTRACTS = [
  { value: "78010000000011", label: "ООО «Северный завод»", detail: "78010000000011" },
  { value: "78010000000028", label: "ООО «Северный завод», офис", detail: "78010000000028" },
  { value: "78010000000035", label: "ООО «УК Уютный дом»", detail: "78010000000035" },
  { value: "78010000000042", label: "АО «Торговая сеть»", detail: "78010000000042" },
];
