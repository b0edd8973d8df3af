import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DEMO_PASSWORD, demoAccounts } from "@/app/(auth)/demo-accounts";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { SignInForm } from "@/components/auth/sign-in-form";
import { signInAction } from "@/lib/auth/actions";
import { returnPathSchema } from "@/lib/auth/schema";
import { getActor } from "@/lib/auth/session";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Вход" };

type LoginPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const [actor, { next }] = await Promise.all([getActor(), searchParams]);
  if (actor) redirect(actor.kind === "staff" ? "/staff" : "/");
  return (
    <>
      <h1 className="mb-5">Вход в личный кабинет</h1>
      <SignInForm action={signInAction} next={returnPathSchema.parse(next ?? "/")} loginLabel="E-mail или логин" />
      {env.demonstration && <DemoAccounts accounts={demoAccounts("client")} password={DEMO_PASSWORD} />}
    </>
  );
}
