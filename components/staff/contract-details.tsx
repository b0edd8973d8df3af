import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ROLE_NAMES } from "@/lib/auth/permissions";
import { PRICE_CATEGORY_NAMES } from "@/lib/contracts/constants";
import type { ContractCard } from "@/lib/contracts/types";
import { countOf } from "@/lib/format/plurals";

export function ContractDetails({ contract }: { contract: ContractCard }) {
  const facts = [
    ["ИНН", contract.inn],
    ["КПП", contract.kpp ?? "—"],
    ["Ценовая категория", PRICE_CATEGORY_NAMES[contract.priceCategory] ?? "—"],
  ] as const;
  return (
    <Card>
      <CardHeader title="Клиент и доступ" />
      <CardBody className="grid gap-4 sm:grid-cols-2">
        <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ul className="flex flex-col gap-2">
          {contract.members.map(({ name, email, role, facilities }) => (
            <li key={`${email}-${role}`}>
              <span className="font-medium">{ROLE_NAMES[role]}</span> · {name}
              <span className="block text-sm text-muted">
                {email}
                {facilities !== "all" && ` · только ${countOf(facilities, ["энергообъект", "энергообъекта", "энергообъектов"])}`}
              </span>
            </li>
          ))}
          {contract.members.length === 0 && <li className="text-muted">К договору никто не привязан</li>}
        </ul>
      </CardBody>
    </Card>
  );
}
