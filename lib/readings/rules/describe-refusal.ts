import { formatNumber } from "@/lib/format/numbers";
import type { FileRefusal } from "@/lib/readings/types";

const MEGABYTE = 1024 * 1024;

/** Says why a whole file was not read and what to do. */
export function describeRefusal(refusal: FileRefusal): string {
  switch (refusal.code) {
    case "empty_file":
      return "Файл пустой. Выберите заполненный шаблон";
    case "too_big":
      return `Файл больше ${refusal.maxBytes / MEGABYTE} МБ. Разделите его на несколько`;
    case "not_workbook":
      return "Это не книга Excel. Сохраните файл в формате .xlsx или .xls и загрузите снова";
    case "password":
      return "Файл защищён паролем. Снимите защиту и загрузите снова";
    case "macros":
      return "В файле макросы. Сохраните его как обычную книгу .xlsx и загрузите снова";
    case "broken":
      return "Файл повреждён или записан не полностью. Откройте его в Excel, сохраните заново и загрузите снова";
    case "archive_too_big":
      return "Содержимое файла слишком велико. Перенесите таблицу в новый файл по шаблону";
    case "no_header":
      return "В файле не нашлась строка с заголовками столбцов. Заполните шаблон интегральных показаний";
    case "missing_columns":
      return `В файле нет столбцов: ${refusal.columns.map((column) => `«${column}»`).join(", ")}. Заполните шаблон интегральных показаний`;
    case "repeated_column":
      return `Столбец «${refusal.column}» встречается дважды. Оставьте один`;
    case "no_rows":
      return "В файле нет строк со счётчиками. Заполните шаблон интегральных показаний";
    case "too_many_rows":
      return `В файле больше ${formatNumber(String(refusal.maxRows))} строк или есть данные далеко под таблицей. Разделите его на несколько`;
    case "too_complex":
      return "Файл слишком сложный: его не удалось прочитать за отведённое время. Перенесите таблицу в новый файл по шаблону";
    case "busy":
      return "Сейчас загружают много файлов. Попробуйте через минуту";
  }
}
