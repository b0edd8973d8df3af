import { beforeEach, expect, it, vi } from "vitest";

const set = vi.fn();
vi.mock("next/headers", () => ({ cookies: () => Promise.resolve({ set, get: () => undefined }) }));

async function cookieAt(appUrl: string) {
  vi.resetModules();
  vi.doMock("@/lib/platform/env", () => ({ env: { appUrl } }));
  return import("@/lib/auth/cookie");
}

beforeEach(() => set.mockClear());

it("stays within https, this host and this site, out of reach of scripts", async () => {
  const { setSessionToken } = await cookieAt("https://cabinet.example");
  await setSessionToken("token");
  expect(set).toHaveBeenCalledWith("__Host-amper", "token", { httpOnly: true, sameSite: "lax", secure: true, path: "/", maxAge: 30 * 24 * 3600 });
});

it("works over http on one's own machine", async () => {
  const { setSessionToken } = await cookieAt("http://localhost:3000");
  await setSessionToken("token");
  expect(set).toHaveBeenCalledWith("amper", "token", expect.objectContaining({ httpOnly: true, secure: false }));
});

it("is taken back under the name and flags it was given", async () => {
  const { clearSessionToken, readSessionToken } = await cookieAt("https://cabinet.example");
  await clearSessionToken();
  expect(set).toHaveBeenCalledWith("__Host-amper", "", { httpOnly: true, sameSite: "lax", secure: true, path: "/", maxAge: 0 });
  expect(await readSessionToken()).toBeNull();
});
