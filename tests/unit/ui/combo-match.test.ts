import { describe, expect, it } from "vitest";
import { matchOptions } from "@/components/ui/combo-match";

const options = [
  { value: "11", label: "ООО «Северный завод»", detail: "78010000000011" },
  { value: "28", label: "ООО «Северный завод», офис", detail: "78010000000028" },
  { value: "35", label: "УК «Зелёный дом»" },
];
const found = (query: string) => matchOptions(options, query).map((option) => option.value);

describe("matchOptions", () => {
  it.each([
    ["", ["11", "28", "35"]],
    ["  завод ", ["11", "28"]],
    ["0028 СЕВЕР", ["28"]],
    ["зеленый", ["35"]],
    ["(", []],
    ["нет такого", []],
  ])("finds by «%s»", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});
