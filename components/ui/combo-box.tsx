"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { Field, fieldControlProps, type FieldTexts } from "@/components/ui/field";
import type { ComboOption } from "@/components/ui/combo-match";
import { useComboOptions } from "@/components/ui/use-combo-options";

const SHOWN = 100;

type ComboBoxProps = FieldTexts & {
  name: string;
  options: readonly ComboOption[];
  /** Address that searches among more options than the page carries. */
  source?: string;
  defaultValue?: string;
  placeholder?: string;
  className?: string;
  /** For a filter: the form around it is sent as soon as something is chosen. */
  submitOnChoice?: boolean;
  onChoice?: (value: string) => void;
};

/** A select one can type into (the ARIA combobox with a list); a hidden field carries the chosen value. */
export function ComboBox({ name, options: given, source, defaultValue, placeholder, submitOnChoice = false, onChoice, className, ...texts }: ComboBoxProps) {
  const [chosen, setChosen] = useState(() => given.find((option) => option.value === defaultValue) ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const hidden = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { options, failed } = useComboOptions(given, source, typed ?? "", open);
  const shown = options.slice(0, SHOWN);
  const optionId = (index: number) => `${name}-option-${index}`;

  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (option: ComboOption) => {
    close();
    setChosen(option);
    onChoice?.(option.value);
    // Written here because the form may be sent before React renders the new value.
    if (hidden.current !== null) hidden.current.value = option.value;
    if (submitOnChoice) hidden.current?.form?.requestSubmit();
  };
  const move = (to: number) => {
    setOpen(true);
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = shown[active];
    if (event.key === "ArrowDown") move(open ? active + 1 : 0);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && open && option !== undefined) choose(option);
    else return;
    event.preventDefault();
  };

  return (
    <Field id={name} className={className} {...texts}>
      <div className="relative">
        <input
          type="text"
          role="combobox"
          className="input input--combo"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${name}-list`}
          aria-activedescendant={open && shown.length > 0 ? optionId(active) : undefined}
          placeholder={placeholder}
          value={typed ?? chosen?.label ?? ""}
          onClick={() => move(0)}
          onFocus={(event) => event.target.select()}
          onBlur={close}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value);
            move(0);
          }}
          {...fieldControlProps(name, texts)}
        />
        <input ref={hidden} type="hidden" name={name} defaultValue={chosen?.value ?? ""} />
        <div className="floating-list combo-list" hidden={!open}>
          <ul ref={list} id={`${name}-list`} role="listbox" aria-label={typeof texts.label === "string" ? texts.label : name}>
            {open &&
              shown.map((option, index) => (
                <li
                  key={option.value}
                  id={optionId(index)}
                  role="option"
                  aria-selected={option.value === chosen?.value}
                  data-active={index === active}
                  // Pressing must not take focus from the field: its blur would close the list before the click.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  <span className="min-w-0 flex-1">{option.label}</span>
                  {option.detail !== undefined && <span className="text-sm text-muted">{option.detail}</span>}
                </li>
              ))}
          </ul>
          <p role="status" className="px-2.5 py-1 text-sm text-muted empty:hidden">
            {open && summary(options.length, failed)}
          </p>
        </div>
      </div>
    </Field>
  );
}

function summary(count: number, failed: boolean): string | null {
  if (failed) return "Список не загрузился. Измените запрос, чтобы повторить";
  if (count === 0) return "Ничего не найдено. Измените запрос";
  return count > SHOWN ? `Показаны первые ${SHOWN}. Уточните запрос` : null;
}
