import type { PersonaName } from "./personas";
import type { Things } from "./access-table";
import { CONTRACTS } from "./personas";

export type Screen = {
  /** Of its pictures. */
  name: string;
  who: PersonaName;
  url: (things: Things) => string;
  /** Shown once the page is whole. */
  heading: RegExp;
  status?: number;
};

/** Every page of the build as the person it is made for sees it, under the manifest's address. */
export const SCREENS: Record<string, Screen[]> = {
  "/": [{ name: "home", who: "administrator", url: () => "/", heading: /^Оплата$/ }],
  "/readings": [
    { name: "readings", who: "administrator", url: () => `/readings?contract=${CONTRACTS.plant}`, heading: /^Показания за / },
    { name: "readings-network", who: "administrator", url: () => `/readings?contract=${CONTRACTS.network}`, heading: /^Показания за / },
    { name: "readings-houses", who: "reader", url: () => "/readings", heading: /^Показания за / },
  ],
  "/readings/upload": [{ name: "readings-upload", who: "administrator", url: () => "/readings/upload", heading: /файлом/ }],
  "/readings/upload/[id]": [
    { name: "readings-upload-preview", who: "administrator", url: ({ uploads }) => `/readings/upload/${uploads.administrator}`, heading: /из файла/ },
    { name: "readings-upload-wrong", who: "restricted engineer", url: ({ uploads }) => `/readings/upload/${uploads["restricted engineer"]}`, heading: /из файла/ },
  ],
  "/history/readings": [
    { name: "history-readings", who: "administrator", url: () => `/history/readings?contract=${CONTRACTS.plant}`, heading: /^История показаний$/ },
    { name: "history-readings-no-right", who: "accountant", url: () => "/history/readings", heading: /^История показаний$/ },
  ],
  "/history/payments": [
    { name: "history-payments", who: "administrator", url: () => `/history/payments?contract=${CONTRACTS.plant}&from=2026-09`, heading: /^История платежей$/ },
    { name: "history-payments-empty", who: "accountant", url: () => "/history/payments?from=2020-01&to=2020-01", heading: /^История платежей$/ },
    { name: "history-payments-no-right", who: "restricted engineer", url: () => "/history/payments", heading: /^История платежей$/ },
  ],
  "/payments": [
    { name: "payments", who: "administrator", url: () => "/payments", heading: /^Оплата$/ },
    { name: "payments-engineer", who: "restricted engineer", url: () => "/payments", heading: /^Оплата$/ },
    { name: "payments-empty", who: "without contracts", url: () => "/payments", heading: /^Оплата$/ },
  ],
  "/payments/pay": [
    { name: "pay", who: "administrator", url: () => `/payments/pay?contract=${CONTRACTS.plant}`, heading: /^Реквизиты оплаты$/ },
    { name: "pay-one", who: "accountant", url: () => `/payments/pay?contract=${CONTRACTS.plant}&bill=127000000011`, heading: /^Реквизиты оплаты$/ },
    { name: "pay-ahead", who: "administrator", url: () => `/payments/pay?contract=${CONTRACTS.office}`, heading: /^Реквизиты оплаты$/ },
  ],
  "/payments/[contract]": [
    { name: "debt", who: "administrator", url: () => `/payments/${CONTRACTS.plant}`, heading: /^Задолженность$/ },
    { name: "debt-month", who: "administrator", url: () => `/payments/${CONTRACTS.office}?period=2026-10`, heading: /^Задолженность$/ },
  ],
  "/payments/result/[id]": [
    { name: "pay-refused", who: "administrator", url: ({ payments }) => `/payments/result/${payments.administrator}`, heading: /^Платёж$/ },
  ],
  "/cards": [
    { name: "cards-empty", who: "administrator", url: () => "/cards", heading: /^Карты$/ },
    { name: "cards-failed", who: "accountant", url: () => "/cards?failed=1", heading: /^Карты$/ },
  ],
  "/login": [{ name: "login", who: "anonymous", url: () => "/login", heading: /^Вход/ }],
  "/staff/login": [{ name: "staff-login", who: "anonymous", url: () => "/staff/login", heading: /^Вход/ }],
  "/invite": [{ name: "invite", who: "anonymous", url: () => "/invite?token=x", heading: /пароль/ }],
  "/staff": [{ name: "staff", who: "operator", url: () => "/staff", heading: /^Договоры$/ }],
  "/staff/submissions": [{ name: "staff-submissions", who: "operator", url: () => "/staff/submissions", heading: /показания/ }],
  "/staff/payments": [
    { name: "staff-payments", who: "operator", url: () => "/staff/payments", heading: /^Платежи$/ },
    { name: "staff-payments-none", who: "chief", url: () => "/staff/payments?status=attention&search=нет", heading: /^Платежи$/ },
  ],
  "/staff/payments/reconciliation": [
    { name: "staff-reconciliation", who: "operator", url: () => "/staff/payments/reconciliation", heading: /^Сверка с банком/ },
  ],
  "/staff/payments/[number]": [
    { name: "staff-payment", who: "chief", url: ({ paymentNumber }) => `/staff/payments/${paymentNumber}`, heading: /^Платёж № / },
  ],
  "/staff/contracts/[number]": [
    { name: "staff-contract", who: "operator", url: () => `/staff/contracts/${CONTRACTS.plant}`, heading: /Северный завод/ },
    { name: "staff-contract-sent", who: "operator", url: () => `/staff/contracts/${CONTRACTS.office}`, heading: /Северный завод/ },
  ],
  "/dev/components": [{ name: "components", who: "anonymous", url: () => "/dev/components", heading: /^Компоненты$/ }],
  "/dev/hello": [{ name: "hello", who: "anonymous", url: () => "/dev/hello", heading: /hello/ }],
  "/dev/mail": [{ name: "mail", who: "anonymous", url: () => "/dev/mail", heading: /^Почтовый ящик$/ }],
  "/dev/mail/[id]": [{ name: "mail-letter", who: "anonymous", url: ({ letter }) => `/dev/mail/${letter}`, heading: /./ }],
  /** Those that stand for no page of their own. */
  "not found": [
    { name: "not-found", who: "administrator", url: () => `/readings?contract=${CONTRACTS.absent}`, heading: /^Страница не найдена$/, status: 404 },
    { name: "not-found-outside", who: "anonymous", url: () => "/nowhere", heading: /^Страница не найдена$/, status: 404 },
  ],
  forbidden: [{ name: "forbidden", who: "accountant", url: () => `/readings?contract=${CONTRACTS.plant}`, heading: /^Раздел закрыт$/, status: 403 }],
};
