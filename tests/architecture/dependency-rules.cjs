const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });
const values = { dependencyTypesNot: ["type-only"] };

/** The house's directions (README, "The house"): routes → http → jobs, gateways → domain → kernel. */
module.exports = {
  forbidden: [
    rule("no-cycles", "A cycle means that two files are one.", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    rule("facts-stay-pure", "Rules run anywhere: no database, no React, no Node.", { path: "^app/domain/[^/]+/(?!.*\\.server\\.ts$).+\\.ts$" }, { pathNot: "^app/domain/[^/]+/(?!.*\\.server\\.ts$)|^node_modules/(zod|temporal-polyfill)", ...values }),
    rule("only-server-files-reach-the-database", "Everything else could be shipped to a browser.", { path: "^app/", pathNot: "\\.server\\.tsx?$|^app/commands/" }, { path: "^db/", ...values }),
    rule("domain-knows-no-outside", "Arrows point inward.", { path: "^app/domain/" }, { path: "^app/(routes|ui|http|gateways|emails|jobs|commands)/|^node_modules/(react|@remix-run|express|stripe)", ...values }),
    rule("kernel-knows-no-module", "The kernel serves every module and knows none.", { path: "^app/domain/kernel/" }, { path: "^app/domain/(?!kernel)", ...values }),
    rule("gateways-know-no-screens", "What is outside is reached through http and jobs.", { path: "^app/gateways/" }, { path: "^app/(routes|ui|http|jobs)/", ...values }),
    rule("screens-compose-nothing", "Only http, jobs and commands pick what is real.", { path: "^app/routes/" }, { path: "^app/gateways/", ...values }),
    rule("ui-knows-no-domain", "The design system serves any product.", { path: "^app/ui/" }, { path: "^app/(domain|http|gateways|jobs|routes|emails)/|\\.server\\.|^db/", ...values }),
    rule("texts-know-no-server", "Texts are shipped to browsers.", { path: "^app/texts/", pathNot: "\\.server\\.ts$" }, { path: "\\.server\\.|^db/|^app/gateways/", ...values }),
    rule("routes-are-leaves", "Nothing imports a screen.", { pathNot: "^app/(routes|root\\.tsx|routes\\.ts|http/main)|^tests/" }, { path: "^app/routes/", ...values }),
    rule("no-orphans", "A file that nobody imports is dead.", { orphan: true, path: "^(app|db)/", pathNot: "^app/(root|entry|routes\\.ts|env\\.d\\.ts)|^app/texts/bundles/|^db/drizzle" }, {}),
    rule("no-unresolved", "An import must exist; the last two are packages of types only, which the compiler proves.", { pathNot: "^tests/" }, { couldNotResolve: true, pathNot: "^virtual:|\\?url$|^geojson$|^topojson-specification$" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|var)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
