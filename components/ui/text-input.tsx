import type { ComponentProps } from "react";
import { Field, fieldControlProps, type FieldTexts } from "@/components/ui/field";

type TextInputProps = FieldTexts & Omit<ComponentProps<"input">, "name"> & { name: string };

export function TextInput({ name, id = name, label, labelHidden, optional, hint, error, className, ...rest }: TextInputProps) {
  return (
    <Field id={id} label={label} labelHidden={labelHidden} optional={optional} hint={hint} error={error} className={className}>
      <input type="text" name={name} className="input" {...fieldControlProps(id, { hint, error })} {...rest} />
    </Field>
  );
}
