import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

type SearchFormProps = { label: string; search: string };

export function SearchForm({ label, search }: SearchFormProps) {
  return (
    <form role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextInput name="search" type="search" label={label} defaultValue={search} maxLength={100} className="min-w-0 flex-1 basis-60" />
      <Button type="submit" variant="secondary">
        Найти
      </Button>
    </form>
  );
}
