export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f6f8; --surface: #fff; --line: #dfe3e8; --strong: #8b95a3; --ink: #15191f; --muted: #56606d;
  --accent: #0f6e66; --on-accent: #fff; --bad: #b42318; --bad-soft: #fef3f2; --good: #15803d; --soft: #eef4f3; --focus: #2563eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1215; --surface: #181c21; --line: #2b323a; --strong: #6b7685; --ink: #e9ecf0; --muted: #a5afbb;
    --accent: #4fd1c5; --on-accent: #06201d; --bad: #fca5a5; --bad-soft: #2d1a1a; --good: #6ee7a0; --soft: #16262a; --focus: #60a5fa;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/22px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header, main, footer { width: 100%; max-width: 460px; margin: 0 auto; padding: 0 16px; }
header { display: flex; justify-content: space-between; align-items: center; gap: 12px; padding-top: 20px; padding-bottom: 12px; font-size: 14px; line-height: 20px; color: var(--muted); }
.mark { display: flex; align-items: center; gap: 8px; color: var(--ink); font-weight: 650; font-size: 16px; }
.mark::before { content: ""; width: 20px; height: 20px; border-radius: 6px 6px 6px 0; background: var(--accent); }
.sheet { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 20px; }
h1 { margin: 0; font-size: 28px; line-height: 34px; font-weight: 650; }
h1.words { font-size: 22px; line-height: 28px; }
p { margin: 8px 0 0; }
.muted { color: var(--muted); font-size: 14px; line-height: 20px; }
.ways { display: flex; gap: 4px; margin: 20px 0 0; padding: 4px; border-radius: 10px; background: var(--page); list-style: none; }
.ways li { flex: 1; }
.ways a { display: grid; place-items: center; min-height: 44px; border-radius: 8px; color: var(--muted); text-decoration: none; }
.ways a[aria-current] { background: var(--surface); border: 1px solid var(--line); color: var(--ink); font-weight: 600; }
nav + p { margin-top: 16px; }
form { margin-top: 20px; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 16px 12px; }
.wide { grid-column: 1 / -1; }
label { display: block; margin-bottom: 4px; font-size: 14px; line-height: 20px; color: var(--muted); }
input { width: 100%; height: 48px; padding: 0 12px; border: 1px solid var(--strong); border-radius: 8px; background: var(--surface); color: var(--ink); font: inherit; font-size: 18px; }
input[aria-invalid] { border-color: var(--bad); }
.wrong { color: var(--bad); font-size: 14px; line-height: 20px; margin-top: 4px; }
.notice { margin-top: 16px; padding: 12px; border-radius: 8px; background: var(--soft); font-size: 14px; line-height: 20px; }
.notice.bad { background: var(--bad-soft); color: var(--bad); }
button, .button { display: grid; place-items: center; width: 100%; min-height: 48px; margin-top: 20px; padding: 8px 16px; border: 1px solid transparent; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.second { margin-top: 8px; background: transparent; border-color: var(--strong); color: var(--ink); font-weight: 400; }
.back { display: grid; place-items: center; min-height: 44px; margin-top: 8px; color: var(--accent); }
.sign { font-weight: 650; }
.sign.good { color: var(--good); }
.sign.bad { color: var(--bad); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
footer { padding-top: 16px; padding-bottom: 32px; }
summary::before { content: "▸" / ""; }
[open] > summary::before { content: "▾" / ""; }
summary { min-height: 44px; display: flex; align-items: center; gap: 8px; cursor: pointer; font-size: 14px; color: var(--muted); }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 20px; }
td, th { padding: 6px 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
th { padding-right: 12px; white-space: nowrap; }
`;
