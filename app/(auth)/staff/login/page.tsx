import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { staffSignInAction } from "@/lib/auth/actions";
import { getActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Вход для сотрудников" };

export default async function StaffLoginPage() {
  const actor = await getActor();
  if (actor?.kind === "staff") redirect("/staff");
  return (
    <>
      <h1 className="mb-5">Вход для сотрудников</h1>
      <SignInForm action={staffSignInAction} loginLabel="Рабочий e-mail" />
    </>
  );
}
