"use client";

import Form from "next/form";
import { useRef } from "react";
import { ComboBox } from "@/components/ui/combo-box";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { FacilityFilter, FormPage } from "@/lib/readings/types";

/** More contracts than this are searched by typing. */
const LISTED_CONTRACTS = 20;

const STATES = [
  { value: "all", label: "Все" },
  { value: "unsent", label: "Не переданы" },
  { value: "sent", label: "Переданы" },
];

type ReadingsFilterProps = {
  contract: string;
  contracts: { number: string; clientName: string }[];
  state: FacilityFilter["state"];
  facility: string;
  choices: FormPage["choices"];
  total: number;
};

/** Lives in the address. With JavaScript a choice is enough; without it there is a button. */
export function ReadingsFilter({ contract, contracts, state, facility, choices, total }: ReadingsFilterProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  const changeContract = () => {
    // Facilities of one contract are not those of another.
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name=facility]") ?? []) field.value = "";
  };
  const options = contracts.map(({ number, clientName }) => ({ value: number, label: `${clientName} · ${number}` }));
  return (
    <Form ref={form} action="/readings" prefetch={false} className="readings-filter" role="search" aria-label="Отбор">
      {options.length > LISTED_CONTRACTS ? (
        <ComboBox key={contract} name="contract" label="Договор" options={options} defaultValue={contract} onChoice={changeContract} submitOnChoice />
      ) : (
        <Select
          key={contract}
          name="contract"
          label="Договор"
          options={options}
          defaultValue={contract}
          onChange={() => {
            changeContract();
            send();
          }}
        />
      )}
      <Select key={`state ${state}`} name="state" label="Передача" options={STATES} defaultValue={state} onChange={send} />
      {choices === null ? (
        <div className="readings-filter__search">
          <TextInput
            key={`facility ${facility}`}
            name="facility"
            type="search"
            label="Энергообъект"
            placeholder={`Код или адрес, всего ${total}`}
            defaultValue={facility}
            enterKeyHint="search"
          />
          <button type="submit" className="button button--outline">
            Найти
          </button>
        </div>
      ) : (
        <Select
          key={`facility ${facility}`}
          name="facility"
          label="Энергообъект"
          options={[{ value: "", label: `Все, ${total}` }, ...choices.map(({ code, address }) => ({ value: code, label: `${address} · ${code}` }))]}
          defaultValue={facility}
          onChange={send}
        />
      )}
      {choices !== null && (
        <noscript>
          <button type="submit" className="button button--outline">
            Показать
          </button>
        </noscript>
      )}
    </Form>
  );
}
