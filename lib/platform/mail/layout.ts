export type Letter = {
  /** Also the heading. */
  title: string;
  paragraphs: readonly string[];
  /** The one thing to do, as a button and as an address. */
  action?: { label: string; url: string };
  /** Who wrote and why, in small print. */
  footer: string;
};

const FONT = "font-family:'Golos Text',-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const PARAGRAPH = `margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:#14181f`;

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function textOf(letter: Letter): string {
  const action = letter.action === undefined ? [] : [`${letter.action.label}:\n${letter.action.url}`];
  return [letter.title, ...letter.paragraphs, ...action, `--\n${letter.footer}`].join("\n\n") + "\n";
}

function actionOf({ label, url }: { label: string; url: string }): string {
  const address = escape(url);
  return `<p style="margin:24px 0"><a href="${address}" target="_blank" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#c2410c;color:#ffffff;${FONT};font-size:16px;line-height:24px;text-decoration:none">${escape(label)}</a></p>
<p style="margin:0 0 16px;${FONT};font-size:13px;line-height:18px;color:#5a6472;overflow-wrap:anywhere">Если кнопка не открывается, скопируйте адрес: ${address}</p>`;
}

/** The one look of every letter. Styles stand in attributes: mail programs and our own policy drop style sheets. */
export function layOut(letter: Letter): { subject: string; text: string; html: string } {
  if (letter.action !== undefined && !isWebAddress(letter.action.url)) throw new Error("A letter links to web addresses only");
  const paragraphs = letter.paragraphs.map((text) => `<p style="${PARAGRAPH}">${escape(text).replaceAll("\n", "<br>")}</p>`);
  const html = `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(letter.title)}</title></head>
<body style="margin:0;padding:0;background:#f6f7f9">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f9"><tr><td align="center" style="padding:16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e6eb;border-radius:10px"><tr><td style="padding:24px;overflow-wrap:anywhere">
<p style="margin:0 0 16px;${FONT};font-size:14px;line-height:20px;font-weight:650;color:#c2410c">Ампер</p>
<h1 style="margin:0 0 16px;${FONT};font-size:22px;line-height:28px;font-weight:650;color:#14181f">${escape(letter.title)}</h1>
${paragraphs.join("\n")}
${letter.action === undefined ? "" : actionOf(letter.action)}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e3e6eb;${FONT};font-size:13px;line-height:18px;color:#5a6472">${escape(letter.footer).replaceAll("\n", "<br>")}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  return { subject: letter.title.replace(/\s+/g, " "), text: textOf(letter), html };
}
