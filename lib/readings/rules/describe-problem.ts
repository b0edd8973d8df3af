import { formatNumber } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/plurals";
import { QUANTITY_NAMES, TARIFF_ZONE_NAMES, type MeterStatus } from "@/lib/readings/constants";
import type { RegisterName, RowProblem } from "@/lib/readings/types";

const DIGITS = ["знак", "знака", "знаков"] as const;

const STATUS_REASONS: Record<"facility" | "meter", Record<Exclude<MeterStatus, "awaiting">, string>> = {
  facility: {
    accepted: "Показания по энергообъекту уже приняты. Изменить их может сбытовая компания",
    archived: "Энергообъект в архиве: показания по нему не передают",
    verification_overdue: "На энергообъекте истёк срок поверки: показания не принимаются, пока поверка не пройдена",
  },
  meter: {
    accepted: "Показания счётчика уже приняты. Изменить их может сбытовая компания",
    archived: "Счётчик в архиве: показания по нему не передают",
    verification_overdue: "Истёк срок поверки счётчика: показания не принимаются, пока поверка не пройдена",
  },
};

export const describeRegister = ({ quantity, zone }: RegisterName) => `${QUANTITY_NAMES[quantity]} ${TARIFF_ZONE_NAMES[zone]}`;

/** Says in the words of the person what is wrong with a value or a row and what to do. */
export function describeProblem(problem: RowProblem): string {
  switch (problem.code) {
    case "not_a_number":
      return "Введите число, например 12 441,5";
    case "negative":
      return "Показание не бывает отрицательным. Проверьте число";
    case "too_many_integer_digits":
      return `До запятой больше цифр, чем на счётчике: у него ${countOf(problem.allowed, DIGITS)}`;
    case "too_many_fraction_digits":
      return problem.allowed === 0
        ? "У счётчика нет знаков после запятой. Введите целое число"
        : `После запятой больше цифр, чем на счётчике: у него ${countOf(problem.allowed, DIGITS)}`;
    case "below_previous":
      return `${formatNumber(problem.entered)} меньше предыдущего ${formatNumber(problem.previous)}. Проверьте число`;
    case "not_awaiting":
      return STATUS_REASONS[problem.thing][problem.status];
    case "incomplete_meter":
      return `Показания счётчика передают по всем зонам и величинам сразу. Не хватает: ${problem.missing.map(describeRegister).join(", ")}`;
    case "other_register_wrong":
      return "Не передаётся, пока в другой строке этого счётчика ошибка";
    case "unknown_register":
      return "Такого счётчика нет в договоре. Обновите страницу";
    case "unknown_facility":
      return problem.text === "" ? "Заполните «Код ЭО»" : `В договоре нет энергообъекта с кодом ${problem.text}`;
    case "unknown_meter":
      return problem.text === "" ? "Заполните «Номер ПУ»" : `На этом энергообъекте нет счётчика ${problem.text}`;
    case "unknown_quantity":
      return problem.text === "" ? "Заполните «Измеряемая величина»" : `Неизвестная величина «${problem.text}». Бывают А+, А-, Р+, Р-`;
    case "unknown_zone":
      return problem.text === "" ? "Заполните «Шкала»" : `Неизвестная шкала «${problem.text}». Бывают ${Object.values(TARIFF_ZONE_NAMES).join(", ")}`;
    case "no_such_register":
      return "У этого счётчика нет такой величины или шкалы";
    case "duplicate_row":
      return `Один и тот же счётчик, величина и шкала в строках ${problem.rows.join(", ")}. Оставьте одну`;
    case "date_cell":
      return "В ячейке дата, а не число. Задайте ей текстовый формат и введите показание снова";
    case "broken_cell":
      return problem.text === ""
        ? "В ячейке формула без числа. Замените её числом"
        : `В ячейке не число, а «${problem.text}». Замените его числом`;
  }
}
