type Variable = {
  name: string;
  meaning: string;
  /** What is used when the variable is absent; "required" means the start stops outside demonstrations. */
  fallback: string;
  example: string;
};

/** Every variable the application reads; README's configuration table is made from this list. */
export const ENV_VARIABLES = [
  {
    name: "DATABASE_URL",
    meaning: "PostgreSQL 15 or newer. Absent: a demonstration on an embedded server",
    fallback: "embedded server",
    example: "postgresql://amper:secret@db.example.com:5432/amper",
  },
  {
    name: "AMPER_DEMO",
    meaning: "`1` makes a demonstration of the database in `DATABASE_URL`: published passwords, sandbox, local mailbox",
    fallback: "`0` with `DATABASE_URL`, otherwise `1`",
    example: "1",
  },
  {
    name: "AMPER_NOW",
    meaning: "Stops the clock of every process at this instant. Demonstrations and tests only",
    fallback: "the real time",
    example: "2026-11-23T12:00:00+03:00",
  },
  {
    name: "AMPER_DATA_DIR",
    meaning: "Folder of the embedded server and of files on disk",
    fallback: "`.data`",
    example: "/var/lib/amper",
  },
  {
    name: "HOST",
    meaning: "Address the cabinet listens on",
    fallback: "`127.0.0.1` in a demonstration, otherwise `0.0.0.0`",
    example: "0.0.0.0",
  },
  { name: "PORT", meaning: "Port the cabinet listens on", fallback: "`3000`", example: "8080" },
  {
    name: "APP_URL",
    meaning: "Address people open, used in letters and for cookies. Must be https unless the host is this machine",
    fallback: "required (demonstration: `http://localhost:PORT`)",
    example: "https://cabinet.example.com",
  },
  {
    name: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    meaning: "Key of server actions, the same for the build and for every instance: `openssl rand -base64 32`",
    fallback: "required (demonstration: made by the build)",
    example: "base64 of 32 random bytes",
  },
  {
    name: "TRUSTED_PROXIES",
    meaning: "How many proxies of your own stand before the cabinet; their `X-Forwarded-For` entries are believed",
    fallback: "`0`",
    example: "1",
  },
  {
    name: "BANK_API_URL",
    meaning: "Base address of the bank's API (YooKassa v3)",
    fallback: "required (demonstration: the sandbox bank)",
    example: "https://api.yookassa.ru/v3",
  },
  {
    name: "BANK_SHOP_ID",
    meaning: "Shop id by which the bank knows the supplier",
    fallback: "required (demonstration: that of the sandbox bank)",
    example: "123456",
  },
  {
    name: "BANK_SECRET",
    meaning: "Secret key of the shop",
    fallback: "required (demonstration: that of the sandbox bank)",
    example: "live_secret",
  },
  {
    name: "PAYMENT_LIMIT_CARD",
    meaning: "The most one payment by card may be, whole roubles; the bank's own limit",
    fallback: "`350000` (demonstration: `100000000`)",
    example: "350000",
  },
  {
    name: "PAYMENT_LIMIT_SBP",
    meaning: "The most one SBP payment may be, whole roubles; the bank's own limit",
    fallback: "`700000` (demonstration: `100000000000`)",
    example: "700000",
  },
  {
    name: "REFUND_SECOND_PERSON_FROM",
    meaning: "A refund of this many roubles or more needs the consent of a second member of staff",
    fallback: "`100000`",
    example: "50000",
  },
  {
    name: "MAIL_FROM",
    meaning: "Sender of letters",
    fallback: "required (demonstration: `Ампер <cabinet@demo.test>`)",
    example: "Ампер <cabinet@example.com>",
  },
  {
    name: "RESEND_API_KEY",
    meaning: "Send letters through Resend. Either this or `SMTP_URL`",
    fallback: "one of the two is required (demonstration: local mailbox)",
    example: "re_123",
  },
  {
    name: "SMTP_URL",
    meaning: "Send letters through an SMTP server. Either this or `RESEND_API_KEY`",
    fallback: "one of the two is required (demonstration: local mailbox)",
    example: "smtps://user:secret@mail.example.com:465",
  },
  {
    name: "STORAGE_DIR",
    meaning: "Folder of uploaded files when no S3 bucket is set",
    fallback: "`files` in `AMPER_DATA_DIR`",
    example: "/var/lib/amper/files",
  },
  {
    name: "S3_BUCKET",
    meaning: "Keep files in this S3-compatible bucket instead of on disk",
    fallback: "files on disk",
    example: "amper-files",
  },
  {
    name: "S3_ENDPOINT",
    meaning: "Address of an S3-compatible service other than AWS",
    fallback: "AWS",
    example: "https://storage.example.com",
  },
  { name: "S3_REGION", meaning: "Region of the bucket", fallback: "`us-east-1`", example: "ru-1" },
  {
    name: "S3_ACCESS_KEY_ID",
    meaning: "Access key of the bucket",
    fallback: "required with `S3_BUCKET`",
    example: "AKIA123",
  },
  {
    name: "S3_SECRET_ACCESS_KEY",
    meaning: "Secret key of the bucket",
    fallback: "required with `S3_BUCKET`",
    example: "secret",
  },
  {
    name: "SUPPLIER_TIME_ZONE",
    meaning: "Time zone of billing periods and of every shown time",
    fallback: "`Europe/Moscow`",
    example: "Asia/Yekaterinburg",
  },
  {
    name: "LOG_LEVEL",
    meaning: "`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`",
    fallback: "`info`",
    example: "debug",
  },
] as const satisfies readonly Variable[];

export type EnvName = (typeof ENV_VARIABLES)[number]["name"];
