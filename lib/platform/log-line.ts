function shown(value: unknown): string {
  return typeof value === "string" && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}

/** One JSON record as one line for a person: time, level, message, then fields; an error's stack below it. */
export function prettyLine(json: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const head = `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${typeof msg === "string" ? msg : ""}`;
  const tail = Object.entries(fields).map(([name, value]) => ` ${name}=${shown(value)}`);
  const stack = err instanceof Object && "stack" in err ? `\n${String(err.stack)}` : "";
  return `${head}${tail.join("")}${stack}\n`;
}
