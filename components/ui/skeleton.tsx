import clsx from "clsx";

type SkeletonProps = {
  /** How many lines of text it stands for. */
  lines?: number;
  className?: string;
};

export function Skeleton({ lines = 3, className }: SkeletonProps) {
  return (
    <div role="status" className={clsx("flex flex-col gap-2", className)}>
      <span className="sr-only">Загружается…</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={clsx("skeleton h-4", i === lines - 1 && lines > 1 && "w-2/3")} />
      ))}
    </div>
  );
}
