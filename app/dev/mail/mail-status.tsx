import { Badge, type Tone } from "@/components/ui/badge";

const STATUSES = {
  queued: { tone: "neutral", words: "Ждёт отправки" },
  sending: { tone: "neutral", words: "Отправляется" },
  sent: { tone: "good", words: "Отправлено" },
  failed: { tone: "bad", words: "Не отправлено" },
} as const satisfies Record<string, { tone: Tone; words: string }>;

export function MailStatus({ status }: { status: keyof typeof STATUSES }) {
  const { tone, words } = STATUSES[status];
  return <Badge tone={tone}>{words}</Badge>;
}
