import { Accordion } from "@/components/ui/accordion";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { NumberInput } from "@/components/ui/number-input";
import { Pagination } from "@/components/ui/pagination";
import { StickyBar } from "@/components/ui/sticky-bar";
import { Table, Td, Th } from "@/components/ui/table";
import { Checkbox } from "@/components/ui/checkbox";

const BILLS = [
  { number: "127000000011", due: <Badge tone="bad">Просрочен, 10.11.2026</Badge>, sum: "478 379,00 ₽" },
  { number: "127000000012", due: "25.11.2026", sum: "637 839,00 ₽" },
];

export function FiguresSection() {
  return (
    <>
      <Card>
        <CardHeader
          title="ООО «Северный завод»"
          details="Договор 78010000000011 · Администратор"
          aside={
            <>
              <p className="sm:text-right">
                <span className="block text-sm text-muted">К оплате</span>
                <span className="text-xl font-semibold">1 116 218,00 ₽</span>
              </p>
              <Button variant="primary">Оплатить</Button>
            </>
          }
        />
        <Table label="Документы к оплате" stacked>
          <thead>
            <tr>
              <Th className="w-0"><Checkbox name="bills-all" label="Все документы" labelHidden defaultChecked /></Th>
              <Th>Документ</Th>
              <Th>Оплатить до</Th>
              <Th numeric>К оплате</Th>
            </tr>
          </thead>
          <tbody>
            {BILLS.map((bill) => (
              <tr key={bill.number}>
                <Td><Checkbox name={`bill-${bill.number}`} label={`Аванс № ${bill.number}`} labelHidden defaultChecked /></Td>
                <Th scope="row">Аванс № {bill.number}</Th>
                <Td label="Оплатить до">{bill.due}</Td>
                <Td numeric label="К оплате">{bill.sum}</Td>
              </tr>
            ))}
            <tr className="total">
              <Td />
              <Th scope="row">Аванс оплаченный</Th>
              <Td />
              <Td numeric label="Сумма">1 009 570,00 ₽</Td>
            </tr>
          </tbody>
        </Table>
      </Card>
      <Accordion
        open
        title="г. Санкт-Петербург, Индустриальный пр., д. 14"
        details="ЭО 780100000000110001 · 2 прибора"
        aside={<Badge tone="warning">Ожидание</Badge>}
      >
        <Table label="Приборы учёта по адресу Индустриальный пр., д. 14" hasControls stacked>
          <thead>
            <tr>
              <Th>Прибор и шкала</Th>
              <Th numeric>Предыдущее</Th>
              <Th numeric className="w-44">Текущее</Th>
              <Th numeric>Расход, кВт·ч</Th>
              <Th numeric>Дельта</Th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Th scope="row">
                <span className="font-semibold">20300109</span> · РП-10 кВ яч. 2
                <span className="block text-sm text-muted">Круглосуточная А+ · коэф. 12 000 · потери 5 %</span>
              </Th>
              <Td numeric label="Предыдущее"><span>012 441,00<span className="block text-sm text-muted">за октябрь</span></span></Td>
              <Td label="Текущее"><NumberInput name="r1" label="Текущее показание, прибор 20300109" defaultValue="12442" /></Td>
              <Td numeric label="Расход, кВт·ч" className="font-semibold">12 600,00</Td>
              <Td numeric label="Дельта" className="text-muted">−124 530,48</Td>
            </tr>
            <tr>
              <Th scope="row">
                <span className="font-semibold">43984851</span> · РП-10 кВ яч. 7
                <span className="block text-sm text-muted">Круглосуточная А+ · коэф. 1 200</span>
              </Th>
              <Td numeric label="Предыдущее"><span>050 321,50<span className="block text-sm text-muted">за октябрь</span></span></Td>
              <Td label="Текущее">
                <NumberInput name="r2" label="Текущее показание, прибор 43984851" defaultValue="5032" error="Меньше предыдущего 50 321,5. Проверьте число" />
              </Td>
              <Td numeric label="Расход, кВт·ч">—</Td>
              <Td numeric label="Дельта">—</Td>
            </tr>
          </tbody>
        </Table>
      </Accordion>
      <Accordion title="г. Санкт-Петербург, Индустриальный пр., д. 16, склад" details="ЭО 780100000000110002 · 1 прибор" aside={<Badge tone="good">Переданы 19.11.2026</Badge>}>
        <p className="card__body">Содержимое раскрытой карточки</p>
      </Accordion>
      <Pagination page={5} pages={20} label="Страницы списка" hrefFor={(page) => `/dev/components?page=${page}`} />
      <StickyBar
        status={
          <>
            <strong className="text-foreground">Заполнено 1 из 6.</strong> Одно значение с ошибкой; для прибора 43984851 нужны обе величины
          </>
        }
      >
        <Button>Сбросить</Button>
        <Button variant="primary">Передать показания</Button>
      </StickyBar>
    </>
  );
}
