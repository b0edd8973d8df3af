import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DEMO_PASSWORD, demoAccounts } from "@/app/(auth)/demo-accounts";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { SignInForm } from "@/components/auth/sign-in-form";
import { staffSignInAction } from "@/lib/auth/actions";
import { getActor } from "@/lib/auth/session";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Вход для сотрудников" };

export default async function StaffLoginPage() {
  const actor = await getActor();
  if (actor?.kind === "staff") redirect("/staff");
  return (
    <>
      <h1 className="mb-5">Вход для сотрудников</h1>
      <SignInForm action={staffSignInAction} loginLabel="Рабочий e-mail" />
      {env.demonstration && <DemoAccounts accounts={demoAccounts("staff")} password={DEMO_PASSWORD} />}
    </>
  );
}
