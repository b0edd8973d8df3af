/** Path of the files of one kind in any domain: `lib/bills/rules.ts` or `lib/bills/rules/due-date.ts`. */
const kind = (...names) => `^lib/(?!(?:db|audit|outbox|platform)/)[^/]+/(?:${names.join("|")})(?:\\.ts$|/)`;
const WORKER = "^lib/[^/]+/[^/]+\\.worker\\.ts$";
const FORMATS = ["xlsx", "pdf", "xml"];
const TOOLS = "^(scripts|sandbox|tests)/";
/** Parts of lib that carry no domain word. */
const GROUND = "^lib/(db|audit|outbox|platform)/";
const AUTH_FACTS = "^lib/auth/(actor|permissions|constants|types)\\.ts$";
const FORMAT = "^lib/format/";
/** Parts of platform that move bytes and touch neither database nor network. */
const BYTES = "^lib/platform/(archive|worker-thread)\\.ts$";
const VALUES = "node_modules/(big\\.js|@types/big\\.js|@internationalized/date)/";

const OUTSIDE = ["core", "npm", "npm-dev", "npm-optional", "npm-peer"];

/** Files that compute from what they are given: what they may import of the repository and of npm. */
const PURE = {
  constants: { lib: [kind("constants")], npm: [] },
  types: { lib: [kind("types", "constants"), AUTH_FACTS], npm: [VALUES] },
  rules: { lib: [kind("rules", "constants", "types"), FORMAT], npm: [VALUES] },
  schema: { lib: [kind("schema", "constants", "rules", "types"), FORMAT], npm: [VALUES, "node_modules/zod/"] },
  policy: { lib: [kind("policy", "rules", "constants", "types"), AUTH_FACTS], npm: [VALUES] },
  letters: { lib: [kind("letters", "constants", "types"), FORMAT, "^lib/platform/mail/"], npm: [VALUES] },
};

/** Files that act: the kinds below each that it must not reach up or sideways to. */
const NEVER = {
  gateway: ["queries", "commands", "process", "actions", "jobs", "letters", ...FORMATS],
  queries: ["commands", "process", "actions", "jobs", "gateway"],
  commands: ["process", "actions", "jobs", "gateway"],
  process: ["actions", "jobs"],
  actions: ["queries", "jobs", "gateway"],
  jobs: ["actions", "gateway"],
};
for (const format of FORMATS) NEVER[format] = ["queries", "commands", "process", "actions", "jobs", "gateway"];

const pureRules = Object.entries(PURE).flatMap(([name, { lib, npm }]) => [
  {
    name: `${name}-stays-low`,
    comment: `${name}.ts imports only what the table in docs/architecture.md allows.`,
    severity: "error",
    from: { path: kind(name) },
    to: { path: "^(app|components|lib|scripts|sandbox|tests|prisma)/", pathNot: lib },
  },
  {
    name: `${name}-stays-pure`,
    comment: `${name}.ts is pure: no Prisma, Next, React, environment or node I/O.`,
    severity: "error",
    from: { path: kind(name) },
    to: { dependencyTypes: OUTSIDE, ...(npm.length > 0 && { pathNot: npm }) },
  },
]);

