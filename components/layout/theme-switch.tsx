import { setThemeAction } from "@/lib/theme/actions";
import { THEME_LABELS, THEMES, type Theme } from "@/lib/theme/constants";

/** A form, so it works without JavaScript; the server then renders the page in the chosen theme. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <form action={setThemeAction}>
      <div className="theme-switch" role="group" aria-label="Оформление">
        {THEMES.map((choice) => (
          <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
            {THEME_LABELS[choice]}
          </button>
        ))}
      </div>
    </form>
  );
}
