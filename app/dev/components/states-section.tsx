import { DialogExample } from "@/app/dev/components/dialog-example";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FileDrop } from "@/components/ui/file-drop";
import { LinkButton } from "@/components/ui/link-button";
import { NoRight } from "@/components/ui/no-right";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";

const TEN_MEGABYTES = 10 * 1024 * 1024;

export function StatesSection() {
  return (
    <>
      <Notice title="Приём показаний открыт">До 21.12.2026 можно передать и исправить показания за ноябрь.</Notice>
      <Notice tone="success" title="Показания сохранены">Их можно заменить до 21.12.2026.</Notice>
      <Notice tone="warning" title="Нет сети">Показания сохраняются на телефоне и уйдут сами.</Notice>
      <Notice tone="error" title="Показания не переданы">Сервер не ответил. Повторите через минуту: то, что вы ввели, осталось на странице.</Notice>
      <Card>
        <EmptyState title="Счетов пока нет" action={<LinkButton href="/dev/hello">Посмотреть историю</LinkButton>}>
          Новый счёт появится здесь в начале месяца. Оплаченные счета лежат в истории.
        </EmptyState>
      </Card>
      <NoRight what="оплата по договору 78010000000011" who="Права на этот договор выдаёт его администратор: Иванова Ирина Ивановна." />
      <Card>
        <CardHeader title="Ожидание и файлы" />
        <CardBody className="flex flex-col gap-5">
          <Progress label="Введено показаний по дому" value={32} max={48} text="32 из 48" />
          <Skeleton lines={3} />
          <FileDrop name="file" label="Выберите файл или перетащите его сюда" hint="xlsx или xls, до 10 МБ" accept=".xlsx,.xls" maxBytes={TEN_MEGABYTES} />
          <FileDrop name="file-wrong" label="Выберите файл или перетащите его сюда" hint="xlsx или xls, до 10 МБ" accept=".xlsx,.xls" maxBytes={TEN_MEGABYTES} error="Это не книга Excel. Сохраните файл как xlsx" />
          <div className="flex gap-3">
            <DialogExample />
            <Button>Вторая кнопка</Button>
          </div>
        </CardBody>
      </Card>
    </>
  );
}
