import type { ComponentProps } from "react";
import { Tabs } from "@/components/ui/tabs";

/** Parts of «История»; nothing to choose from where only one is open. */
export function HistoryTabs({ items, current }: Omit<ComponentProps<typeof Tabs>, "label">) {
  if (items.length < 2) return null;
  return (
    <div className="mb-4">
      <Tabs label="Разделы истории" items={items} current={current} />
    </div>
  );
}
