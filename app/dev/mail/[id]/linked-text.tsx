const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** Plain text as it is, with its web addresses to click on. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(ADDRESS);
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {parts.map((part, index) =>
        ADDRESS.test(part) ? (
          <a key={index} href={part} className="text-link">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
