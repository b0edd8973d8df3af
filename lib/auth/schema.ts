import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/auth/constants";

/** PostgreSQL takes no zero character, and no login has a control character. */
const PRINTABLE = /^\P{Cc}*$/u;

export const signInSchema = z.object({
  login: z.string().trim().min(1, "Введите e-mail или логин").max(254, "Слишком длинный e-mail").regex(PRINTABLE, "Проверьте e-mail").toLowerCase(),
  password: z.string().min(1, "Введите пароль").max(PASSWORD_MAX, "Слишком длинный пароль"),
});
export type SignInInput = z.infer<typeof signInSchema>;

/** Rules of the registration form of the user guide: Latin letters, 8 or more, capital, small, digit, no spaces. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, "Не меньше 8 знаков")
  .max(PASSWORD_MAX, "Слишком длинный пароль")
  .regex(/^\S*$/, "Без пробелов")
  .regex(/^[^А-Яа-яЁё]*$/, "Только латинские буквы")
  .regex(/[A-Z]/, "Нужна заглавная латинская буква")
  .regex(/[a-z]/, "Нужна строчная латинская буква")
  .regex(/\d/, "Нужна цифра");

export const setPasswordSchema = z
  .object({ token: z.string().max(100), password: newPasswordSchema, repeat: z.string() })
  .refine((value) => value.password === value.repeat, { path: ["repeat"], message: "Пароли не совпадают" });

/** Where to go after sign-in: a path of this site only. A browser takes `//` and `/.//` for another one. */
export const returnPathSchema = z
  .string()
  .regex(/^(?!.*(\/\/|\/\.))\/[\w\-./?=&%]*$/)
  .max(300)
  .catch("/");
