export type FilePart = { name: string; bytes: Buffer };

const MAX_PARTS = 10;
const MAX_HEADER = 8192;
const BLANK_LINE = "\r\n\r\n";

/** What a browser escapes in the name of a file. */
function unescaped(name: string): string {
  return name.replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code));
}

function readPart(part: Buffer, field: string): FilePart | null {
  const end = part.subarray(0, MAX_HEADER).indexOf(BLANK_LINE);
  if (end < 0) return null;
  const header = part.toString("utf8", 0, end);
  const [, found] = /^content-disposition:[^\r\n]*[; ]name="([^"]*)"/im.exec(header) ?? [];
  const [, name] = /^content-disposition:[^\r\n]*; *filename="([^"]*)"/im.exec(header) ?? [];
  if (found !== field || name === undefined) return null;
  return { name: unescaped(name), bytes: part.subarray(end + BLANK_LINE.length) };
}

/** The file of one field in a `multipart/form-data` body; looks at a few parts only, so that no body takes long. */
export function readFilePart(body: Buffer, contentType: string | null, field: string): FilePart | null {
  const [, quoted, bare] = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType ?? "") ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let from = body.indexOf(delimiter.subarray(2));
  for (let part = 0; part < MAX_PARTS && from >= 0; part += 1) {
    // The first delimiter has no line break before it.
    const start = from + delimiter.length + (part === 0 ? -2 : 0);
    const end = body.indexOf(delimiter, start);
    if (end < 0) return null;
    const found = readPart(body.subarray(start, end), field);
    if (found) return found;
    from = end;
  }
  return null;
}