const actingRules = Object.entries(NEVER).map(([name, names]) => ({
  name: `${name}-stays-in-line`,
  comment: `${name}.ts does not import ${names.join(", ")}: actions → process → gateway and commands → rules.`,
  severity: "error",
  from: { path: kind(name) },
  to: { path: kind(...names) },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule("no-circular", "Modules that import each other cannot be read one at a time.", { pathNot: "^lib/db/generated/" }, { circular: true }),
    rule(
      "no-orphans",
      "A module that nothing imports and that imports nothing is left over.",
      { orphan: true, pathNot: ["^(app|tests|scripts|sandbox)/", "^[^/]+$", "\\.d\\.ts$", WORKER] },
      {},
    ),
    rule("resolvable", "The imported module does not exist.", {}, { couldNotResolve: true }),
    rule("declared", "The package is not in package.json.", {}, { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }),
    rule(
      "no-dev-package-in-product",
      "A production installation has no development packages.",
      { path: "^(app|components|lib|sandbox)/|^proxy\\.ts$|^scripts/(start|worker|seed|create-admin)" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    ),
    rule("product-without-tools", "Scripts, stand-ins and tests stay outside the product.", { path: "^(app|components|lib)/|^proxy\\.ts$" }, { path: TOOLS }),
    rule("sandbox-stands-alone", "A stand-in of the outside world shares no code with the product.", { path: "^sandbox/" }, { path: "^(app|components|lib|scripts|tests)/" }),
    rule("lib-below-all", "lib imports neither app nor components.", { path: "^lib/" }, { path: "^(app|components)/" }),
    rule("components-below-app", "Components do not import app.", { path: "^components/" }, { path: "^app/" }),
    rule(
      "components-see-vocabulary",
      "Components take schema, types, rules, constants and actions of lib, and lib/format.",
      { path: "^components/" },
      { path: "^lib/", pathNot: [kind("schema", "types", "rules", "constants", "actions"), "^lib/(format|forms)/", "^lib/auth/permissions\\.ts$"] },
    ),
    rule(
      "ui-knows-no-domain",
      "components/ui imports only itself, React, the link of Next and class helpers.",
      { path: "^components/ui/" },
      {
        pathNot: [
          "^components/ui/",
          "node_modules/(@types/react|react|react-dom|react-aria-components|clsx|tailwind-variants|@heroui/styles|lucide-react)/",
          "node_modules/next/(link\\.|dist/server/next\\.)",
        ],
      },
    ),
    rule("ground-knows-no-domain", "db, audit, outbox and platform serve every domain and know none.", { path: GROUND }, { path: "^lib/", pathNot: [GROUND, "^lib/format/", AUTH_FACTS] }),
    rule("format-knows-nothing", "lib/format turns values into text.", { path: FORMAT }, { path: "^(lib/(?!format/)|app/|components/)" }),
    rule("format-stays-pure", "lib/format is read by rules and browsers alike.", { path: FORMAT }, { dependencyTypes: OUTSIDE, pathNot: VALUES }),
    rule(
      "database-users",
      "Only queries, commands, audit, outbox, lib/auth and the parts of platform that own a table use the database.",
      {
        path: "^(app|components|lib|sandbox)/|^proxy\\.ts$",
        pathNot: [kind("queries", "commands"), "^lib/(db|audit|outbox|auth)/", "^lib/platform/(mail|jobs|rate-limit|storage|health)(\\.ts$|/)"],
      },
      { path: "^lib/db/" },
    ),
    rule(
      "prisma-behind-db",
      "Only lib/db speaks to Prisma and the driver.",
      { path: "^(app|components|lib)/|^proxy\\.ts$", pathNot: "^lib/(db|platform/jobs)(\\.ts$|/)" },
      { path: "node_modules/(@prisma|prisma|pg|@types/pg)/" },
    ),
    rule(
      "pages-never-write",
      "Pages and layouts call queries, guards and components; only route handlers may call commands and processes.",
      { path: "^app/", pathNot: "/route\\.ts$" },
      { path: kind("commands", "process", "gateway", "jobs") },
    ),
    rule("gateway-behind-process", "Only process.ts of the same domain calls a gateway.", { path: "^(app|components)/|^lib/(?![^/]+/(process|gateway)(\\.ts$|/))" }, { path: kind("gateway") }),
    rule("gateway-of-own-domain", "Only process.ts of the same domain calls a gateway.", { path: "^lib/([^/]+)/" }, { path: kind("gateway"), pathNot: "^lib/$1/" }),
    rule("jobs-in-worker", "Only scripts/worker.ts assembles jobs.", { path: "^(app|components|lib|scripts)/", pathNot: [kind("jobs"), "^scripts/worker"] }, { path: kind("jobs") }),
    rule("private-to-domain", "Another domain is reached through its vocabulary, not through its actions, jobs or worker threads.", { path: "^lib/([^/]+)/" }, { path: [kind("actions", "jobs"), WORKER], pathNot: "^lib/$1/" }),
    rule("worker-threads-compute", "A worker thread has no database and no network.", { path: WORKER }, { path: [kind("queries", "commands", "process", "actions", "jobs", "gateway", "policy"), "^lib/(db|audit|outbox|auth|platform)/"], pathNot: BYTES }),
    rule("formats-without-database", "xlsx, pdf and xml turn bytes into rows and back.", { path: kind(...FORMATS) }, { path: "^lib/(db|audit|outbox|auth|platform)/", pathNot: BYTES }),
    ...pureRules,
    ...actingRules,
  ],
  required: [
    {
      name: "server-only",
      comment: "Queries and commands start with `import \"server-only\"`, so that no browser bundle can take them.",
      severity: "error",
      module: { path: kind("queries", "commands") },
      to: { path: "node_modules/server-only/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/db/generated/"] },
    exclude: { path: ["^\\.next/", "^\\.data/", "^next-env\\.d\\.ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: { conditionNames: ["react-server", "import", "node", "default", "types"], exportsFields: ["exports"] },
  },
};
