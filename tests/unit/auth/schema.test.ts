import { describe, expect, it } from "vitest";
import { newPasswordSchema, returnPathSchema, setPasswordSchema, signInSchema } from "@/lib/auth/schema";

const messagesOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) => result.error?.issues.map(({ message }) => message) ?? [];

describe("the way back after sign-in", () => {
  it.each(["/", "/payments", "/readings?contract=78010000000011&page=2", "/readings/upload/0192-ab", "/a.b"])("keeps %s", (path) => {
    expect(returnPathSchema.parse(path)).toBe(path);
  });

  it.each([
    "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "HTTPS:/evil.example", "javascript:alert(1)",
    "/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/./evil", "/a//evil.example", "/\t/evil.example", "/\n/evil.example",
    " /payments", "payments", "", "/пэй", "/@evil.example", `/${"a".repeat(400)}`, ["/payments", "/readings"], null, undefined, 5,
  ])("leads home instead of %s", (path) => {
    expect(returnPathSchema.parse(path)).toBe("/");
  });
});

describe("what is typed at sign-in", () => {
  it("is trimmed and in small letters, the password as it is", () => {
    expect(signInSchema.parse({ login: "  Admin@Demo.Test ", password: " Pass " })).toEqual({ login: "admin@demo.test", password: " Pass " });
  });

  it.each([
    [{ login: "", password: "" }, ["Введите e-mail или логин", "Введите пароль"]],
    [{ login: "   ", password: "x" }, ["Введите e-mail или логин"]],
    [{ login: "a\u0000b", password: "x" }, ["Проверьте e-mail"]],
    [{ login: "a".repeat(255), password: "b".repeat(129) }, ["Слишком длинный e-mail", "Слишком длинный пароль"]],
  ])("is refused in words: %j", (input, messages) => {
    expect(messagesOf(signInSchema.safeParse(input))).toEqual(messages);
  });
});

describe("a new password", () => {
  it.each(["Demo-2026!", "Abcdefg1", "Aa1$%^&*()_"])("%s is taken", (password) => {
    expect(newPasswordSchema.safeParse(password).success).toBe(true);
  });

  it.each([
    ["Ab1", "Не меньше 8 знаков"],
    ["Abcd efg1", "Без пробелов"],
    ["Abcdefg1ы", "Только латинские буквы"],
    ["abcdefg1", "Нужна заглавная латинская буква"],
    ["ABCDEFG1", "Нужна строчная латинская буква"],
    ["Abcdefgh", "Нужна цифра"],
    [`Aa1${"a".repeat(126)}`, "Слишком длинный пароль"],
  ])("%s is not: %s", (password, message) => {
    expect(messagesOf(newPasswordSchema.safeParse(password))).toEqual([message]);
  });

  it("is typed twice alike", () => {
    const result = setPasswordSchema.safeParse({ token: "t", password: "Abcdefg1", repeat: "Abcdefg2" });
    expect(messagesOf(result)).toEqual(["Пароли не совпадают"]);
  });
});
