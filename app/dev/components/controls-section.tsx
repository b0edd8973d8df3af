import { Upload } from "lucide-react";
import { DEV_CONTRACTS } from "@/app/dev/components/samples";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboBox } from "@/components/ui/combo-box";
import { LinkButton } from "@/components/ui/link-button";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";

const VARIANTS = [
  ["primary", "Передать показания"],
  ["secondary", "Загрузить файлом"],
  ["quiet", "Сбросить"],
  ["danger", "Удалить"],
] as const;

export function ControlsSection() {
  return (
    <>
      <Card>
        <CardHeader title="Кнопки и пометки" details={<>Ссылка в тексте: <TextLink href="/dev/hello">пустая страница</TextLink></>} />
        <CardBody className="flex flex-col gap-4">
          {(["обычная", "в работе", "недоступна"] as const).map((state) => (
            <div key={state} className="flex flex-wrap items-center gap-3">
              {VARIANTS.map(([variant, text]) => (
                <Button key={variant} variant={variant} pending={state === "в работе"} disabled={state === "недоступна"}>
                  {text}
                </Button>
              ))}
              <Button iconOnly variant="quiet" aria-label={`Загрузить, ${state}`} disabled={state === "недоступна"}>
                <Upload aria-hidden="true" />
              </Button>
              <span className="text-sm text-muted">{state}</span>
            </div>
          ))}
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/dev/hello" variant="primary">Ссылка кнопкой</LinkButton>
            <LinkButton href="/dev/hello">Вторая</LinkButton>
          </div>
          <div className="flex flex-wrap gap-2">
            <Badge tone="good">Переданы 19.11.2026, 14:02</Badge>
            <Badge tone="warning">Ожидание</Badge>
            <Badge tone="bad">Просрочен</Badge>
            <Badge>Черновик</Badge>
          </div>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Поля" />
        <CardBody className="grid gap-4 sm:grid-cols-3">
          <TextInput name="plain" label="Электронная почта" type="email" autoComplete="email" />
          <TextInput name="hinted" label="Номер договора" hint="14 цифр из счёта или договора" placeholder="78010000000011" />
          <TextInput name="wrong" label="ИНН" defaultValue="78010000" error="Не хватает двух цифр. Проверьте ИНН" />
          <TextInput name="off" label="Лицевой счёт" defaultValue="100200" disabled />
          <TextInput name="optional" label="Комментарий" optional />
          <Select name="status" label="Передача" options={[{ value: "all", label: "Все" }, { value: "awaiting", label: "Ожидание" }]} />
          <Select name="zone" label="Шкала" placeholder="Выберите шкалу" options={[{ value: "day", label: "День" }]} error="Выберите шкалу" />
          <ComboBox name="contract" label="Договор" options={DEV_CONTRACTS} defaultValue="78010000000011" hint="Введите часть названия или номера" />
          <ComboBox name="contract-wrong" label="Договор с ошибкой" options={DEV_CONTRACTS} placeholder="Название или номер" error="Выберите договор" />
          <NumberInput name="number" label="Показание" labelHidden={false} defaultValue="12 442,00" />
          <NumberInput name="number-entry" label="Показание на телефоне" labelHidden={false} entry defaultValue="13452" />
          <NumberInput name="number-wrong" label="Показание с ошибкой" labelHidden={false} defaultValue="5032" error="Меньше предыдущего 50 321,5. Проверьте число" />
          <Checkbox name="agree" label="Запомнить меня на этом устройстве" defaultChecked />
          <Checkbox name="agree-wrong" label="Согласен с условиями" error="Отметьте согласие, чтобы продолжить" />
          <Checkbox name="agree-off" label="Недоступная отметка" disabled />
        </CardBody>
      </Card>
    </>
  );
}
