type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** What the figures are: «32 из 48». */
  text: string;
};

export function Progress({ label, value, max, text }: ProgressProps) {
  const percent = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div>
      <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} aria-valuetext={text}>
        <div style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-1 text-sm text-muted" aria-hidden="true">
        {text}
      </p>
    </div>
  );
}
