import { Button } from "@/components/ui/button";
import { fileSize } from "@/components/ui/file-size";
import { Progress } from "@/components/ui/progress";
import type { UploadPhase } from "@/components/readings/use-upload-file";

type UploadProgressProps = { phase: UploadPhase | null; onCancel: () => void };

export function UploadProgress({ phase, onCancel }: UploadProgressProps) {
  if (phase === null) return null;
  if (phase.state === "checking") {
    return (
      <p role="status" className="flex items-center gap-3 text-muted">
        <span className="spinner" aria-hidden="true" />
        Проверяем строки файла
      </p>
    );
  }
  const { sent, total } = phase;
  return (
    <div className="flex items-center gap-4">
      <div className="flex-1">
        <Progress label="Загрузка файла" value={sent} max={total} text={`Загружено ${fileSize(sent)} из ${fileSize(total)}`} />
      </div>
      <Button onClick={onCancel}>Отменить</Button>
    </div>
  );
}
