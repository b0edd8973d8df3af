import type { Metadata } from "next";
import { UploadForm } from "@/components/readings/upload-form";
import { Card, CardBody } from "@/components/ui/card";
import { NoRight } from "@/components/ui/no-right";
import { PageHeader } from "@/components/ui/page-header";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { listScopes } from "@/lib/auth/scope";
import { getUploadContracts } from "@/lib/readings/queries/get-upload-contracts";
import { describeRefusedCode } from "@/lib/readings/rules/describe-upload";

export const metadata: Metadata = { title: "Показания файлом" };

type UploadPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UploadPage({ searchParams }: UploadPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const scopes = listScopes(actor, "readings.submit");
  const asked = typeof query.contract === "string" && query.contract !== "" ? requireContract(actor, query.contract, "readings.submit").number : undefined;
  if (scopes.length === 0) {
    return (
      <>
        <PageHeader title="Загрузить показания файлом" />
        <NoRight what="передача показаний" who="Показания передают энергетик, руководитель и администратор договора" />
      </>
    );
  }
  const contracts = await getUploadContracts(scopes);
  const only = contracts.length === 1 ? contracts[0]?.number : undefined;
  return (
    <div className="max-w-2xl">
      <PageHeader title="Загрузить показания файлом" />
      <Card>
        <CardBody>
          <UploadForm
            contracts={contracts}
            chosen={asked ?? only}
            refused={typeof query.refused === "string" ? describeRefusedCode(query.refused) : undefined}
          />
        </CardBody>
      </Card>
    </div>
  );
}
