import type { Metadata } from "next";
import { SetPasswordForm } from "@/components/auth/set-password-form";

/** The token must not leave in a referrer; without any, a form sent without JavaScript has no origin either and is refused. */
export const metadata: Metadata = { title: "Новый пароль", referrer: "same-origin" };

type InvitePageProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Open to whoever holds the link; the link is spent only when the form is sent, so a mail scanner cannot use it up. */
export default async function InvitePage({ searchParams }: InvitePageProps) {
  const { token } = await searchParams;
  return (
    <>
      <h1 className="mb-5">Придумайте пароль</h1>
      <SetPasswordForm token={typeof token === "string" ? token : ""} />
    </>
  );
}
