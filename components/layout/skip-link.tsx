export const MAIN_ID = "main";

export function SkipLink() {
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      К содержанию
    </a>
  );
}
