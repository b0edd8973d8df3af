import next from "@next/eslint-plugin-next";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { houseRules } from "./scripts/lint-rules.mjs";

const TYPESCRIPT = ["**/*.ts", "**/*.tsx"];
const PRODUCT = ["app/**", "components/**", "lib/**", "proxy.ts", "instrumentation.ts"];
const NEXT_FILES =
  "{page,layout,template,default,error,global-error,not-found,global-not-found,forbidden,unauthorized,sitemap,robots,manifest,icon,apple-icon,opengraph-image}";

export default defineConfig(
  globalIgnores([".next/", ".data/", "coverage/", "test-results/", "lib/db/generated/", "next-env.d.ts", "public/"]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    plugins: { house: houseRules },
    rules: {
      eqeqeq: "error",
      "no-alert": "error",
      "no-constant-condition": "error",
      "no-constant-binary-expression": "error",
      "no-debugger": "error",
      "no-duplicate-case": "error",
      "no-empty": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-self-compare": "error",
      "no-unreachable": "error",
      "no-unsafe-finally": "error",
      "no-useless-escape": "error",
      "no-useless-rename": "error",
      "no-var": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack", "eslint-disable"], location: "anywhere" }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "house/named-exports": "error",
      "house/no-inline-action": "error",
      "house/actions-in-place": "error",
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-base-to-string": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-for-in-array": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/no-unsafe-argument": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      "@typescript-eslint/no-unsafe-call": "error",
      "@typescript-eslint/no-unsafe-member-access": "error",
      "@typescript-eslint/no-unsafe-return": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/prefer-promise-reject-errors": "error",
      "@typescript-eslint/restrict-plus-operands": "error",
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "house/minted-by-auth": "error",
      "house/one-client": "error",
    },
  },
  { files: PRODUCT, extends: [reactHooks.configs.flat.recommended, next.configs["core-web-vitals"]] },
  {
    files: PRODUCT,
    rules: {
      "no-console": "error",
      "house/clock-in-one-place": "error",
      "house/environment-in-one-place": "error",
      "house/no-unsafe-sql": "error",
      "house/transact-only": "error",
      "house/write-in-transact": "error",
    },
  },
  { files: ["lib/auth/**"], rules: { "house/minted-by-auth": "off" } },
  {
    files: ["lib/db/**"],
    rules: { "house/no-unsafe-sql": "off", "house/one-client": "off", "house/transact-only": "off", "house/write-in-transact": "off" },
  },
  // Beats, limits, letters and stored files are no business facts: they need neither audit nor outbox.
  { files: ["lib/platform/**"], rules: { "house/write-in-transact": "off" } },
  { files: ["lib/platform/clock.ts"], rules: { "house/clock-in-one-place": "off" } },
  { files: ["lib/platform/env.ts"], rules: { "house/environment-in-one-place": "off" } },
  { files: ["lib/*/actions.ts", "lib/*/actions/*.ts"], rules: { "house/actions-in-place": "off" } },
  {
    files: [`app/**/${NEXT_FILES}.{ts,tsx}`, "proxy.ts", "*.config.{ts,mjs}", ".dependency-cruiser.mjs"],
    rules: { "house/named-exports": "off" },
  },
);
