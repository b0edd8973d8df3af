/** A rule that reports every node one of the selectors finds. */
function forbid(message, ...selectors) {
  return {
    meta: { type: "problem", messages: { found: message }, schema: [] },
    create(context) {
      const report = (node) => context.report({ node, messageId: "found" });
      return Object.fromEntries(selectors.map((selector) => [selector, report]));
    },
  };
}

const MINTED = "TSTypeReference[typeName.name=/(Actor|ContractScope)$/]";

export const houseRules = {
  rules: {
    "environment-in-one-place": forbid(
      "Take settings from @/lib/platform/env; it is the only reader of process.env.",
      // Next replaces NEXT_RUNTIME while it builds; only the written-out form leaves the other runtime's code out.
      ":not(MemberExpression[property.name='NEXT_RUNTIME']) > MemberExpression[object.name='process'][property.name='env']",
      "MemberExpression[object.name='process'][property.value='env']",
      "VariableDeclarator[init.name='process']",
      "ImportDeclaration[source.value=/^(node:)?process$/]",
    ),
    "named-exports": forbid(
      "Export by name; default exports belong to Next's own files and tool configurations.",
      "ExportDefaultDeclaration",
      "ExportSpecifier[exported.name='default']",
    ),
    "no-inline-action": forbid(
      "Write server actions in lib/<domain>/actions.ts, not inside another function.",
      ":function > BlockStatement > ExpressionStatement[directive='use server']",
    ),
    "actions-in-place": forbid(
      "“use server” stands only in lib/<domain>/actions.ts or lib/<domain>/actions/*.ts.",
      "Program > ExpressionStatement[directive='use server']",
    ),
    "minted-by-auth": forbid(
      "Actors and scopes are minted by lib/auth only; ask a guard for one instead of casting.",
      `:matches(TSAsExpression, TSTypeAssertion) > ${MINTED}.typeAnnotation`,
      `:matches(TSAsExpression, TSTypeAssertion) > *.typeAnnotation ${MINTED}`,
      "ImportSpecifier[imported.name='mint']",
    ),
    "clock-in-one-place": forbid(
      "Take the time from @/lib/platform/clock or as an argument, so that it can be pinned.",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      "MemberExpression[object.name='Date'][property.name='now']",
      "MemberExpression[object.name='Date'][property.value='now']",
      "ImportDeclaration[source.value='@internationalized/date'] > ImportSpecifier[imported.name=/^(now|today)$/]",
    ),
    "transact-only": forbid(
      "Write through transact() of @/lib/db/transact; only lib/db opens transactions.",
      "MemberExpression[property.name='$transaction']",
      "MemberExpression[property.value='$transaction']",
    ),
    "write-in-transact": forbid(
      "Write with the tx of transact(): a write beside it has no audit row and no outbox entry.",
      "CallExpression[callee.object.object.name='db'][callee.property.name=/^(create|update|upsert|delete)/]",
      "MemberExpression[object.name='db'][property.name=/^\\$executeRaw/]",
    ),
    "one-client": forbid(
      "Use db of @/lib/db/client; only lib/db constructs a Prisma client.",
      "NewExpression[callee.name='PrismaClient']",
      "NewExpression[callee.property.name='PrismaClient']",
    ),
    "no-unsafe-sql": forbid(
      "Use $queryRaw or $executeRaw as a template tag; the unsafe forms take text as it is.",
      "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]",
    ),
  },
};
