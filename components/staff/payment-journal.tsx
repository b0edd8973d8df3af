import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDayOf, formatTime } from "@/lib/format/dates";
import { describeCall, describeEvent, describeNotification } from "@/lib/payments/rules/describe-staff";
import type { StaffPayment } from "@/lib/payments/types";

type Column = { title: string; /** Long texts take what is left of the width. */ wide?: boolean };
type JournalProps = { title: string; empty: string; columns: readonly Column[]; rows: readonly { id: string; cells: readonly string[] }[] };

function Journal({ title, empty, columns, rows }: JournalProps) {
  return (
    <Card>
      <CardHeader title={title} />
      {rows.length === 0 ? (
        <CardBody className="text-muted">{empty}</CardBody>
      ) : (
        <Table label={title} stacked>
          <thead>
            <tr>
              {columns.map((column) => (
                <Th key={column.title} className={column.wide === true ? "w-1/2" : undefined}>
                  {column.title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map((cell, place) => (
                  <Td key={columns[place]?.title} label={columns[place]?.title} className="break-words">
                    {cell}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

type PaymentJournalProps = { payment: Pick<StaffPayment, "calls" | "notifications" | "events">; zone: string };

/** Every call to the bank, every notification and every step, oldest first. */
export function PaymentJournal({ payment: { calls, notifications, events }, zone }: PaymentJournalProps) {
  const at = (moment: Date) => `${formatDayOf(moment, zone)}, ${formatTime(moment, zone)}:${String(moment.getUTCSeconds()).padStart(2, "0")}`;
  return (
    <>
      <Journal
        title="Обращения к банку"
        empty="Банк по этому платежу ещё не вызывался"
        columns={[{ title: "Начато" }, { title: "Закончено" }, { title: "Что" }, { title: "Исход", wide: true }]}
        rows={calls.map((call) => {
          const { what, outcome } = describeCall(call);
          return { id: call.id, cells: [at(call.startedAt), call.finishedAt === null ? "—" : at(call.finishedAt), what, outcome] };
        })}
      />
      <Journal
        title="Уведомления банка"
        empty="Банк ничего не присылал"
        columns={[{ title: "Получено" }, { title: "О чём" }, { title: "Номер в банке", wide: true }]}
        rows={notifications.map(({ id, at: moment, event, objectId }) => ({ id, cells: [at(moment), describeNotification(event), objectId] }))}
      />
      <Journal
        title="Журнал"
        empty="Записей нет"
        columns={[{ title: "Время" }, { title: "Кто" }, { title: "Что" }, { title: "Подробности", wide: true }]}
        rows={events.map((event) => {
          const { what, details } = describeEvent(event);
          return { id: event.id, cells: [at(event.at), event.by ?? "Автоматически", what, details === "" ? "—" : details] };
        })}
      />
    </>
  );
}
