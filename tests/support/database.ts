import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

// Runs before each test file and before any module of lib is loaded, so that lib/platform/env reads this address.
const template = new URL(inject("templateUrl"));
const source = template.pathname.slice(1);
const copy = `test_${randomBytes(6).toString("hex")}`;

// CREATE DATABASE refuses a template with connections, so the order is given from another database.
const admin = new Client({ connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href });
await admin.connect();
await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${source}`);
await admin.end();

process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${copy}` }).href;
