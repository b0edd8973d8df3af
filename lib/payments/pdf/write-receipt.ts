import { join } from "node:path";
import * as imported from "pdfmake";
import type { ReceiptText } from "@/lib/payments/rules/receipt";

/** Has Cyrillic, ₽, № and no-break spaces. */
const FONTS = join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");
const REGULAR = join(FONTS, "DejaVuSans.ttf");
const BOLD = join(FONTS, "DejaVuSans-Bold.ttf");
const MUTED = "#5a6472";
const NOTE = "Зачтено предварительно: окончательно деньги разнесёт по документам сбытовая компания. Кассовый чек приходит на адрес, указанный при оплате.";

// A CommonJS module whose methods work only on the object it exports.
const pdfmake = "default" in imported ? (imported.default as typeof imported) : imported;

pdfmake.setFonts({ DejaVu: { normal: REGULAR, bold: BOLD } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === REGULAR || path === BOLD);

/** One page; the same text gives the same bytes. */
export function writeReceipt({ title, madeAt, facts, settled }: ReceiptText): Promise<Buffer> {
  const line = (value: string) => ({ text: value, margin: [0, 4, 0, 4] as [number, number, number, number] });
  const document = pdfmake.createPdf({
    info: { title, author: "Ампер", creationDate: madeAt, modDate: madeAt },
    language: "ru",
    pageSize: "A4",
    pageMargins: [56, 56, 56, 56],
    defaultStyle: { font: "DejaVu", fontSize: 10, lineHeight: 1.2 },
    content: [
      { text: "Ампер", color: MUTED, margin: [0, 0, 0, 6] },
      { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 14] },
      {
        layout: "lightHorizontalLines",
        table: { widths: [150, "*"], body: facts.map(([name, value]) => [{ ...line(name), color: MUTED }, line(value)]) },
      },
      { text: "Зачтено", fontSize: 12, bold: true, margin: [0, 18, 0, 6] },
      {
        layout: "lightHorizontalLines",
        table: { widths: ["*", "auto"], body: settled.map(([name, sum]) => [line(name), { ...line(sum), alignment: "right" as const }]) },
      },
      { text: NOTE, color: MUTED, fontSize: 8, margin: [0, 14, 0, 0] },
    ],
  });
  return document.getBuffer();
}
